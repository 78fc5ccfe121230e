"""Developer keys."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"

moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "developer_keys",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("scopes", postgresql.ARRAY(sa.String), nullable=False),
        sa.Column("prefix", sa.String, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.Column("old_hash", sa.LargeBinary),
        sa.Column("old_ends_at", moment),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("expires_at", moment),
        sa.Column("last_used_at", moment),
        sa.Column("revoked_at", moment),
        sa.PrimaryKeyConstraint("id", name="pk_developer_keys"),
        sa.UniqueConstraint("hash", name="uq_developer_keys_hash"),
        sa.UniqueConstraint("old_hash", name="uq_developer_keys_old_hash"),
    )
    op.create_index("ix_developer_keys_owner_id", "developer_keys", ["owner_id"])
