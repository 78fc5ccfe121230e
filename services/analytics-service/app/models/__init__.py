"""Tables and their invariants; importing this package knows them all."""

from app.models.event import Event as Event
from app.models.kpi import Kpi as Kpi
from app.models.metric import Metric as Metric
