"""Receipts and credit notes with their counters; where a refund goes and when it is there."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "document_counters",
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "receipt",
                "credit_note",
                name="documentkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("entity", "kind", name=op.f("pk_document_counters")),
    )
    op.create_table(
        "documents",
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "receipt",
                "credit_note",
                name="documentkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("payment_id", sa.Uuid(), nullable=False),
        sa.Column("refund_id", sa.Uuid(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("lines", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fiscal_id", sa.String(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(kind = 'credit_note') = (refund_id IS NOT NULL)",
            name=op.f("ck_documents_of_a_refund"),
        ),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_documents_amount_not_negative")),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payments.id"], name=op.f("fk_documents_payment_id_payments")
        ),
        sa.ForeignKeyConstraint(
            ["refund_id"], ["refunds.id"], name=op.f("fk_documents_refund_id_refunds")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sa.UniqueConstraint(
            "entity", "kind", "number", name=op.f("uq_documents_entity_kind_number")
        ),
        sa.UniqueConstraint("refund_id", name=op.f("uq_documents_refund_id")),
    )
    op.create_index(op.f("ix_documents_payment_id"), "documents", ["payment_id"], unique=False)
    op.create_index(
        "uq_documents_receipt",
        "documents",
        ["payment_id"],
        unique=True,
        postgresql_where="refund_id IS NULL",
    )
    op.add_column(
        "refunds", sa.Column("route", sa.String(), server_default="wallet", nullable=False)
    )
    op.add_column(
        "refunds",
        sa.Column(
            "state",
            sa.Enum(
                "sent",
                "arrived",
                "failed",
                name="refundstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            server_default="arrived",
            nullable=False,
        ),
    )
    op.add_column("refunds", sa.Column("expected_on", sa.Date(), nullable=True))
    op.execute("UPDATE refunds SET expected_on = created_at::date")
    op.alter_column("refunds", "expected_on", nullable=False)
    for column in ("route", "state"):
        op.alter_column("refunds", column, server_default=None)
