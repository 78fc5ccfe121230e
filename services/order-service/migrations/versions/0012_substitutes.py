"""Whom a client would have in his walker's place."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "substitutes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("walker_id", sa.Uuid(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "asked",
                "consented",
                "declined",
                name="substitutestate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_substitutes")),
        sa.UniqueConstraint(
            "client_id", "walker_id", name=op.f("uq_substitutes_client_id_walker_id")
        ),
    )
    op.create_index(op.f("ix_substitutes_walker_id"), "substitutes", ["walker_id"])
    op.add_column("orders", sa.Column("substitutes_until", MOMENT, nullable=True))
    column = sa.Column("as_substitute", sa.Boolean(), nullable=False, server_default="false")
    op.add_column("offers", column)
    op.alter_column("offers", "as_substitute", server_default=None)
