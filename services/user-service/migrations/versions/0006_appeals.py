"""Appeals against suspensions."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def _one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    op.create_table(
        "appeals",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("against", _one_of("appealagainst", "account", "verification"), nullable=False),
        sa.Column("verification_id", sa.Uuid(), nullable=True),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("status", _one_of("appealstatus", "open", "granted", "refused"), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("answered_by", sa.Uuid(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(status = 'open') = (answered_at IS NULL)",
            name=op.f("ck_appeals_answer_has_a_moment"),
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_appeals_user_id_users")),
        sa.ForeignKeyConstraint(
            ["verification_id"],
            ["verification_cases.id"],
            name=op.f("fk_appeals_verification_id_verification_cases"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appeals")),
    )
    op.create_index(
        "uq_appeals_open",
        "appeals",
        ["user_id", "against"],
        unique=True,
        postgresql_where=sa.text("status = 'open'"),
    )
    op.create_index("ix_appeals_user_id_id", "appeals", ["user_id", "id"])
