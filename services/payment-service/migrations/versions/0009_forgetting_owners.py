"""The one way to put a pseudonym in an owner's place: ids and words change, amounts cannot."""

from alembic import op

revision = "0009"
down_revision = "0008"

# `lapa.forgetting` opens journals for an UPDATE, and the column's privilege holds that to `details`
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


def upgrade() -> None:
    op.execute(FORGET_OWNER)
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
    op.execute("GRANT UPDATE (details) ON journals TO CURRENT_USER")
