"""Markets, quotes, orders and everything that hangs on them."""

import sqlalchemy as sa
from alembic import op
from geoalchemy2 import Geography
from sqlalchemy.dialects import postgresql

from lapa_kit.kit_schema import create_kit_tables_v1

revision = "0001"
down_revision = None


def upgrade() -> None:
    create_kit_tables_v1()
    op.create_table(
        "markets",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("timezone", sa.String(), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column(
            "area",
            Geography("MULTIPOLYGON", 4326, spatial_index=False),
            nullable=True,
        ),
        sa.Column("holidays", postgresql.JSONB, nullable=False),
        sa.Column("commission_bp", sa.Integer(), nullable=False),
        sa.Column("tax_bp", sa.Integer(), nullable=False),
        sa.Column("surge_cap_bp", sa.Integer(), nullable=False),
        sa.Column("cancellation_tiers", postgresql.JSONB, nullable=False),
        sa.Column("payout_delay_days", sa.Integer(), nullable=False),
        sa.Column("payout_minimum", sa.Integer(), nullable=False),
        sa.Column("vaccination_gate", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "commission_bp BETWEEN 0 AND 10000", name=op.f("ck_markets_commission_is_a_share")
        ),
        sa.CheckConstraint("tax_bp BETWEEN 0 AND 10000", name=op.f("ck_markets_tax_is_a_share")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_markets")),
        sa.UniqueConstraint("code", name=op.f("uq_markets_code")),
    )
    op.create_index("ix_markets_area", "markets", ["area"], unique=False, postgresql_using="gist")
    op.create_table(
        "orders",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("walker_id", sa.Uuid(), nullable=True),
        sa.Column("requested_walker_id", sa.Uuid(), nullable=True),
        sa.Column("quote_id", sa.Uuid(), nullable=False),
        sa.Column("market", sa.String(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "awaiting_payment",
                "searching",
                "assigned",
                "en_route",
                "in_progress",
                "completed",
                "settled",
                "payment_failed",
                "expired",
                "cancelled",
                "no_show",
                "disputed",
                name="orderstatus",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("service_type", sa.String(), nullable=False),
        sa.Column("is_asap", sa.Boolean(), nullable=False),
        sa.Column("scheduled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("duration_minutes", sa.Integer(), nullable=False),
        sa.Column("pickup_lat", sa.Double(), nullable=False),
        sa.Column("pickup_lon", sa.Double(), nullable=False),
        sa.Column("pickup_address", sa.String(), nullable=False),
        sa.Column("pets", postgresql.JSONB, nullable=False),
        sa.Column("lines", postgresql.JSONB, nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("tax", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("terms", postgresql.JSONB, nullable=False),
        sa.Column("notes", sa.String(), nullable=True),
        sa.Column("access_notes_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("home_safe", sa.Boolean(), nullable=False),
        sa.Column("start_pin", sa.String(), nullable=True),
        sa.Column("payment_method", sa.String(), nullable=False),
        sa.Column("payment_status", sa.String(), nullable=False),
        sa.Column("payment_id", sa.Uuid(), nullable=True),
        sa.Column("confirmation_url", sa.String(), nullable=True),
        sa.Column("pay_by", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settlement", postgresql.JSONB, nullable=True),
        sa.Column("search_by", sa.DateTime(timezone=True), nullable=True),
        sa.Column("search_attempt", sa.Integer(), nullable=False),
        sa.Column("wave", sa.Integer(), nullable=False),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("start_proof", sa.String(), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_by", sa.String(), nullable=True),
        sa.Column("report", postgresql.JSONB, nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_reason", sa.String(), nullable=True),
        sa.Column("chat_id", sa.Uuid(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "walker_id IS NOT NULL OR status NOT IN ('assigned', 'en_route', 'in_progress', 'completed', 'settled')",
            name=op.f("ck_orders_walk_has_a_walker"),
        ),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_orders_amount_not_negative")),
        sa.CheckConstraint("ends_at > scheduled_at", name=op.f("ck_orders_ends_after_start")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_orders")),
        sa.UniqueConstraint("quote_id", name=op.f("uq_orders_quote_id")),
    )
    op.create_index("ix_orders_client_id_id", "orders", ["client_id", "id"], unique=False)
    op.create_index("ix_orders_status", "orders", ["status"], unique=False)
    op.create_index("ix_orders_walker_id_id", "orders", ["walker_id", "id"], unique=False)
    op.create_table(
        "pairings",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", "other_id", "kind", name=op.f("pk_pairings")),
    )
    op.create_index(op.f("ix_pairings_other_id"), "pairings", ["other_id"], unique=False)
    op.create_table(
        "people",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("display_name", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("email_verified", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_people")),
    )
    op.create_table(
        "pricing_rules",
        sa.Column("market", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", postgresql.JSONB, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pricing_rules")),
        sa.UniqueConstraint("market", "version", name=op.f("uq_pricing_rules_market_version")),
    )
    op.create_index(op.f("ix_pricing_rules_market"), "pricing_rules", ["market"], unique=False)
    op.create_table(
        "quotes",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("market", sa.String(), nullable=False),
        sa.Column("service_type", sa.String(), nullable=False),
        sa.Column("is_asap", sa.Boolean(), nullable=False),
        sa.Column("scheduled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("duration_minutes", sa.Integer(), nullable=False),
        sa.Column("pickup_lat", sa.Double(), nullable=False),
        sa.Column("pickup_lon", sa.Double(), nullable=False),
        sa.Column("pickup_address", sa.String(), nullable=False),
        sa.Column("pets", postgresql.JSONB, nullable=False),
        sa.Column("lines", postgresql.JSONB, nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("surge_bp", sa.Integer(), nullable=False),
        sa.Column("rule_version", sa.Integer(), nullable=False),
        sa.Column("terms", postgresql.JSONB, nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_quotes_amount_not_negative")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quotes")),
    )
    op.create_index(op.f("ix_quotes_client_id"), "quotes", ["client_id"], unique=False)
    op.create_table(
        "walkers",
        sa.Column("walker_id", sa.Uuid(), nullable=False),
        sa.Column("verification", sa.String(), nullable=False),
        sa.Column("verified_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_suspended", sa.Boolean(), nullable=False),
        sa.Column("online", sa.Boolean(), nullable=False),
        sa.Column(
            "home",
            Geography("POINT", 4326, spatial_index=False),
            nullable=True,
        ),
        sa.Column("service_radius_m", sa.Integer(), nullable=False),
        sa.Column(
            "area",
            Geography("MULTIPOLYGON", 4326, spatial_index=False),
            nullable=True,
        ),
        sa.Column("accepted_sizes", postgresql.ARRAY(sa.String()), nullable=False),
        sa.Column("max_dogs", sa.Integer(), nullable=False),
        sa.Column("rate_bp", sa.Integer(), nullable=False),
        sa.Column("availability", postgresql.JSONB, nullable=True),
        sa.Column("min_notice_minutes", sa.Integer(), nullable=False),
        sa.Column(
            "live",
            Geography("POINT", 4326, spatial_index=False),
            nullable=True,
        ),
        sa.Column("live_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("rating_sum", sa.Integer(), nullable=False),
        sa.Column("rating_count", sa.Integer(), nullable=False),
        sa.Column("completed_walks", sa.Integer(), nullable=False),
        sa.Column("late_cancellations", sa.Integer(), nullable=False),
        sa.Column("reputation_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("walker_id", name=op.f("pk_walkers")),
    )
    op.create_index(
        "ix_walkers_home",
        "walkers",
        ["home"],
        unique=False,
        postgresql_using="gist",
        postgresql_where=sa.text("verification = 'approved' AND NOT is_suspended"),
    )
    op.create_index(
        "ix_walkers_live",
        "walkers",
        ["live"],
        unique=False,
        postgresql_using="gist",
        postgresql_where=sa.text("verification = 'approved' AND NOT is_suspended"),
    )
    op.create_table(
        "access_reveals",
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("distance_m", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_access_reveals_order_id_orders")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_reveals")),
    )
    op.create_index(
        op.f("ix_access_reveals_order_id"), "access_reveals", ["order_id"], unique=False
    )
    op.create_table(
        "offers",
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("walker_id", sa.Uuid(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("wave", sa.Integer(), nullable=False),
        sa.Column("distance_m", sa.Integer(), nullable=False),
        sa.Column("earnings", sa.BigInteger(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "accepted",
                "declined",
                "expired",
                "withdrawn",
                name="offerstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_offers_order_id_orders")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offers")),
        sa.UniqueConstraint(
            "order_id", "attempt", "walker_id", name=op.f("uq_offers_order_id_attempt_walker_id")
        ),
    )
    op.create_index(
        "ix_offers_open",
        "offers",
        ["walker_id", "expires_at"],
        unique=False,
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_index(op.f("ix_offers_order_id"), "offers", ["order_id"], unique=False)
    op.create_table(
        "reviews",
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=False),
        sa.Column("comment", sa.String(), nullable=True),
        sa.Column("tags", postgresql.JSONB, nullable=False),
        sa.Column("revealed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("rating BETWEEN 1 AND 5", name=op.f("ck_reviews_rating_in_range")),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_reviews_order_id_orders")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
        sa.UniqueConstraint("order_id", "author_id", name=op.f("uq_reviews_order_id_author_id")),
    )
    op.create_index(
        "ix_reviews_revealed",
        "reviews",
        ["subject_id", "id"],
        unique=False,
        postgresql_where=sa.text("revealed_at IS NOT NULL"),
    )
    op.create_table(
        "slots",
        sa.Column("walker_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("during", postgresql.TSTZRANGE(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "held",
                "confirmed",
                "freed",
                name="slotstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        postgresql.ExcludeConstraint(
            (sa.column("walker_id"), "="),
            (sa.column("during"), "&&"),
            where=sa.text("state IN ('held', 'confirmed')"),
            using="gist",
            name="no_double_booking",
        ),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_slots_order_id_orders")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slots")),
    )
    op.create_index(op.f("ix_slots_order_id"), "slots", ["order_id"], unique=False)
    op.create_table(
        "timeline",
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("data", postgresql.JSONB, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_timeline_order_id_orders")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timeline")),
    )
    op.create_index(op.f("ix_timeline_order_id"), "timeline", ["order_id"], unique=False)
    op.create_table(
        "walk_events",
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "pee",
                "poo",
                "water",
                "food",
                "play",
                "incident",
                "photo",
                "note",
                name="walkeventkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("pet_ids", postgresql.JSONB, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("media_ids", postgresql.JSONB, nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_walk_events_order_id_orders")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_walk_events")),
    )
    op.create_index(op.f("ix_walk_events_order_id"), "walk_events", ["order_id"], unique=False)
