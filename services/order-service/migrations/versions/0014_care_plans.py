"""What a client wants to be done on the walk; when a walker says he will be there."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0014"
down_revision = "0013"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    nothing = sa.text("'[]'::jsonb")
    column = sa.Column("care_plan", postgresql.JSONB, nullable=False, server_default=nothing)
    op.add_column("orders", column)
    op.alter_column("orders", "care_plan", server_default=None)
    op.add_column("orders", sa.Column("eta_at", MOMENT, nullable=True))
    op.add_column("orders", sa.Column("told_eta_at", MOMENT, nullable=True))
