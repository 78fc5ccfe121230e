"""The delivered-minutes guarantee."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"

EXCUSES = ("heat", "storm", "dog_unwell", "client_asked")


def upgrade() -> None:
    op.add_column(
        "markets",
        sa.Column("minutes_credit", sa.Boolean(), nullable=False, server_default="false"),
    )
    op.alter_column("markets", "minutes_credit", server_default=None)
    excuse = sa.Enum(
        *EXCUSES, name="earlyfinish", native_enum=False, create_constraint=True, length=32
    )
    op.add_column("orders", sa.Column("early_finish", excuse))
    op.add_column("orders", sa.Column("credit", postgresql.JSONB))
