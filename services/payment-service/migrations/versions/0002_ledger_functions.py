"""The only ways to write the ledger, and the triggers that hold everybody to them.

A function sets `lapa.ledger = 'open'` around its own writes; the triggers refuse whoever writes without
(a function's SET clause would be neater, but only a superuser may give it a setting of ours). Each function takes its locks in the order accounts (by id), then hold.
"""

from alembic import op

revision = "0002"
down_revision = "0001"

OPEN_ACCOUNTS = """
CREATE FUNCTION open_accounts(p_kinds text[], p_owners uuid[], p_currencies text[], p_now timestamptz)
RETURNS bigint[] LANGUAGE plpgsql AS $$
-- The ids of these accounts, in the order asked; those that were missing are opened.
DECLARE
    ids bigint[];
BEGIN
    LOOP
        SELECT array_agg(a.id ORDER BY w.n) INTO ids
        FROM unnest(p_kinds, p_owners, p_currencies) WITH ORDINALITY AS w(kind, owner_id, currency, n)
        LEFT JOIN accounts a USING (kind, owner_id, currency);
        EXIT WHEN array_position(ids, NULL) IS NULL;
        PERFORM set_config('lapa.ledger', 'open', true);
        INSERT INTO accounts (kind, owner_id, currency, allow_negative, balance, held, opened_at)
        SELECT DISTINCT w.kind, w.owner_id, w.currency,
            w.kind LIKE 'external:%' OR w.kind IN ('commission', 'tax', 'promo', 'debt'), 0, 0, p_now
        FROM unnest(p_kinds, p_owners, p_currencies) AS w(kind, owner_id, currency)
        ORDER BY w.kind, w.owner_id, w.currency
        ON CONFLICT DO NOTHING;
        PERFORM set_config('lapa.ledger', '', true);
    END LOOP;
    RETURN ids;
END $$
"""

POST_JOURNAL = """
CREATE FUNCTION post_journal(
    p_id uuid, p_key text, p_kind text, p_ref uuid, p_details jsonb, p_now timestamptz,
    p_kinds text[], p_owners uuid[], p_currencies text[], p_amounts bigint[],
    p_hold uuid, p_capture bigint, p_closes boolean,
    OUT outcome text, OUT journal_id uuid
) LANGUAGE plpgsql AS $$
-- Move money, whole or not at all. With a hold, `p_capture` of it is spent, and with `p_closes` the
-- rest of it is freed. Outcomes: posted, replayed (journal_id is the original), mismatch (that key
-- moved other money), insufficient_funds, hold_closed; only `posted` has written anything.
#variable_conflict use_column
DECLARE
    print bytea := sha256(convert_to(jsonb_build_array(
        p_kind, p_ref, p_details, p_kinds, p_owners, p_currencies, p_amounts, p_hold, p_capture, p_closes
    )::text, 'UTF8'));
    ids bigint[] := open_accounts(p_kinds, p_owners, p_currencies, p_now);
    held_on bigint := (SELECT account_id FROM holds WHERE id = p_hold);
    hold holds%ROWTYPE;
    known bytea;
    freed bigint := 0;
BEGIN
    PERFORM FROM accounts WHERE id = ANY (ids || held_on) ORDER BY id FOR NO KEY UPDATE;

    SELECT j.id, j.fingerprint INTO journal_id, known FROM journals j WHERE j.key = p_key;
    IF FOUND THEN
        outcome := CASE WHEN known = print THEN 'replayed' ELSE 'mismatch' END;
        RETURN;
    END IF;

    IF p_hold IS NOT NULL THEN
        SELECT * INTO hold FROM holds WHERE id = p_hold FOR NO KEY UPDATE;
        IF hold.state IS DISTINCT FROM 'open' THEN
            outcome := 'hold_closed';
            RETURN;
        END IF;
        IF p_capture < 0 OR hold.captured + p_capture > hold.amount THEN
            RAISE 'hold % has % left, % cannot be captured',
                p_hold, hold.amount - hold.captured, p_capture USING ERRCODE = 'check_violation';
        END IF;
        freed := CASE WHEN p_closes THEN hold.amount - hold.captured ELSE p_capture END;
    END IF;

    IF EXISTS (
        SELECT FROM (
            SELECT l.id, sum(l.amount) AS delta FROM unnest(ids, p_amounts) AS l(id, amount) GROUP BY l.id
        ) AS l JOIN accounts a ON a.id = l.id
        WHERE NOT a.allow_negative AND l.delta < 0
            AND a.balance + l.delta - a.held + CASE WHEN a.id = held_on THEN freed ELSE 0 END < 0
    ) THEN
        outcome := 'insufficient_funds';
        RETURN;
    END IF;

    PERFORM set_config('lapa.ledger', 'open', true);
    INSERT INTO journals (id, key, kind, ref, details, fingerprint, created_at)
    VALUES (p_id, p_key, p_kind, p_ref, p_details, print, p_now) ON CONFLICT (key) DO NOTHING;
    IF NOT FOUND THEN
        -- somebody else was faster with this key, and it was not for these accounts
        PERFORM set_config('lapa.ledger', '', true);
        outcome := 'mismatch';
        RETURN;
    END IF;
    INSERT INTO postings (journal_id, line_no, account_id, amount)
    SELECT p_id, l.n, l.id, l.amount FROM unnest(ids, p_amounts) WITH ORDINALITY AS l(id, amount, n);

    UPDATE accounts a
    SET balance = a.balance + l.delta,
        held = a.held - CASE WHEN a.id = held_on THEN freed ELSE 0 END
    FROM (
        SELECT l.id, sum(l.amount) AS delta
        FROM unnest(ids || held_on, p_amounts || 0::bigint) AS l(id, amount)
        WHERE l.id IS NOT NULL GROUP BY l.id
    ) AS l WHERE a.id = l.id;

    IF p_hold IS NOT NULL THEN
        UPDATE holds SET captured = captured + p_capture,
            state = CASE
                WHEN NOT p_closes AND captured + p_capture < amount THEN 'open'
                WHEN captured + p_capture > 0 OR amount = 0 THEN 'captured' ELSE 'voided' END,
            closed_at = CASE WHEN p_closes OR captured + p_capture = amount THEN p_now END
        WHERE id = p_hold;
    END IF;
    PERFORM set_config('lapa.ledger', '', true);
    outcome := 'posted';
    journal_id := p_id;
END $$
"""

