"""Events, and the definitions of metrics and KPIs."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from lapa_kit.kit_schema import create_kit_tables_v1

revision = "0001"
down_revision = None


def upgrade() -> None:
    create_kit_tables_v1()
    op.create_table(
        "events",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("writer", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "user",
                "system",
                "business",
                "error",
                name="eventkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=True),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("properties", postgresql.JSONB, nullable=False),
        sa.CheckConstraint(
            "(kind = 'business') = (writer = '00000000-0000-0000-0000-000000000000')",
            name=op.f("ck_events_services_alone_say_business"),
        ),
        sa.PrimaryKeyConstraint("event_id", "writer", name=op.f("pk_events")),
    )
    op.create_index("ix_events_at", "events", ["at", "event_id"], unique=False)
    op.create_index("ix_events_name", "events", ["name", "at"], unique=False)
    op.create_index(
        "ix_events_order_id",
        "events",
        ["order_id", "name"],
        unique=False,
        postgresql_where=sa.text("order_id IS NOT NULL"),
    )
    op.create_index(
        "ix_events_user_id",
        "events",
        ["user_id", "at"],
        unique=False,
        postgresql_where=sa.text("user_id IS NOT NULL"),
    )
    op.create_table(
        "metrics",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("definition", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "user",
                "system",
                "business",
                "error",
                name="eventkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "aggregation",
            sa.Enum(
                "count",
                "sum",
                "avg",
                "min",
                "max",
                "unique",
                "percentile",
                name="aggregation",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("property", sa.String(), nullable=True),
        sa.Column("percentile", sa.Integer(), nullable=True),
        sa.Column("since", sa.String(), nullable=True),
        sa.Column("followed_by", sa.String(), nullable=True),
        sa.Column("filters", postgresql.JSONB, nullable=False),
        sa.Column(
            "unit",
            sa.Enum(
                "count",
                "minor",
                "seconds",
                "meters",
                name="unit",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("is_built_in", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(aggregation = 'percentile') = (percentile IS NOT NULL)",
            name=op.f("ck_metrics_percentile_is_named"),
        ),
        sa.CheckConstraint(
            "aggregation = 'count' OR property IS NOT NULL",
            name=op.f("ck_metrics_aggregation_has_its_property"),
        ),
        sa.CheckConstraint(
            "percentile BETWEEN 1 AND 99", name=op.f("ck_metrics_percentile_is_one")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_metrics")),
        sa.UniqueConstraint("key", name=op.f("uq_metrics_key")),
    )
    op.create_table(
        "kpis",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("definition", sa.String(), nullable=False),
        sa.Column("metric", sa.String(), nullable=False),
        sa.Column("per", sa.String(), nullable=True),
        sa.Column("window_days", sa.Integer(), nullable=False),
        sa.Column(
            "direction",
            sa.Enum(
                "higher",
                "lower",
                name="direction",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("target", sa.Double(), nullable=True),
        sa.Column("at_risk", sa.Double(), nullable=True),
        sa.Column("is_built_in", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "at_risk IS NULL OR target IS NOT NULL AND CASE direction WHEN 'higher' THEN at_risk <= target ELSE at_risk >= target END",
            name=op.f("ck_kpis_risk_comes_after_target"),
        ),
        sa.CheckConstraint("window_days BETWEEN 1 AND 366", name=op.f("ck_kpis_window_is_days")),
        sa.ForeignKeyConstraint(["metric"], ["metrics.key"], name=op.f("fk_kpis_metric_metrics")),
        sa.ForeignKeyConstraint(["per"], ["metrics.key"], name=op.f("fk_kpis_per_metrics")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kpis")),
        sa.UniqueConstraint("key", name=op.f("uq_kpis_key")),
    )
    op.create_index(op.f("ix_kpis_metric"), "kpis", ["metric"], unique=False)
    op.create_index(op.f("ix_kpis_per"), "kpis", ["per"], unique=False)
