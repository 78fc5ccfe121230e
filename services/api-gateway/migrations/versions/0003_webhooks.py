"""Webhooks and their deliveries."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"

moment = sa.DateTime(timezone=True)
AUDIENCES = ("own", "all")
REASONS = ("by_owner", "failed_too_long", "owner_inactive")
STATES = ("pending", "delivered", "failed")


def one_of(name: str, values: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, length=32, create_constraint=True)


def upgrade() -> None:
    op.create_table(
        "webhooks",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("updated_at", moment, nullable=False),
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("owner_roles", postgresql.ARRAY(sa.String), nullable=False),
        sa.Column("url", sa.String, nullable=False),
        sa.Column("event_types", postgresql.ARRAY(sa.String), nullable=False),
        sa.Column("audience", one_of("audience", AUDIENCES), nullable=False),
        sa.Column("secret_sealed", sa.LargeBinary, nullable=False),
        sa.Column("old_secret_sealed", sa.LargeBinary),
        sa.Column("old_ends_at", moment),
        sa.Column("failing_since", moment),
        sa.Column("paused_until", moment),
        sa.Column("disabled_at", moment),
        sa.Column("disabled_reason", one_of("disabledreason", REASONS)),
        sa.PrimaryKeyConstraint("id", name="pk_webhooks"),
    )
    live = sa.text("disabled_at IS NULL")
    op.create_index("ix_webhooks_live", "webhooks", ["owner_id"], postgresql_where=live)
    op.create_table(
        "webhook_deliveries",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("updated_at", moment, nullable=False),
        sa.Column("webhook_id", sa.Uuid, nullable=False),
        sa.Column("event_id", sa.Uuid, nullable=False),
        sa.Column("event_type", sa.String, nullable=False),
        sa.Column("occurred_at", moment, nullable=False),
        sa.Column("data", postgresql.JSONB, nullable=False),
        sa.Column("state", one_of("deliverystate", STATES), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("next_attempt_at", moment),
        sa.Column("give_up_at", moment, nullable=False),
        sa.Column("delivered_at", moment),
        sa.Column("answer_status", sa.Integer),
        sa.Column("answer_excerpt", sa.String),
        sa.Column("error", sa.String),
        sa.Column("duration_ms", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_webhook_deliveries"),
        sa.ForeignKeyConstraint(
            ["webhook_id"],
            ["webhooks.id"],
            name="fk_webhook_deliveries_webhook_id_webhooks",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint(
            "webhook_id", "event_id", name="uq_webhook_deliveries_webhook_id_event_id"
        ),
    )
    op.create_index("ix_webhook_deliveries_created_at", "webhook_deliveries", ["created_at"])
