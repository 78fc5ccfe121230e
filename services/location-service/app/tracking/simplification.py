"""A line small enough to send about: Douglas-Peucker, and Google's encoded polyline."""

from collections.abc import Sequence

import polyline
from shapely import LineString

from app.tracking.frame import LocalFrame
from app.tracking.measurement import Place

FINEST_M = 2.0
LONGEST_POLYLINE_BYTES = 8_192


def simplify(line: Sequence[Place], tolerance_m: float) -> list[Place]:
    """The places that are needed for the line to stay within `tolerance_m` of itself."""
    if len(line) < 3 or tolerance_m <= 0:
        return list(line)
    frame = LocalFrame.at(line[0].lat, line[0].lon)
    # the index rides along as the third coordinate, which the algorithm ignores
    points = [(*frame.to_metres(p.lat, p.lon), float(i)) for i, p in enumerate(line)]
    kept = LineString(points).simplify(tolerance_m, preserve_topology=False)
    return [line[int(point[2])] for point in kept.coords]


def encode(line: Sequence[Place]) -> str:
    """As an encoded polyline of five decimals."""
    # the library stumbles over a line without a point
    return polyline.encode([(place.lat, place.lon) for place in line], 5) if line else ""


def encode_small(line: Sequence[Place], *, at_most: int = LONGEST_POLYLINE_BYTES) -> str:
    """The finest polyline that fits into so many bytes."""
    tolerance = FINEST_M
    while len(encoded := encode(simplify(line, tolerance))) > at_most:
        tolerance *= 1.5
    return encoded
