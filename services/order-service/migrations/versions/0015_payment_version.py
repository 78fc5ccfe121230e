"""How new what is known of an order's payment is: news of it may arrive in any order."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    column = sa.Column("payment_version", sa.Integer(), nullable=False, server_default="0")
    op.add_column("orders", column)
    op.alter_column("orders", "payment_version", server_default=None)
