"""The ledger for many at once: stripes of the platform's accounts, journals in batches, proofs by statement.

Replaces `post_journal()` and `open_accounts()`. A platform account has no one row that everybody waits for: what
moves it goes to whichever of its stripes is free, and its balance is the sum of them, exact at every moment.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

# Few rows are looked for in tables that grow: always by an index, with a plan that is made once. A plan from the days
# when a table was small would read all of it.
BY_KEY = (
    "SET plan_cache_mode = force_generic_plan "
    "SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off"
)

OPEN_ACCOUNTS = """
CREATE OR REPLACE FUNCTION open_accounts(p_kinds text[], p_owners uuid[], p_currencies text[], p_now timestamptz)
RETURNS bigint[] LANGUAGE plpgsql {by_key} AS $$
-- The ids of these accounts, in the order asked; those that were missing are opened. What no person
-- owns is the platform's: it may go below zero, and is kept in stripes.
DECLARE
    platform constant uuid := '00000000-0000-0000-0000-000000000000';
    ids bigint[];
BEGIN
    LOOP
        SELECT array_agg(a.id ORDER BY w.n) INTO ids
        FROM unnest(p_kinds, p_owners, p_currencies) WITH ORDINALITY AS w(kind, owner_id, currency, n)
        LEFT JOIN accounts a USING (kind, owner_id, currency);
        EXIT WHEN array_position(ids, NULL) IS NULL;
        PERFORM set_config('lapa.ledger', 'open', true);
        INSERT INTO accounts (kind, owner_id, currency, allow_negative, is_striped, balance, held, opened_at)
        SELECT DISTINCT w.kind, w.owner_id, w.currency,
            w.owner_id = platform OR w.kind = 'debt', w.owner_id = platform, 0, 0, p_now
        FROM unnest(p_kinds, p_owners, p_currencies) AS w(kind, owner_id, currency)
        ORDER BY w.kind, w.owner_id, w.currency
        ON CONFLICT DO NOTHING;
        PERFORM set_config('lapa.ledger', '', true);
    END LOOP;
    RETURN ids;
END $$
"""

MOVE_STRIPE = """
CREATE FUNCTION move_stripe(p_account bigint, p_delta bigint) RETURNS void LANGUAGE plpgsql AS $$
-- Onto a stripe that nobody holds; when all are held there is one more from now on. It waits for nobody.
DECLARE
    free bigint;
BEGIN
    SELECT id INTO free FROM stripes WHERE account_id = p_account LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
    IF FOUND THEN
        UPDATE stripes SET balance = balance + p_delta WHERE id = free;
    ELSE
        INSERT INTO stripes (account_id, balance) VALUES (p_account, p_delta);
    END IF;
END $$
"""

POST_JOURNAL = """
CREATE FUNCTION post_journal(
    p_id uuid, p_key text, p_kind text, p_ref uuid, p_details jsonb, p_print bytea, p_now timestamptz,
    p_kinds text[], p_owners uuid[], p_currencies text[], p_amounts bigint[],
    p_holds uuid[], p_captures bigint[], p_closes boolean[],
    OUT outcome text, OUT journal_id uuid
) LANGUAGE plpgsql {by_key} AS $$
-- Move money, whole or not at all. Of each hold its part of `p_captures` is spent, and where `p_closes`
-- says so the rest of it is freed. Outcomes: posted, replayed (journal_id is the original), mismatch
-- (that key moved other money), insufficient_funds, hold_closed; only `posted` has written anything.
-- Locks: people's accounts by id, then holds by id, then stripes that are free.
#variable_conflict use_column
DECLARE
    ids bigint[] := open_accounts(p_kinds, p_owners, p_currencies, p_now);
    held_on bigint[] := ARRAY(SELECT account_id FROM holds WHERE id = ANY (p_holds));
    known bytea;
    moved record;
