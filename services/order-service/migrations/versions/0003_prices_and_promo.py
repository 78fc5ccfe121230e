"""Prices that can be replayed, promo codes, referrals, and what is known of dogs."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column(
        "markets",
        sa.Column("tax_included", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.add_column("pricing_rules", sa.Column("valid_from", MOMENT))
    op.execute("UPDATE pricing_rules SET valid_from = created_at")
    op.alter_column("pricing_rules", "valid_from", nullable=False)
    _quotes()
    _promo_codes()
    op.create_table(
        "pets",
        sa.Column("pet_id", sa.Uuid(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("co_owner_ids", postgresql.ARRAY(postgresql.UUID()), nullable=False),
        sa.Column("is_archived", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("pet_id", name=op.f("pk_pets")),
    )
    op.create_index("ix_pets_owner_id", "pets", ["owner_id"])
    op.create_index("ix_pets_co_owner_ids", "pets", ["co_owner_ids"], postgresql_using="gin")
    op.create_table(
        "referrals",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("referred_by", sa.Uuid(), nullable=False),
        sa.Column("credited_at", MOMENT, nullable=True),
        sa.Column("refused_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_referrals")),
    )


def _quotes() -> None:
    """Quotes live a quarter of an hour: those without a rule could not be replayed, and are let go."""
    op.execute(
        "DELETE FROM quotes WHERE NOT EXISTS (SELECT FROM orders WHERE orders.quote_id = quotes.id)"
    )
    op.add_column("quotes", sa.Column("rule_id", sa.Uuid()))
    op.execute(
        "UPDATE quotes SET rule_id = r.id FROM pricing_rules r "
        "WHERE r.version = quotes.rule_version AND r.market IN (quotes.market, 'default')"
    )
    op.alter_column("quotes", "rule_id", nullable=False)
    op.create_foreign_key(
        op.f("fk_quotes_rule_id_pricing_rules"), "quotes", "pricing_rules", ["rule_id"], ["id"]
    )
    empty = sa.text("'{}'::jsonb")
    op.add_column(
        "quotes", sa.Column("facts", postgresql.JSONB, nullable=False, server_default=empty)
    )
    op.add_column("quotes", sa.Column("promo_id", sa.Uuid()))


def _promo_codes() -> None:
    op.create_table(
        "promo_codes",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("percent_bp", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("at_most", sa.Integer(), nullable=True),
        sa.Column("max_uses", sa.Integer(), nullable=True),
        sa.Column("max_amount", sa.BigInteger(), nullable=True),
        sa.Column("uses_per_user", sa.Integer(), nullable=False),
        sa.Column("first_order_only", sa.Boolean(), nullable=False),
        sa.Column("market", sa.String(), nullable=True),
        sa.Column("minimum", sa.BigInteger(), nullable=False),
        sa.Column("valid_from", MOMENT, nullable=False),
        sa.Column("valid_until", MOMENT, nullable=True),
        sa.Column(
            "funded_by",
            sa.Enum(
                "platform",
                "commission",
                name="funding",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("is_archived", sa.Boolean(), nullable=False),
        sa.Column("used_count", sa.Integer(), nullable=False),
        sa.Column("used_amount", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.CheckConstraint(
            "percent_bp BETWEEN 0 AND 10000", name=op.f("ck_promo_codes_percent_is_a_share")
        ),
        sa.CheckConstraint(
            "(percent_bp > 0) <> (amount > 0)", name=op.f("ck_promo_codes_percent_or_amount")
        ),
        sa.CheckConstraint(
            "used_count >= 0 AND used_amount >= 0", name=op.f("ck_promo_codes_uses_not_negative")
        ),
        sa.CheckConstraint(
            "used_count <= max_uses", name=op.f("ck_promo_codes_uses_within_budget")
        ),
        sa.CheckConstraint(
            "used_amount <= max_amount", name=op.f("ck_promo_codes_amount_within_budget")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promo_codes")),
        sa.UniqueConstraint("code", name=op.f("uq_promo_codes_code")),
    )
    op.create_index("ix_promo_codes_owner_id", "promo_codes", ["owner_id"])
    op.create_table(
        "promo_uses",
        sa.Column("promo_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "reserved",
                "freed",
                name="usestate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_promo_uses_order_id_orders")
        ),
        sa.ForeignKeyConstraint(
            ["promo_id"], ["promo_codes.id"], name=op.f("fk_promo_uses_promo_id_promo_codes")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promo_uses")),
        sa.UniqueConstraint("order_id", name=op.f("uq_promo_uses_order_id")),
    )
    op.create_index("ix_promo_uses_promo_id_user_id", "promo_uses", ["promo_id", "user_id"])
