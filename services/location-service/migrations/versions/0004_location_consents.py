"""Who does not want to be located."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

REASONS = ("null_island", "future", "too_old", "not_shared")


def upgrade() -> None:
    op.create_table(
        "location_consents",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("granted", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_location_consents")),
    )
    name = op.f("ck_rejected_points_rejection")
    op.drop_constraint(name, "rejected_points")
    op.create_check_constraint(name, "rejected_points", sa.column("reason").in_(REASONS))
