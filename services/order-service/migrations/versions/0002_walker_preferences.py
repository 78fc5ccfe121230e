"""What animals a walker takes, and until when his background check holds."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("walkers", sa.Column("checked_until", sa.DateTime(timezone=True), nullable=True))
    # whoever is known already takes everything until he says otherwise
    for name, kind, everything in (
        ("accepted_species", postgresql.ARRAY(sa.String()), "{dog,cat,other}"),
        ("takes_puppies", sa.Boolean(), "true"),
        ("takes_reactive", sa.Boolean(), "true"),
    ):
        op.add_column("walkers", sa.Column(name, kind, nullable=False, server_default=everything))
        op.alter_column("walkers", name, server_default=None)
