"""A hold can grow and shrink with the order it is for."""

from alembic import op

revision = "0005"
down_revision = "0004"

RESIZE_HOLD = """
CREATE FUNCTION resize_hold(p_id uuid, p_amount bigint, p_expires_at timestamptz)
RETURNS text LANGUAGE plpgsql AS $$
-- resized, hold_closed (or something was captured of it), insufficient_funds
DECLARE
    account accounts%ROWTYPE;
    hold holds%ROWTYPE;
BEGIN
    SELECT * INTO account FROM accounts
    WHERE id = (SELECT account_id FROM holds WHERE id = p_id) FOR NO KEY UPDATE;
    SELECT * INTO hold FROM holds WHERE id = p_id FOR NO KEY UPDATE;
    IF hold.state IS DISTINCT FROM 'open' OR hold.captured > 0 THEN
        RETURN 'hold_closed';
    END IF;
    IF NOT account.allow_negative AND account.balance - account.held < p_amount - hold.amount THEN
        RETURN 'insufficient_funds';
    END IF;
    PERFORM set_config('lapa.ledger', 'open', true);
    UPDATE holds SET amount = p_amount, expires_at = p_expires_at WHERE id = p_id;
    UPDATE accounts SET held = held + p_amount - hold.amount WHERE id = account.id;
    PERFORM set_config('lapa.ledger', '', true);
    RETURN 'resized';
END $$
"""


def upgrade() -> None:
    op.execute(RESIZE_HOLD)
