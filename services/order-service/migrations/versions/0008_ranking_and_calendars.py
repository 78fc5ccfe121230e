"""Why a walker was asked; calendar feeds."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    zero, empty = sa.text("0"), sa.text("'{}'::jsonb")
    op.add_column("offers", sa.Column("score", sa.Integer(), nullable=False, server_default=zero))
    op.add_column(
        "offers", sa.Column("factors", postgresql.JSONB, nullable=False, server_default=empty)
    )
    op.create_table(
        "calendar_feeds",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_calendar_feeds")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_calendar_feeds_token_hash")),
    )
