"""One state machine of verifications with its steps; background checks; the safety quiz."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"

OPEN = "'draft', 'submitted', 'in_review', 'needs_info'"
STATES = sa.Enum(
    "draft",
    "submitted",
    "in_review",
    "needs_info",
    "approved",
    "rejected",
    "expired",
    "suspended",
    name="state",
    native_enum=False,
    create_constraint=True,
    length=32,
)


def upgrade() -> None:
    op.create_table(
        "background_checks",
        sa.Column("walker_id", sa.Uuid(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=True),
        sa.Column(
            "level",
            sa.Enum(
                "basic",
                "enhanced",
                name="checklevel",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "outcome",
            sa.Enum(
                "passed",
                "failed",
                name="checkoutcome",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("scope", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_by", sa.Uuid(), nullable=True),
        sa.Column("revoke_reason", sa.String(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "expires_at > checked_at", name=op.f("ck_background_checks_holds_for_some_time")
        ),
        sa.ForeignKeyConstraint(
            ["walker_id"], ["walkers.id"], name=op.f("fk_background_checks_walker_id_walkers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_background_checks")),
    )
    op.create_index(
        "ix_background_checks_walker_id_id", "background_checks", ["walker_id", "id"], unique=False
    )
    op.create_table(
        "quiz_attempts",
        sa.Column("walker_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("questions", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("answers", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("passed", sa.Boolean(), nullable=True),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["walker_id"], ["walkers.id"], name=op.f("fk_quiz_attempts_walker_id_walkers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quiz_attempts")),
    )
    op.create_index(
        "ix_quiz_attempts_walker_id_id", "quiz_attempts", ["walker_id", "id"], unique=False
    )
    op.create_table(
        "verification_steps",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", STATES, nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("reason_code", sa.String(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["verification_cases.id"],
            name=op.f("fk_verification_steps_case_id_verification_cases"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verification_steps")),
    )
    op.create_index(
        op.f("ix_verification_steps_case_id"), "verification_steps", ["case_id"], unique=False
    )
    op.add_column("walkers", sa.Column("checked_until", sa.DateTime(timezone=True), nullable=True))
    _make_states_of_stages()


def _make_states_of_stages() -> None:
    cases = "verification_cases"
    op.add_column(cases, sa.Column("state", STATES, nullable=True))
    op.execute(
        "update verification_cases set state = case stage when 'decided' then decision else stage end"
    )
    # of several approvals of one walker the newest is the one that holds
    op.execute("""
        update verification_cases older set state = 'expired'
        from verification_cases newer
        where older.user_id = newer.user_id and older.id < newer.id
          and older.state = 'approved' and newer.state = 'approved'
    """)
    op.alter_column(cases, "state", nullable=False)
    op.add_column(
        cases,
        sa.Column("asked_for", postgresql.ARRAY(sa.String()), nullable=False, server_default="{}"),
    )
    op.alter_column(cases, "asked_for", server_default=None)
    op.add_column(cases, sa.Column("taken_up_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(cases, sa.Column("first_reviewer_id", sa.Uuid(), nullable=True))
    op.drop_index("ix_verification_cases_stage_id", table_name=cases)
    op.drop_index("uq_verification_cases_open", table_name=cases)
    op.drop_constraint(op.f("ck_verification_cases_decided_has_a_decision"), cases)
    op.drop_column(cases, "stage")
    op.drop_column(cases, "decision")
    op.create_index("ix_verification_cases_state_id", cases, ["state", "id"])
    for name, states in (("open", OPEN), ("valid", "'approved', 'suspended'")):
        op.create_index(
            f"uq_verification_cases_{name}",
            cases,
            ["user_id"],
            unique=True,
            postgresql_where=sa.text(f"state IN ({states})"),
        )
    op.create_check_constraint(
        op.f("ck_verification_cases_decided_has_a_moment"),
        cases,
        f"(state IN ({OPEN})) = (decided_at IS NULL)",
    )
