"""A chargeback may come after a dispute and its appeal have been decided."""

from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.drop_constraint("ck_disputes_one_appeal", "disputes")
    op.create_check_constraint(op.f("ck_disputes_number_positive"), "disputes", "number >= 1")
