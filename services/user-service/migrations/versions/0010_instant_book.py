"""Walkers who need not be asked first."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    # whoever is known already is asked until he says otherwise
    column = sa.Column("instant_book", sa.Boolean(), nullable=False, server_default="false")
    op.add_column("walkers", column)
    op.alter_column("walkers", "instant_book", server_default=None)