PLACE_HOLD = """
CREATE FUNCTION place_hold(
    p_id uuid, p_kind text, p_owner uuid, p_currency text, p_amount bigint,
    p_ref uuid, p_expires_at timestamptz, p_now timestamptz
) RETURNS text LANGUAGE plpgsql AS $$
-- placed, replayed (it was placed before), mismatch (another one has that id), insufficient_funds
DECLARE
    held_on bigint := (open_accounts(ARRAY[p_kind], ARRAY[p_owner], ARRAY[p_currency], p_now))[1];
    account accounts%ROWTYPE;
    known holds%ROWTYPE;
BEGIN
    SELECT * INTO account FROM accounts WHERE id = held_on FOR NO KEY UPDATE;
    SELECT * INTO known FROM holds WHERE id = p_id;
    IF FOUND THEN
        RETURN CASE WHEN (known.account_id, known.amount) = (held_on, p_amount)
            THEN 'replayed' ELSE 'mismatch' END;
    END IF;
    IF NOT account.allow_negative AND account.balance - account.held < p_amount THEN
        RETURN 'insufficient_funds';
    END IF;
    PERFORM set_config('lapa.ledger', 'open', true);
    INSERT INTO holds (id, account_id, ref, amount, captured, state, expires_at, created_at)
    VALUES (p_id, held_on, p_ref, p_amount, 0, 'open', p_expires_at, p_now) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        PERFORM set_config('lapa.ledger', '', true);
        RETURN 'mismatch';
    END IF;
    UPDATE accounts SET held = held + p_amount WHERE id = held_on;
    PERFORM set_config('lapa.ledger', '', true);
    RETURN 'placed';
END $$
"""

CLOSE_HOLD = """
CREATE FUNCTION close_hold(p_id uuid, p_state text, p_now timestamptz)
RETURNS boolean LANGUAGE plpgsql AS $$
-- Free what is left of a hold (`voided`; `expired` only when its time has come); false: nothing to do.
DECLARE
    hold holds%ROWTYPE;
BEGIN
    PERFORM FROM accounts WHERE id = (SELECT account_id FROM holds WHERE id = p_id) FOR NO KEY UPDATE;
    SELECT * INTO hold FROM holds WHERE id = p_id FOR NO KEY UPDATE;
    IF hold.state IS DISTINCT FROM 'open' OR (p_state = 'expired') IS TRUE
        AND (hold.expires_at IS NULL OR hold.expires_at > p_now) THEN
        RETURN false;
    END IF;
    PERFORM set_config('lapa.ledger', 'open', true);
    UPDATE holds SET closed_at = p_now, state = p_state WHERE id = p_id;
    UPDATE accounts SET held = held - (hold.amount - hold.captured) WHERE id = hold.account_id;
    PERFORM set_config('lapa.ledger', '', true);
    RETURN true;
END $$
"""

PROVE_BALANCED = """
CREATE FUNCTION prove_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
-- The lines of a journal arrive together and sum to zero in each currency.
DECLARE
    bad uuid;
BEGIN
    SELECT added.journal_id INTO bad FROM added JOIN accounts a ON a.id = added.account_id
    GROUP BY added.journal_id, a.currency HAVING sum(added.amount) <> 0 LIMIT 1;
    IF FOUND THEN
        RAISE 'journal % does not sum to zero', bad USING ERRCODE = 'check_violation';
    END IF;
    SELECT p.journal_id INTO bad FROM postings p WHERE p.journal_id IN (SELECT journal_id FROM added)
    GROUP BY p.journal_id
    HAVING count(*) <> (SELECT count(*) FROM added WHERE added.journal_id = p.journal_id) LIMIT 1;
    IF FOUND THEN
        RAISE 'journal % is closed', bad USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$
"""

REFUSE = """
CREATE FUNCTION refuse_ledger_write() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE '% on % is not a way to move money', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$
"""

GUARDED = ("accounts", "journals", "postings", "holds")
APPEND_ONLY = ("journals", "postings")


def upgrade() -> None:
    for function in (OPEN_ACCOUNTS, POST_JOURNAL, PLACE_HOLD, CLOSE_HOLD, PROVE_BALANCED, REFUSE):
        op.execute(function)
    for table in GUARDED:
        op.execute(
            f"CREATE TRIGGER only_by_functions BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT WHEN (current_setting('lapa.ledger', true) IS DISTINCT FROM 'open') "
            "EXECUTE FUNCTION refuse_ledger_write()"
        )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_write()"
        )
    op.execute(
        "CREATE TRIGGER balanced AFTER INSERT ON postings REFERENCING NEW TABLE AS added "
        "FOR EACH STATEMENT EXECUTE FUNCTION prove_balanced()"
    )
    # journals keep UPDATE: the foreign key of postings locks their rows
    op.execute("REVOKE UPDATE, DELETE, TRUNCATE ON postings FROM CURRENT_USER")
    op.execute("REVOKE DELETE, TRUNCATE ON journals FROM CURRENT_USER")
