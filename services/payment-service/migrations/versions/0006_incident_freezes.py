"""Incidents that freeze a payout."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "incident_freezes",
        sa.Column("incident_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("is_closed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("incident_id", name=op.f("pk_incident_freezes")),
    )
    op.create_index(op.f("ix_incident_freezes_order_id"), "incident_freezes", ["order_id"])
