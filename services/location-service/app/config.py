"""The settings of the location service, and nothing else's."""

from datetime import timedelta
from typing import ClassVar

from pydantic import Field

from lapa_contracts.settings import LapaSettings


class Settings(LapaSettings):
    service_name: ClassVar[str] = "location-service"
    schema_name: ClassVar[str] = "location"

    # outside a walk the last point is all there is, and not for long
    last_point_life: timedelta = timedelta(minutes=30)
    # a walker who has been silent for so long is not shown as near
    nearby_life: timedelta = timedelta(minutes=5)
    nearby_radius_m: int = 3_000
    nearby_max_radius_m: int = 50_000
    nearby_grid_deg: float = 0.001
    # points that came before the event that says whose they are
    unbound_life: timedelta = timedelta(hours=1)
    # what visitors see of the city: squares where so many walked within a span, told anew every so often;
    # the edge is left out at both ends of each walk
    activity_square_m: int = 300
    activity_at_least: int = Field(3, ge=2)
    activity_edge: timedelta = timedelta(minutes=10)
    activity_span: timedelta = timedelta(minutes=15)
    activity_every: timedelta = timedelta(minutes=5)
    moved_m: float = 200.0
    moved_after: timedelta = timedelta(minutes=2)
    # after the finish: how long to wait for the phone's last points, and what counts as having them
    final_patience: timedelta = timedelta(seconds=15)
    final_slack: timedelta = timedelta(seconds=10)
    revise_after: timedelta = timedelta(seconds=5)
    trackpoints_kept: timedelta = timedelta(days=30)
    live_interval: timedelta = timedelta(milliseconds=250)
    geofences_each: int = 50


settings = Settings.from_env()
