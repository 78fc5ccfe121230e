"""True walks to be measured: simulated ones, and recorded ones from the shared fixtures."""

import math
import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from app.tracking.fixes import Fix
from app.tracking.frame import LocalFrame
from app.tracking.measurement import Measurement, measure
from lapa_cli.city import gps

MORNING = datetime(2026, 5, 1, 8, tzinfo=UTC)
RECORDED = Path(__file__).parents[3] / "tests" / "fixtures" / "tracks"


def city_walk(
    seed: int, *, length_m: float = 2400, speed_mps: float = 1.3, stop_s: int = 0
) -> list[gps.Fix]:
    """Legs of 60-150 m with turns of about 90°, a point a second, standing `stop_s` halfway."""
    rng = random.Random(seed)
    x = y = walked = 0.0
    heading, leg = rng.uniform(0, 2 * math.pi), rng.uniform(60, 150)
    plane = [(x, y)]
    while walked < length_m:
        if leg <= 0:
            heading += rng.choice([-1, 1]) * math.pi / 2 + rng.gauss(0, 0.1)
            leg = rng.uniform(60, 150)
        x, y = x + speed_mps * math.cos(heading), y + speed_mps * math.sin(heading)
        leg, walked = leg - speed_mps, walked + speed_mps
        plane.append((x, y))
    half = len(plane) // 2
    return on_earth(plane[:half] + [plane[half]] * stop_s + plane[half:])


def standing(seconds: int) -> list[gps.Fix]:
    return on_earth([(0.0, 0.0)] * seconds)


def on_earth(plane: Sequence[tuple[float, float]]) -> list[gps.Fix]:
    """One point a second, in Helsinki."""
    frame = LocalFrame.at(60.17, 24.94)
    return [
        gps.Fix(MORNING + timedelta(seconds=i), *frame.to_degrees(x, y))
        for i, (x, y) in enumerate(plane)
    ]


@cache
def recorded(name: str) -> list[gps.Fix]:
    return gps.read_gpx(RECORDED / name)


def as_fixes(points: Sequence[gps.Fix]) -> list[Fix]:
    return [Fix(p.at.timestamp(), p.lat, p.lon, p.accuracy_m) for p in points]


def measure_noisy(truth: Sequence[gps.Fix], *, seed: int, step_s: float = 5) -> Measurement:
    """Under the stated conditions: 5 m of error an axis, correlated .95 a second, 2 % jumps of 80 m."""
    noisy = gps.add_noise(truth, seed=seed, step_s=step_s)
    return measure_between(as_fixes(noisy), truth)


def measure_between(fixes: Sequence[Fix], truth: Sequence[gps.Fix]) -> Measurement:
    return measure(fixes, start=truth[0].at.timestamp(), end=truth[-1].at.timestamp())
