"""The one way to put a pseudonym in an owner's place: ids and words change, amounts cannot."""

from alembic import op

revision = "0006"
down_revision = "0005"

# `lapa.forgetting` opens journals for an UPDATE, and the row trigger holds that to `details`
FORGET_OWNER = """
CREATE FUNCTION forget_owner(p_owner uuid, p_pseudonym uuid) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    changed integer;
BEGIN
    PERFORM set_config('lapa.ledger', 'open', true), set_config('lapa.forgetting', 'on', true);
    UPDATE journals SET details = details - 'note'
    WHERE details ? 'note' AND id IN (
        SELECT p.journal_id FROM postings p JOIN accounts a ON a.id = p.account_id
        WHERE a.owner_id IN (p_owner, p_pseudonym)
    );
    -- an account that was opened late stays under his id until its twin has been emptied by hand
    UPDATE accounts a SET owner_id = p_pseudonym
    WHERE a.owner_id = p_owner AND NOT EXISTS (
        SELECT FROM accounts b
        WHERE b.owner_id = p_pseudonym AND b.kind = a.kind AND b.currency = a.currency
    );
    GET DIAGNOSTICS changed = ROW_COUNT;
    PERFORM set_config('lapa.ledger', '', true), set_config('lapa.forgetting', '', true);
    RETURN changed;
END $$
"""

ONLY_DETAILS = """
CREATE FUNCTION refuse_all_but_details() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(NEW) - 'details' IS DISTINCT FROM to_jsonb(OLD) - 'details' THEN
        RAISE 'a journal is append-only' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$
"""


def upgrade() -> None:
    op.execute(FORGET_OWNER)
    op.execute(ONLY_DETAILS)
    op.execute("DROP TRIGGER append_only ON journals")
    op.execute(
        "CREATE TRIGGER append_only BEFORE UPDATE ON journals FOR EACH STATEMENT "
        "WHEN (current_setting('lapa.forgetting', true) IS DISTINCT FROM 'on') "
        "EXECUTE FUNCTION refuse_ledger_write()"
    )
    op.execute(
        "CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON journals FOR EACH STATEMENT "
        "EXECUTE FUNCTION refuse_ledger_write()"
    )
    op.execute(
        "CREATE TRIGGER only_details BEFORE UPDATE ON journals FOR EACH ROW "
        "EXECUTE FUNCTION refuse_all_but_details()"
    )
