"""What a signed-in device calls itself, and where it was."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    for name in ("browser", "system", "country", "city"):
        op.add_column("sessions", sa.Column(name, sa.String(), nullable=True))
