"""Walks that are moved: to what end prices count, and when walkers are asked anew."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("pricing_rules", sa.Column("valid_until", MOMENT))
    op.add_column("orders", sa.Column("rescheduled_at", MOMENT))
    op.add_column("orders", sa.Column("fee_counts_from", MOMENT))
    zero = sa.text("0")
    op.add_column(
        "orders", sa.Column("search_round", sa.Integer(), nullable=False, server_default=zero)
    )
    op.execute("UPDATE orders SET search_round = search_attempt")
