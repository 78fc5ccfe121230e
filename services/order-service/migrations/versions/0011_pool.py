"""Walks that wait to be matched together."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("orders", sa.Column("pooled_at", sa.DateTime(timezone=True), nullable=True))
    in_the_pool = sa.text("pooled_at IS NOT NULL AND status = 'searching'")
    op.create_index("ix_orders_pooled", "orders", ["search_by"], postgresql_where=in_the_pool)
