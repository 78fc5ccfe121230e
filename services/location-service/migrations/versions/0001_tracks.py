"""tracks, trackpoints, whereabouts, geofences, alerts"""

import sqlalchemy as sa
from alembic import op
from geoalchemy2 import Geography
from sqlalchemy.dialects import postgresql

from lapa_kit.kit_schema import create_kit_tables_v1

revision = "0001"
down_revision = None

MOMENT = sa.DateTime(timezone=True)
PLACE = Geography("POINT", srid=4326, spatial_index=False)


def one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    create_kit_tables_v1()
    create_tracks()
    create_points()
    create_whereabouts()
    create_geofences()
    create_alerts()


def create_tracks() -> None:
    op.create_table(
        "tracks",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("client_id", sa.Uuid, nullable=False),
        sa.Column("walker_id", sa.Uuid),
        sa.Column(
            "state",
            one_of("trackstate", "planned", "live", "closing", "final", "cancelled"),
            nullable=False,
        ),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("planned_at", MOMENT, nullable=False),
        sa.Column("started_at", MOMENT),
        sa.Column("finished_at", MOMENT),
        sa.Column("last_seq", sa.BigInteger, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("measured_seq", sa.BigInteger, nullable=False),
        sa.Column("distance_m", sa.Integer),
        sa.Column("low_m", sa.Integer),
        sa.Column("high_m", sa.Integer),
        sa.Column("moving_s", sa.Integer),
        sa.Column("duration_s", sa.Integer),
        sa.Column("in_vehicle_s", sa.Integer),
        sa.Column("coverage", sa.Float),
        sa.Column("jumps", sa.Integer),
        sa.Column("gaps", postgresql.JSONB),
        sa.Column("line", postgresql.JSONB),
        sa.Column("polyline", sa.String),
        sa.Column("raw_sha256", sa.String),
        sa.CheckConstraint(
            "finished_at IS NULL OR started_at IS NOT NULL", name="finished_started"
        ),
        sa.CheckConstraint("finished_at >= started_at", name="ends_after_start"),
        sa.CheckConstraint("low_m <= distance_m AND distance_m <= high_m", name="interval"),
    )
    op.create_index("ix_tracks_walker_id_started_at", "tracks", ["walker_id", "started_at"])
    op.create_index("ix_tracks_client_id_id", "tracks", ["client_id", "id"])


def create_points() -> None:
    op.create_table(
        "trackpoints",
        sa.Column("user_id", sa.Uuid, primary_key=True),
        sa.Column("device_id", sa.String, primary_key=True),
        sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("at", MOMENT, primary_key=True),
        sa.Column("track_id", sa.Uuid),
        sa.Column("track_seq", sa.BigInteger),
        sa.Column("lat", sa.Float, nullable=False),
        sa.Column("lon", sa.Float, nullable=False),
        sa.Column("accuracy_m", sa.REAL),
        sa.Column("speed_mps", sa.REAL),
        sa.Column("heading", sa.REAL),
        sa.Column("battery", sa.REAL),
        sa.Column("received_at", MOMENT, nullable=False),
        postgresql_partition_by="RANGE (at)",
    )
    op.create_index("ix_trackpoints_track_id_track_seq", "trackpoints", ["track_id", "track_seq"])
    op.create_table(
        "rejected_points",
        sa.Column("user_id", sa.Uuid, primary_key=True),
        sa.Column("device_id", sa.String, primary_key=True),
        sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("at", MOMENT, primary_key=True),
        sa.Column("lat", sa.Float, nullable=False),
        sa.Column("lon", sa.Float, nullable=False),
        sa.Column(
            "reason", one_of("rejection", "null_island", "future", "too_old"), nullable=False
        ),
        sa.Column("received_at", MOMENT, nullable=False),
    )
    op.create_index("ix_rejected_points_received_at", "rejected_points", ["received_at"])


def create_whereabouts() -> None:
    op.create_table(
        "whereabouts",
        sa.Column("user_id", sa.Uuid, primary_key=True),
        sa.Column("at", MOMENT),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("place", PLACE),
        sa.Column("accuracy_m", sa.REAL),
        sa.Column("speed_mps", sa.REAL),
        sa.Column("heading", sa.REAL),
        sa.Column("battery", sa.REAL),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("online", sa.Boolean, nullable=False),
        sa.Column("is_suspended", sa.Boolean, nullable=False),
        sa.Column("verified_until", MOMENT),
        sa.Column("is_available", sa.Boolean, nullable=False),
        sa.Column("said_at", MOMENT),
        sa.Column("said_place", PLACE),
        postgresql_with={"fillfactor": 70},
    )
    op.create_index(
        "ix_whereabouts_nearby",
        "whereabouts",
        ["place"],
        postgresql_using="gist",
        postgresql_where=sa.text("is_available"),
    )
    op.create_table(
        "blocks",
        sa.Column("user_id", sa.Uuid, primary_key=True),
        sa.Column("other_id", sa.Uuid, primary_key=True),
    )
    op.create_index("ix_blocks_other_id", "blocks", ["other_id"])


def create_geofences() -> None:
    op.create_table(
        "geofences",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column(
            "kind", one_of("geofencekind", "safe_zone", "forbidden", "pickup"), nullable=False
        ),
        sa.Column("shape", postgresql.JSONB, nullable=False),
        sa.Column("applies_to", postgresql.JSONB, nullable=False),
        sa.Column("notify_on", postgresql.JSONB, nullable=False),
    )
    op.create_index("ix_geofences_owner_id", "geofences", ["owner_id"])
    op.create_table(
        "fence_states",
        sa.Column("track_id", sa.Uuid, primary_key=True),
        sa.Column(
            "geofence_id",
            sa.Uuid,
            sa.ForeignKey("geofences.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("is_inside", sa.Boolean, nullable=False),
        sa.Column("contradictions", sa.Integer, nullable=False),
    )


def create_alerts() -> None:
    op.create_table(
        "alerts",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("walker_id", sa.Uuid),
        sa.Column("track_id", sa.Uuid, nullable=False),
        sa.Column("geofence_id", sa.Uuid),
        sa.Column(
            "kind",
            one_of(
                "alertkind",
                "geofence",
                "signal_lost",
                "long_stop",
                "vehicle",
                "battery",
                "separation",
                "lost_dog",
                "sos",
            ),
            nullable=False,
        ),
        sa.Column("severity", one_of("severity", "low", "medium", "high"), nullable=False),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("lat", sa.Float, nullable=False),
        sa.Column("lon", sa.Float, nullable=False),
        sa.Column("details", postgresql.JSONB, nullable=False),
        sa.Column("acknowledged_at", MOMENT),
    )
    op.create_index("ix_alerts_owner_id_id", "alerts", ["owner_id", "id"])
    op.create_index("ix_alerts_track_id", "alerts", ["track_id"])
