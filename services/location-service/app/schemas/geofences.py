"""Geofences and alerts as they are sent and shown."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from app.models.geofence import GeofenceKind
from app.schemas.values import Lat, Lon, Point, Schema, Utc
from lapa_contracts.location import AlertKind
from lapa_contracts.values import Severity

Corner = tuple[Lon, Lat]
Ring = Annotated[list[Corner], Field(min_length=4, max_length=1000)]
Crossing = Literal["enter", "exit"]
Name = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[^\x00]*$")]


class CircleShape(Schema):
    type: Literal["circle"]
    center: Point
    radius_m: float = Field(ge=10, le=50_000)


class PolygonShape(Schema):
    """GeoJSON: the outer ring, then holes; longitude first."""

    type: Literal["Polygon"]
    coordinates: list[Ring] = Field(min_length=1, max_length=20)


Shape = Annotated[CircleShape | PolygonShape, Field(discriminator="type")]


class GeofenceCreate(Schema):
    """`applies_to` names walks (order ids); empty, it watches every walk of the owner."""

    name: Name
    kind: GeofenceKind
    shape: Shape
    applies_to: list[UUID] = Field([], max_length=100)
    notify_on: list[Crossing] = Field(["enter", "exit"], min_length=1, max_length=2)

    def facts(self) -> dict[str, Any]:
        return _plain(self.model_dump(mode="json"))


class GeofencePatch(Schema):
    name: Name | None = None
    kind: GeofenceKind | None = None
    shape: Shape | None = None
    applies_to: list[UUID] | None = Field(None, max_length=100)
    notify_on: list[Crossing] | None = Field(None, min_length=1, max_length=2)

    def facts(self) -> dict[str, Any]:
        return _plain(self.model_dump(mode="json", exclude_none=True))


def _plain(facts: dict[str, Any]) -> dict[str, Any]:
    if "kind" in facts:
        facts["kind"] = GeofenceKind(facts["kind"])
    return facts


class GeofenceRead(Schema):
    id: UUID
    name: str
    kind: GeofenceKind
    shape: Shape
    applies_to: list[UUID]
    notify_on: list[Crossing]
    created_at: Utc
    updated_at: Utc


class AlertRead(Schema):
    """`what` says which of its kind it is: a geofence's `enter` or `exit`."""

    id: UUID
    kind: AlertKind
    severity: Severity
    what: str
    order_id: UUID = Field(validation_alias="track_id")
    geofence_id: UUID | None
    at: Utc
    lat: float
    lon: float
    details: dict[str, Any]
    acknowledged_at: Utc | None
