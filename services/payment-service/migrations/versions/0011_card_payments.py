"""Payment methods, what providers are asked for payments of orders, and refunds that are on their way."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

KINDS = ("charge", "capture", "void", "refund")
STATES = ("planned", "asked", "requires_action", "reconciling", "succeeded", "failed")
STILL_THERE = sa.text("removed_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "payment_methods",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        *_record(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_methods")),
    )
    op.create_index("ix_payment_methods_user_id_id", "payment_methods", ["user_id", "id"])
    op.create_index(
        "uq_payment_methods_default",
        "payment_methods",
        ["user_id"],
        unique=True,
        postgresql_where=sa.text("is_default AND removed_at IS NULL"),
    )
    op.create_index(
        "uq_payment_methods_token",
        "payment_methods",
        ["user_id", "provider", "token"],
        unique=True,
        postgresql_where=STILL_THERE,
    )
    _extend_payments()
    _add_operations()
    op.drop_constraint("ck_refunds_refundstate", "refunds")
    op.create_check_constraint(
        op.f("ck_refunds_refundstate"),
        "refunds",
        "state IN ('pending', 'sent', 'arrived', 'failed')",
    )


def _record() -> list[sa.Column[object]]:
    return [
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
    ]


def _choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def _extend_payments() -> None:
    op.add_column("payments", sa.Column("provider", sa.String(), nullable=True))
    op.add_column("payments", sa.Column("mode", sa.String(length=32), nullable=True))
    op.create_check_constraint(op.f("ck_payments_mode"), "payments", "mode IN ('hold', 'escrow')")
    op.add_column("payments", sa.Column("charge_id", sa.Uuid(), nullable=True))
    op.add_column("payments", sa.Column("confirmation_url", sa.String(), nullable=True))


def _add_operations() -> None:
    op.create_table(
        "operations",
        sa.Column("payment_id", sa.Uuid(), nullable=False),
        sa.Column("kind", _choice("operationkind", *KINDS), nullable=False),
        sa.Column("charge_id", sa.Uuid(), nullable=True),
        sa.Column("method_id", sa.Uuid(), nullable=True),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("provider_id", sa.String(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("is_hold", sa.Boolean(), nullable=False),
        sa.Column("hold_expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("taken", sa.BigInteger(), nullable=False),
        sa.Column("state", _choice("operationstate", *STATES), nullable=False),
        sa.Column("failure_code", sa.String(), nullable=True),
        sa.Column("confirmation_url", sa.String(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        *_record(),
        sa.CheckConstraint("amount > 0", name=op.f("ck_operations_amount_positive")),
        sa.CheckConstraint(
            "taken BETWEEN 0 AND amount", name=op.f("ck_operations_taken_within_amount")
        ),
        sa.CheckConstraint(
            "(kind = 'charge') = (charge_id IS NULL)",
            name=op.f("ck_operations_all_else_is_of_a_charge"),
        ),
        sa.ForeignKeyConstraint(
            ["charge_id"], ["operations.id"], name=op.f("fk_operations_charge_id_operations")
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payments.id"], name=op.f("fk_operations_payment_id_payments")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operations")),
    )
    op.create_index(op.f("ix_operations_payment_id"), "operations", ["payment_id"])
    op.create_index(op.f("ix_operations_charge_id"), "operations", ["charge_id"])
    op.create_index(
        "ix_operations_open",
        "operations",
        ["payment_id"],
        postgresql_where=sa.text("state NOT IN ('succeeded', 'failed')"),
    )
    op.create_index("ix_operations_provider_provider_id", "operations", ["provider", "provider_id"])