BEGIN
    PERFORM FROM accounts WHERE id = ANY (ids || held_on) AND NOT is_striped ORDER BY id FOR NO KEY UPDATE;

    SELECT j.id, j.fingerprint INTO journal_id, known FROM journals j WHERE j.key = p_key;
    IF FOUND THEN
        outcome := CASE WHEN known = p_print THEN 'replayed' ELSE 'mismatch' END;
        RETURN;
    END IF;

    IF cardinality(p_holds) > 0 THEN
        PERFORM FROM holds WHERE id = ANY (p_holds) ORDER BY id FOR NO KEY UPDATE;
        IF (SELECT count(*) FROM holds WHERE id = ANY (p_holds) AND state = 'open') < cardinality(p_holds) THEN
            outcome := 'hold_closed';
            RETURN;
        END IF;
        FOR moved IN
            SELECT h.id, h.amount - h.captured AS rest, w.capture
            FROM unnest(p_holds, p_captures) AS w(id, capture) JOIN holds h USING (id)
            WHERE w.capture < 0 OR h.captured + w.capture > h.amount
        LOOP
            RAISE 'hold % has % left, % cannot be captured', moved.id, moved.rest, moved.capture
                USING ERRCODE = 'check_violation';
        END LOOP;
    END IF;

    IF EXISTS (
        SELECT FROM (
            SELECT l.id, sum(l.amount) AS delta FROM unnest(ids, p_amounts) AS l(id, amount) GROUP BY l.id
        ) AS l JOIN accounts a ON a.id = l.id
        WHERE NOT a.allow_negative AND l.delta < 0
            AND a.balance - a.held + l.delta + coalesce((
                SELECT sum(CASE WHEN w.closes THEN h.amount - h.captured ELSE w.capture END)
                FROM unnest(p_holds, p_captures, p_closes) AS w(id, capture, closes) JOIN holds h USING (id)
                WHERE h.account_id = a.id), 0) < 0
    ) THEN
        outcome := 'insufficient_funds';
        RETURN;
    END IF;

    PERFORM set_config('lapa.ledger', 'open', true);
    INSERT INTO journals (id, key, kind, ref, details, fingerprint, created_at)
    VALUES (p_id, p_key, p_kind, p_ref, p_details, p_print, p_now) ON CONFLICT (key) DO NOTHING;
    IF NOT FOUND THEN
        -- somebody else was faster with this key, without a lock in common
        PERFORM set_config('lapa.ledger', '', true);
        SELECT j.id, j.fingerprint INTO journal_id, known FROM journals j WHERE j.key = p_key;
        outcome := CASE WHEN known = p_print THEN 'replayed' ELSE 'mismatch' END;
        RETURN;
    END IF;
    INSERT INTO postings (journal_id, line_no, account_id, amount)
    SELECT p_id, l.n, l.id, l.amount FROM unnest(ids, p_amounts) WITH ORDINALITY AS l(id, amount, n);

    UPDATE accounts a SET balance = a.balance + l.delta, held = a.held - l.freed
    FROM (
        SELECT m.id, sum(m.delta) AS delta, sum(m.freed) AS freed
        FROM (
            SELECT l.id, l.amount AS delta, 0::bigint AS freed FROM unnest(ids, p_amounts) AS l(id, amount)
            UNION ALL
            SELECT h.account_id, 0, CASE WHEN w.closes THEN h.amount - h.captured ELSE w.capture END
            FROM unnest(p_holds, p_captures, p_closes) AS w(id, capture, closes) JOIN holds h USING (id)
        ) AS m GROUP BY m.id
    ) AS l WHERE a.id = l.id AND NOT a.is_striped;
    FOR moved IN
        SELECT a.id, sum(l.amount) AS delta
        FROM unnest(ids, p_amounts) AS l(id, amount) JOIN accounts a ON a.id = l.id AND a.is_striped
        GROUP BY a.id
    LOOP
        PERFORM move_stripe(moved.id, moved.delta::bigint);
    END LOOP;
    IF cardinality(p_holds) > 0 THEN
        UPDATE holds h SET captured = h.captured + w.capture,
            state = CASE
                WHEN NOT w.closes AND h.captured + w.capture < h.amount THEN 'open'
                WHEN h.captured + w.capture > 0 OR h.amount = 0 THEN 'captured' ELSE 'voided' END,
            closed_at = CASE WHEN w.closes OR h.captured + w.capture = h.amount THEN p_now END
        FROM unnest(p_holds, p_captures, p_closes) AS w(id, capture, closes) WHERE h.id = w.id;
    END IF;
    PERFORM set_config('lapa.ledger', '', true);
    outcome := 'posted';
    journal_id := p_id;
