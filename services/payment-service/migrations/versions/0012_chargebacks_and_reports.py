"""Chargebacks, and what providers report of a day."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

STAGES = ("opened", "won", "lost")
SUBJECTS = ("charge", "refund", "payout", "chargeback")


def upgrade() -> None:
    _add_chargebacks()
    op.create_table(
        "provider_reports",
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("provider", "day", name=op.f("pk_provider_reports")),
    )
    op.create_table(
        "reported_movements",
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("subject", _choice("subject", *SUBJECTS), nullable=False),
        sa.Column("provider_id", sa.String(), nullable=False),
        sa.Column("reference", sa.Uuid(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("fee", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_reported_movements_amount_not_negative")),
        sa.PrimaryKeyConstraint(
            "provider", "day", "subject", "provider_id", name=op.f("pk_reported_movements")
        ),
    )
    op.create_index(
        "ix_reported_movements_provider_reference", "reported_movements", ["provider", "reference"]
    )
    # the moments by which a day's movements are found
    op.create_index("ix_journals_created_at", "journals", ["created_at"])


def _choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def _add_chargebacks() -> None:
    op.create_table(
        "chargebacks",
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("provider_id", sa.String(), nullable=False),
        sa.Column("payment_id", sa.Uuid(), nullable=True),
        sa.Column("topup_id", sa.Uuid(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("stage", _choice("stage", *STAGES), nullable=False),
        sa.Column("recovered", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("amount > 0", name=op.f("ck_chargebacks_amount_positive")),
        sa.CheckConstraint(
            "recovered BETWEEN 0 AND amount", name=op.f("ck_chargebacks_recovered_within_amount")
        ),
        sa.CheckConstraint(
            "(payment_id IS NULL) <> (topup_id IS NULL)",
            name=op.f("ck_chargebacks_of_a_payment_or_a_topup"),
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payments.id"], name=op.f("fk_chargebacks_payment_id_payments")
        ),
        sa.ForeignKeyConstraint(
            ["topup_id"], ["topups.id"], name=op.f("fk_chargebacks_topup_id_topups")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chargebacks")),
        sa.UniqueConstraint(
            "provider", "provider_id", name=op.f("uq_chargebacks_provider_provider_id")
        ),
    )
    op.create_index(op.f("ix_chargebacks_payment_id"), "chargebacks", ["payment_id"])
    op.create_index(op.f("ix_chargebacks_topup_id"), "chargebacks", ["topup_id"])
