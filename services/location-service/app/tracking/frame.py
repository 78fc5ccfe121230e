"""Degrees to metres and back, in a plane that touches the ellipsoid where the walk is."""

import math
from dataclasses import dataclass

SEMI_MAJOR_M = 6_378_137.0  # WGS 84
ECCENTRICITY_SQUARED = 0.00669437999014


@dataclass(frozen=True, slots=True)
class LocalFrame:
    """East and north in metres from an origin; true to about 1 in 10 000 within 20 km."""

    lat: float
    lon: float
    m_per_lat: float
    m_per_lon: float

    @classmethod
    def at(cls, lat: float, lon: float) -> "LocalFrame":
        sin = math.sin(math.radians(lat))
        bend = 1 - ECCENTRICITY_SQUARED * sin * sin
        meridian = SEMI_MAJOR_M * (1 - ECCENTRICITY_SQUARED) / bend**1.5
        normal = SEMI_MAJOR_M / math.sqrt(bend)
        # at the very pole a degree of longitude has no length: a millimetre keeps division sane
        m_per_lon = max(math.radians(normal * math.cos(math.radians(lat))), 1e-3)
        return cls(lat, lon, math.radians(meridian), m_per_lon)

    def to_metres(self, lat: float, lon: float) -> tuple[float, float]:
        east = (lon - self.lon + 540.0) % 360.0 - 180.0
        return east * self.m_per_lon, (lat - self.lat) * self.m_per_lat

    def to_degrees(self, x: float, y: float) -> tuple[float, float]:
        lon = self.lon + x / self.m_per_lon
        return self.lat + y / self.m_per_lat, (lon + 540.0) % 360.0 - 180.0


def distance_m(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Metres between two points that are not far apart."""
    x, y = LocalFrame.at((lat + other_lat) / 2, lon).to_metres(other_lat, other_lon)
    _, y0 = LocalFrame.at((lat + other_lat) / 2, lon).to_metres(lat, lon)
    return math.hypot(x, y - y0)