END $$
"""

POST_JOURNALS = """
CREATE FUNCTION post_journals(
    p_ids uuid[], p_keys text[], p_kinds text[], p_refs uuid[], p_details jsonb[], p_prints bytea[], p_now timestamptz,
    p_lines int[], p_line_nos smallint[], p_accounts bigint[], p_amounts bigint[],
    p_wallets bigint[], p_debits bigint[], p_deltas bigint[], p_striped bigint[], p_striped_deltas bigint[],
    p_event_ids uuid[], p_event_types text[], p_event_keys text[], p_payloads jsonb[], p_headers jsonb[],
    p_said_at timestamptz
) RETURNS int[] LANGUAGE plpgsql {by_key} AS $$
-- Many journals and what is said of them, all or none: the answer is empty, or holds the places (from 1) of
-- those that stand in the way. `p_lines` names the journal of each line by its place; what the lines come to
-- is given beside them for each account, and for those in stripes apart. A journal is in the way when its key
-- is known or comes twice, when somebody else has locked one of its accounts, or when all the debits here
-- together could overdraw one: post_journal() decides those. So it waits for no account.
DECLARE
    known text[] := ARRAY(SELECT key FROM journals WHERE key = ANY (p_keys));
    certain bigint[];
BEGIN
    SELECT array_agg(mine.id) INTO certain FROM (
        SELECT a.id FROM unnest(p_wallets, p_debits) AS w(id, debits) JOIN accounts a ON a.id = w.id
        WHERE NOT a.is_striped AND (a.allow_negative OR w.debits = 0 OR a.balance - a.held + w.debits >= 0)
        FOR NO KEY UPDATE OF a SKIP LOCKED
    ) AS mine;
    IF cardinality(known) > 0 OR coalesce(cardinality(certain), 0) < cardinality(p_wallets)
        OR (SELECT count(DISTINCT key) FROM unnest(p_keys) AS k(key)) < cardinality(p_keys) THEN
        RETURN ARRAY(
            SELECT l.place FROM unnest(p_lines, p_accounts) AS l(place, account)
            WHERE l.account <> ALL (coalesce(certain, '{{}}') || p_striped)
            UNION
            SELECT k.place::int FROM (
                SELECT key, place, row_number() OVER (PARTITION BY key ORDER BY place) AS nth
                FROM unnest(p_keys) WITH ORDINALITY AS k(key, place)
            ) AS k WHERE k.nth > 1 OR k.key = ANY (known)
        );
    END IF;

    PERFORM set_config('lapa.ledger', 'open', true);
    INSERT INTO journals (id, key, kind, ref, details, fingerprint, created_at)
    SELECT j.id, j.key, j.kind, j.ref, j.details, j.print, p_now
    FROM unnest(p_ids, p_keys, p_kinds, p_refs, p_details, p_prints) AS j(id, key, kind, ref, details, print);
    INSERT INTO postings (journal_id, line_no, account_id, amount)
    SELECT p_ids[l.place], l.line_no, l.account, l.amount
    FROM unnest(p_lines, p_line_nos, p_accounts, p_amounts) AS l(place, line_no, account, amount);
    UPDATE accounts a SET balance = a.balance + w.delta
    FROM unnest(p_wallets, p_deltas) AS w(id, delta) WHERE a.id = w.id;
    FOR n IN 1 .. cardinality(p_striped) LOOP
        PERFORM move_stripe(p_striped[n], p_striped_deltas[n]);
    END LOOP;
    PERFORM set_config('lapa.ledger', '', true);
    INSERT INTO outbox (id, type, key, payload, headers, created_at)
    SELECT e.id, e.type, e.key, e.payload, e.headers, p_said_at
    FROM unnest(p_event_ids, p_event_types, p_event_keys, p_payloads, p_headers)
        AS e(id, type, key, payload, headers) WHERE e.id IS NOT NULL;
    RETURN '{{}}';
