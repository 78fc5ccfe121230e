"""Walks that become longer, and dogs that come home before the others."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0013"
down_revision = "0012"

MOMENT = sa.DateTime(timezone=True)
STATES = ("proposed", "accepted", "declined", "expired")


def upgrade() -> None:
    state = sa.Enum(
        *STATES, name="extensionstate", native_enum=False, create_constraint=True, length=32
    )
    op.create_table(
        "extensions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("proposed_by", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("state", state, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extensions")),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_extensions_order_id_orders")
        ),
    )
    op.create_index(op.f("ix_extensions_order_id"), "extensions", ["order_id"])
    is_open = sa.text("state = 'proposed'")
    op.create_index(
        "uq_extensions_open", "extensions", ["order_id"], unique=True, postgresql_where=is_open
    )
    nobody = sa.text("'[]'::jsonb")
    column = sa.Column("drop_offs", postgresql.JSONB, nullable=False, server_default=nobody)
    op.add_column("orders", column)
    op.alter_column("orders", "drop_offs", server_default=None)
