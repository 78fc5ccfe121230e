"""On which side of a border a body is, without being fooled by the error of its position."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import orjson
from shapely import Point, Polygon
from shapely.geometry import shape as geometry_of

from app.tracking.frame import LocalFrame, distance_m

BUFFER_M = 10.0
FIXES_NEEDED = 3
UNKNOWN_ACCURACY_M = 8.0


class NoArea(ValueError):
    """The shape encloses nothing, crosses itself, or has another type."""


@dataclass(frozen=True, slots=True)
class Side:
    """Inside or outside, and how many fixes in a row have said the opposite."""

    is_inside: bool
    contradictions: int = 0


@dataclass(frozen=True)
class Area:
    """A polygon in metres about its own first corner."""

    frame: LocalFrame
    polygon: Polygon

    def depth_m(self, lat: float, lon: float) -> float:
        """Metres to the border: positive inside, negative outside."""
        point = Point(*self.frame.to_metres(lat, lon))
        away = self.polygon.boundary.distance(point)
        return away if self.polygon.contains(point) else -away


@dataclass(frozen=True)
class Circle:
    lat: float
    lon: float
    radius_m: float

    def depth_m(self, lat: float, lon: float) -> float:
        return self.radius_m - distance_m(self.lat, self.lon, lat, lon)


def area_of(shape: Mapping[str, Any]) -> Area | Circle:
    """The area of `{type: circle, center: {lat, lon}, radius_m}` or a GeoJSON Polygon; raises NoArea."""
    return _area_of(orjson.dumps(shape, option=orjson.OPT_SORT_KEYS))


@lru_cache(maxsize=1000)
def _area_of(raw: bytes) -> Area | Circle:
    shape = orjson.loads(raw)
    if shape["type"] == "circle":
        return Circle(shape["center"]["lat"], shape["center"]["lon"], shape["radius_m"])
    try:
        lon, lat = shape["coordinates"][0][0][:2]
        frame = LocalFrame.at(lat, lon)
        rings = [[frame.to_metres(p[1], p[0]) for p in ring] for ring in shape["coordinates"]]
        polygon = geometry_of({"type": "Polygon", "coordinates": rings})
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise NoArea("This is no polygon.") from error
    if not isinstance(polygon, Polygon) or polygon.is_empty or not polygon.is_valid:
        raise NoArea("The polygon crosses itself or encloses nothing.")
    return Area(frame, polygon)


def first_side(depth: float, accuracy_m: float | None) -> Side | None:
    """Where a body is to begin with; None while its fix could be on either side."""
    if abs(depth) <= (accuracy_m or UNKNOWN_ACCURACY_M):
        return None
    return Side(depth > 0)


def next_side(side: Side, depth: float, accuracy_m: float | None) -> Side:
    """The side after one more fix: changed only when several in a row are clearly beyond the border."""
    beyond = -depth if side.is_inside else depth
    if beyond - (accuracy_m or UNKNOWN_ACCURACY_M) <= BUFFER_M:
        # a fix on the old side ends the row; one that may be on either side neither adds nor ends
        return Side(side.is_inside) if beyond <= 0 else side
    if side.contradictions + 1 >= FIXES_NEEDED:
        return Side(not side.is_inside)
    return Side(side.is_inside, side.contradictions + 1)
