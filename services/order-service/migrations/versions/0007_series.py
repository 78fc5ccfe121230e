"""Series of walks."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "series",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("rrule", sa.String(), nullable=False),
        sa.Column("timezone", sa.String(), nullable=False),
        sa.Column("first_at", sa.DateTime(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("service_type", sa.String(), nullable=False),
        sa.Column("duration_minutes", sa.Integer(), nullable=False),
        sa.Column("pet_ids", postgresql.JSONB, nullable=False),
        sa.Column("pickup_lat", sa.Double(), nullable=False),
        sa.Column("pickup_lon", sa.Double(), nullable=False),
        sa.Column("pickup_address", sa.String(), nullable=False),
        sa.Column("walker_id", sa.Uuid(), nullable=True),
        sa.Column("notes", sa.String(), nullable=True),
        sa.Column("access_notes_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("home_safe", sa.Boolean(), nullable=False),
        sa.Column("require_pin", sa.Boolean(), nullable=False),
        sa.Column("payment_method", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "active",
                "ended",
                name="seriesstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("paused_from", sa.Date(), nullable=True),
        sa.Column("paused_until", sa.Date(), nullable=True),
        sa.Column("pause_reason", sa.String(), nullable=True),
        sa.Column("planned_until", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.CheckConstraint(
            "paused_until >= paused_from", name=op.f("ck_series_pause_ends_after_it_begins")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
    )
    op.create_index("ix_series_client_id_id", "series", ["client_id", "id"])
    op.create_index("ix_series_planned_until", "series", ["planned_until"])
    op.create_table(
        "series_occurrences",
        sa.Column("series_id", sa.Uuid(), nullable=False),
        sa.Column("original_at", sa.DateTime(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "moved",
                "skipped",
                "booked",
                "failed",
                name="occurrencestate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("moved_to", sa.DateTime(), nullable=True),
        sa.Column("order_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_series_occurrences_order_id_orders")
        ),
        sa.ForeignKeyConstraint(
            ["series_id"], ["series.id"], name=op.f("fk_series_occurrences_series_id_series")
        ),
        sa.PrimaryKeyConstraint("series_id", "original_at", name=op.f("pk_series_occurrences")),
        sa.UniqueConstraint("order_id", name=op.f("uq_series_occurrences_order_id")),
    )
    op.add_column("orders", sa.Column("series_id", sa.Uuid()))
    op.add_column("orders", sa.Column("occurrence_at", sa.DateTime()))
    op.create_unique_constraint(
        op.f("uq_orders_series_id_occurrence_at"), "orders", ["series_id", "occurrence_at"]
    )