END $$
"""

PROVE_BALANCED = """
CREATE OR REPLACE FUNCTION prove_balanced() RETURNS trigger LANGUAGE plpgsql {by_key} AS $$
-- The lines of a journal arrive together, for a journal and accounts that are there, and sum to zero in
-- each currency: once for all rows of the statement, where foreign keys would ask four times a journal.
DECLARE
    bad uuid;
BEGIN
    SELECT added.journal_id INTO bad FROM added LEFT JOIN accounts a ON a.id = added.account_id
    GROUP BY added.journal_id, a.currency HAVING sum(added.amount) <> 0 OR a.currency IS NULL LIMIT 1;
    IF FOUND THEN
        RAISE 'journal % does not sum to zero', bad USING ERRCODE = 'check_violation';
    END IF;
    SELECT fresh.journal_id INTO bad
    FROM (SELECT journal_id, count(*) AS lines FROM added GROUP BY journal_id) AS fresh
    WHERE (SELECT count(*) FROM journals j WHERE j.id = fresh.journal_id) = 0
        OR fresh.lines <> (SELECT count(*) FROM postings p WHERE p.journal_id = fresh.journal_id) LIMIT 1;
    IF FOUND THEN
        RAISE 'journal % is closed', bad USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$
"""

GUARD_STRIPES = """
CREATE TRIGGER only_by_functions BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON stripes
FOR EACH STATEMENT WHEN (current_setting('lapa.ledger', true) IS DISTINCT FROM 'open')
EXECUTE FUNCTION refuse_ledger_write()
"""


def upgrade() -> None:
    striped = sa.Column("is_striped", sa.Boolean(), server_default=sa.false(), nullable=False)
    op.add_column("accounts", striped)
    op.create_table(
        "stripes",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("balance", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_stripes_account_id_accounts")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stripes")),
        postgresql_with={"fillfactor": "50"},
    )
    op.create_index(op.f("ix_stripes_account_id"), "stripes", ["account_id"], unique=False)
    op.execute("SELECT set_config('lapa.ledger', 'open', true)")
    # what they have so far stays in their own row: a balance is that and the stripes
    op.execute(
        "UPDATE accounts SET is_striped = true, allow_negative = true "
        "WHERE owner_id = '00000000-0000-0000-0000-000000000000'"
    )
    op.execute("SELECT set_config('lapa.ledger', '', true)")
    op.alter_column("accounts", "is_striped", server_default=None)
    op.create_check_constraint(
        "stripes_are_for_what_may_be_negative", "accounts", "allow_negative OR NOT is_striped"
    )
    op.drop_constraint("fk_postings_journal_id_journals", "postings")
    op.drop_constraint("fk_postings_account_id_accounts", "postings")
    op.execute(
        "DROP FUNCTION post_journal(uuid, text, text, uuid, jsonb, timestamptz, "
        "text[], uuid[], text[], bigint[], uuid, bigint, boolean)"
    )
    for function in (OPEN_ACCOUNTS, MOVE_STRIPE, POST_JOURNAL, POST_JOURNALS, PROVE_BALANCED):
        op.execute(function.format(by_key=BY_KEY))
    op.execute(GUARD_STRIPES)
    op.execute("REVOKE UPDATE ON journals FROM CURRENT_USER")
