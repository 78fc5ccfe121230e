"""The kit's tables as a migration step, versioned like everything else."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql


def create_kit_tables_v1() -> None:
    """Outbox, inbox, failed events, jobs, idempotency keys; called by each service's first migration."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "outbox",
        sa.Column("seq", sa.BigInteger, sa.Identity(always=True), nullable=False),
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("payload", postgresql.JSONB, nullable=False),
        sa.Column("headers", postgresql.JSONB, nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("published_at", moment),
        sa.Column("position", sa.String),
        sa.PrimaryKeyConstraint("seq", name="pk_outbox"),
        sa.UniqueConstraint("id", name="uq_outbox_id"),
    )
    unpublished = sa.text("published_at IS NULL")
    op.create_index("ix_outbox_unpublished", "outbox", ["seq"], postgresql_where=unpublished)
    op.create_index("ix_outbox_published_at", "outbox", ["published_at"])
    op.create_table(
        "inbox",
        sa.Column("event_id", sa.Uuid, nullable=False),
        sa.Column("taken_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("event_id", name="pk_inbox"),
    )
    op.create_index("ix_inbox_taken_at", "inbox", ["taken_at"])
    op.create_table(
        "failed_events",
        sa.Column("event_id", sa.Uuid, nullable=False),
        sa.Column("envelope", postgresql.JSONB, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("error", sa.String, nullable=False),
        sa.Column("failed_at", moment, nullable=False),
        sa.Column("dead_at", moment),
        sa.PrimaryKeyConstraint("event_id", name="pk_failed_events"),
    )
    op.create_index("ix_failed_events_dead_at", "failed_events", ["dead_at"])
    op.create_table(
        "jobs",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("key", sa.String),
        sa.Column("payload", postgresql.JSONB, nullable=False),
        sa.Column("due_at", moment, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("leased_until", moment),
        sa.Column("error", sa.String),
        sa.Column("dead_at", moment),
        sa.PrimaryKeyConstraint("id", name="pk_jobs"),
        sa.UniqueConstraint("key", name="uq_jobs_key"),
    )
    alive = sa.text("dead_at IS NULL")
    op.create_index("ix_jobs_due", "jobs", ["due_at"], postgresql_where=alive)
    op.create_table(
        "idempotency_keys",
        sa.Column("caller", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("request_hash", sa.String, nullable=False),
        sa.Column("status", sa.Integer),
        sa.Column("content_type", sa.String),
        sa.Column("body", sa.LargeBinary),
        sa.Column("created_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("caller", "key", name="pk_idempotency_keys"),
    )
    op.create_index("ix_idempotency_keys_created_at", "idempotency_keys", ["created_at"])
