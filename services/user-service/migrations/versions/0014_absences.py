"""Time off, imported calendars, and what they come to."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    unavailable = sa.Column("unavailable", JSONB(), nullable=False, server_default="[]")
    op.add_column("walkers", unavailable)
    op.alter_column("walkers", "unavailable", server_default=None)
    op.create_table(
        "times_off",
        sa.Column("walker_id", sa.Uuid(), nullable=False),
        sa.Column("starts_at", moment, nullable=False),
        sa.Column("ends_at", moment, nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("updated_at", moment, nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_times_off_ends_after_start")),
        sa.ForeignKeyConstraint(
            ["walker_id"], ["walkers.id"], name=op.f("fk_times_off_walker_id_walkers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_times_off")),
    )
    op.create_index("ix_times_off_walker_id_ends_at", "times_off", ["walker_id", "ends_at"])
    op.create_table(
        "calendar_feeds",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("url_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("etag", sa.String(), nullable=True),
        sa.Column("digest", sa.LargeBinary(), nullable=True),
        sa.Column("expanded_at", moment, nullable=True),
        sa.Column("busy", JSONB(), nullable=False),
        sa.Column("tried_at", moment, nullable=True),
        sa.Column("read_at", moment, nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("updated_at", moment, nullable=False),
        sa.ForeignKeyConstraint(["id"], ["walkers.id"], name=op.f("fk_calendar_feeds_id_walkers")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_feeds")),
    )
    op.create_index(op.f("ix_calendar_feeds_tried_at"), "calendar_feeds", ["tried_at"])
