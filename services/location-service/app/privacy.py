"""What the location service holds of people, and what becomes of it when they leave."""

from app.models import (
    Alert,
    Block,
    FenceState,
    Geofence,
    LocationConsent,
    RejectedPoint,
    Track,
    Trackpoint,
    Whereabouts,
)
from lapa_kit.privacy import DELETE, Change, Holding, Privacy, those_of

privacy = Privacy(
    holdings=[
        # a walk begins at the owner's door: its points go with either of the two
        Holding(
            Trackpoint, Trackpoint.track_id, DELETE, those_of(Trackpoint.track_id, Track.client_id)
        ),
        Holding(Trackpoint, Trackpoint.user_id, DELETE),
        Holding(RejectedPoint, RejectedPoint.user_id, DELETE),
        Holding(
            FenceState,
            FenceState.geofence_id,
            DELETE,
            those_of(FenceState.geofence_id, Geofence.owner_id),
        ),
        Holding(Geofence, Geofence.owner_id, DELETE),
        Holding(Alert, Alert.owner_id, DELETE),
        # where somebody else's dog was is the owner's to keep
        Holding(
            Alert,
            Alert.walker_id,
            Change(harmless=[Alert.lat, Alert.lon, Alert.details, Alert.what]),
        ),
        # the line is the owner's, whose dog it was; lengths and times stay, so that sums do
        Holding(
            Track,
            Track.client_id,
            Change(
                {Track.line: None, Track.polyline: None, Track.gaps: None, Track.raw_sha256: None}
            ),
        ),
        Holding(Track, Track.walker_id, Change()),
        Holding(LocationConsent, LocationConsent.user_id, DELETE),
        Holding(Block, Block.user_id, DELETE),
        Holding(Block, Block.other_id, DELETE, is_exported=False),
        Holding(
            Whereabouts,
            Whereabouts.user_id,
            DELETE,
            hidden=[Whereabouts.place, Whereabouts.said_place],
        ),
    ]
)
