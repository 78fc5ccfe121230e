"""Tables and their invariants; importing this package knows them all."""

from app.models.alert import Alert as Alert
from app.models.block import Block as Block
from app.models.consent import LocationConsent as LocationConsent
from app.models.geofence import FenceState as FenceState
from app.models.geofence import Geofence as Geofence
from app.models.track import Track as Track
from app.models.trackpoint import RejectedPoint as RejectedPoint
from app.models.trackpoint import Trackpoint as Trackpoint
from app.models.whereabouts import Whereabouts as Whereabouts
