"""Which version of the terms of use a person has agreed to."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.add_column("people", sa.Column("terms_version", sa.String(), nullable=True))
