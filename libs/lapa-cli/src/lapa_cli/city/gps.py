"""What a phone makes of a true walk: correlated error, reflections, and its own idea of its accuracy."""

import math
import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

M_PER_DEGREE = 111_195.0
HONEST_RADIUS = 1.51  # 68 % of a two-dimensional normal error lie within 1.51 sigma


@dataclass(frozen=True, slots=True)
class Fix:
    """A position as a phone reports it; `accuracy_m` is the radius that holds 68 % of the errors."""

    at: datetime
    lat: float
    lon: float
    accuracy_m: float | None = None


def add_noise(
    points: Iterable[Fix],
    *,
    seed: int,
    sigma_m: float = 5.0,
    rho: float = 0.95,
    jump_share: float = 0.02,
    jump_m: float = 80.0,
    step_s: float = 5,
) -> list[Fix]:
    """Sample a true walk every `step_s` seconds as a phone would.

    The error of each axis has the standard deviation `sigma_m` and a correlation of `rho` over a second
    (AR(1), as in multipath and slow satellite geometry). A share of the fixes is thrown `jump_m` away in
    any direction; half of those admit it in their accuracy. The first and last moments are kept.
    """
    rng = random.Random(seed)
    truth = list(points)
    east, north = rng.gauss(0, sigma_m), rng.gauss(0, sigma_m)
    seen: list[Fix] = []
    before: datetime | None = None
    for point in sample(truth, step_s):
        if before:
            kept = rho ** (point.at - before).total_seconds()
            fresh = sigma_m * math.sqrt(max(0.0, 1 - kept * kept))
            east = kept * east + rng.gauss(0, fresh)
            north = kept * north + rng.gauss(0, fresh)
        before = point.at
        x, y, accuracy = east, north, sigma_m * HONEST_RADIUS * rng.uniform(0.8, 1.25)
        if rng.random() < jump_share:
            angle = rng.uniform(0, 2 * math.pi)
            x, y = x + jump_m * math.cos(angle), y + jump_m * math.sin(angle)
            accuracy = max(accuracy, 0.75 * jump_m) if rng.random() < 0.5 else accuracy
        seen.append(moved(point, east_m=x, north_m=y, accuracy_m=round(accuracy, 1)))
    return seen


def sample(points: list[Fix], step_s: float) -> list[Fix]:
    """The walk at even steps of time, between its recorded points in a straight line."""
    sampled: list[Fix] = []
    due = points[0].at
    for a, b in pairwise(points):
        while due < b.at:
            share = (due - a.at) / (b.at - a.at)
            sampled.append(
                Fix(due, a.lat + share * (b.lat - a.lat), a.lon + share * (b.lon - a.lon))
            )
            due += timedelta(seconds=step_s)
    return [*sampled, points[-1]]


def read_gpx(path: Path) -> list[Fix]:
    """The timed track points of a GPX file that we trust, in order."""
    points: list[Fix] = []
    for node in ElementTree.parse(path).iter("{http://www.topografix.com/GPX/1/1}trkpt"):
        at = node.findtext("{http://www.topografix.com/GPX/1/1}time")
        if at:
            points.append(
                Fix(
                    datetime.fromisoformat(at), float(node.attrib["lat"]), float(node.attrib["lon"])
                )
            )
    return points


def cut(points: list[Fix], *, start_s: float = 0, for_s: float) -> list[Fix]:
    """The piece of a walk that begins `start_s` after its first point."""
    first = points[0].at + timedelta(seconds=start_s)
    return [p for p in points if first <= p.at <= first + timedelta(seconds=for_s)]


def moved_to(points: list[Fix], *, lat: float, lon: float, at: datetime) -> list[Fix]:
    """The same walk, beginning at another place and moment; its length in metres stays."""
    first = points[0]
    narrower = math.cos(math.radians(first.lat)) / math.cos(math.radians(lat))
    return [
        replace(
            p,
            at=at + (p.at - first.at),
            lat=lat + (p.lat - first.lat),
            lon=lon + (p.lon - first.lon) * narrower,
        )
        for p in points
    ]


def moved(point: Fix, *, east_m: float, north_m: float, accuracy_m: float | None) -> Fix:
    per_lon = M_PER_DEGREE * math.cos(math.radians(point.lat))
    return Fix(
        point.at, point.lat + north_m / M_PER_DEGREE, point.lon + east_m / per_lon, accuracy_m
    )


def length_m(points: list[Fix]) -> float:
    """How long the walk is along its points."""
    return sum(
        math.hypot(
            (b.lat - a.lat) * M_PER_DEGREE,
            (b.lon - a.lon) * M_PER_DEGREE * math.cos(math.radians((a.lat + b.lat) / 2)),
        )
        for a, b in pairwise(points)
    )
