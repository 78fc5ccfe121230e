"""What providers call our top-ups and payouts, and what they have told; holds, refunds and chargebacks in the built-in provider's books."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("topups", sa.Column("provider_id", sa.String(), nullable=True))
    op.add_column("payouts", sa.Column("provider_id", sa.String(), nullable=True))
    op.create_table(
        "webhook_events",
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("provider", "event_id", name=op.f("pk_webhook_events")),
    )
    _extend_charges()
    op.create_table(
        "sandbox_refunds",
        sa.Column("reference", sa.Uuid(), nullable=False),
        sa.Column("charge_reference", sa.Uuid(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["charge_reference"],
            ["sandbox_charges.reference"],
            name=op.f("fk_sandbox_refunds_charge_reference_sandbox_charges"),
        ),
        sa.PrimaryKeyConstraint("reference", name=op.f("pk_sandbox_refunds")),
    )
    op.create_index(
        op.f("ix_sandbox_refunds_charge_reference"), "sandbox_refunds", ["charge_reference"]
    )
    op.create_table(
        "sandbox_chargebacks",
        sa.Column("reference", sa.Uuid(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["reference"],
            ["sandbox_charges.reference"],
            name=op.f("fk_sandbox_chargebacks_reference_sandbox_charges"),
        ),
        sa.PrimaryKeyConstraint("reference", name=op.f("pk_sandbox_chargebacks")),
    )


def _extend_charges() -> None:
    """Those there are were taken whole, at once, or never."""
    charges = "sandbox_charges"
    for name in ("token", "return_url"):
        op.add_column(charges, sa.Column(name, sa.String(), server_default="", nullable=False))
    for name in ("taken", "refunded"):
        op.add_column(charges, sa.Column(name, sa.BigInteger(), server_default="0", nullable=False))
    is_hold = sa.Column("is_hold", sa.Boolean(), server_default="false", nullable=False)
    op.add_column(charges, is_hold)
    op.add_column(charges, sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True))
    op.execute(
        "UPDATE sandbox_charges SET taken = amount, taken_at = created_at WHERE outcome = 'paid'"
    )
    for column in ("token", "is_hold", "taken", "refunded", "return_url"):
        op.alter_column(charges, column, server_default=None)
    op.create_check_constraint(
        op.f("ck_sandbox_charges_taken_within_amount"), charges, "taken BETWEEN 0 AND amount"
    )
    op.create_check_constraint(
        op.f("ck_sandbox_charges_refunded_within_taken"), charges, "refunded BETWEEN 0 AND taken"
    )
    op.add_column(
        "sandbox_scenario",
        sa.Column("webhooks", sa.String(), server_default="normal", nullable=False),
    )
    op.alter_column("sandbox_scenario", "webhooks", server_default=None)
