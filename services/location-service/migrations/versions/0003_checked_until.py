"""Until when a walker's background check holds."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("whereabouts", sa.Column("checked_until", sa.DateTime(timezone=True)))
