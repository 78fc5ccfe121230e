"""Walks by their start: the city's activity asks for those of the last hours."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_index("ix_tracks_started_at", "tracks", ["started_at"])
