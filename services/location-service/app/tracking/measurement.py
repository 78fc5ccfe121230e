"""From the fixes of a walk to what can honestly be said of it: distance, its interval, coverage, gaps."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from statistics import median

from app.tracking.fixes import Fix
from app.tracking.frame import LocalFrame
from app.tracking.jumps import Sample, drop_jumps
from app.tracking.motion import Stretch, find_rides, find_stops, length, straighten
from app.tracking.smoothing import Step, smooth

COARSE_M = 50.0
UNKNOWN_ACCURACY_M = 8.0
RADIUS_TO_SIGMA = 1.51  # phones tell the radius of 68 %; a sigma an axis is that much smaller
LEAST_SIGMA_M = 2.0
GAP_S = 60.0
GAP_STEPS = 4.0
MOST_WALKING_MPS = 2.0


class GapReason(StrEnum):
    NO_SIGNAL = "no_signal"
    COARSE = "coarse"
    VEHICLE = "vehicle"


@dataclass(frozen=True, slots=True)
class Gap:
    """A time of the walk nobody can vouch for; in Unix seconds, once measured."""

    start: float
    end: float
    reason: GapReason


@dataclass(frozen=True, slots=True)
class Place:
    """A point of the final line."""

    at: float
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Measurement:
    """All lengths in metres, all times in seconds; low and high hold the truth in nine of ten walks."""

    distance: float
    low: float
    high: float
    duration: float
    moving: float
    in_vehicle: float
    coverage: float
    gaps: list[Gap]
    jumps: int
    line: list[Place]


def measure(fixes: Iterable[Fix], *, start: float, end: float) -> Measurement:
    """Measure the walk between two moments (Unix seconds) from its fixes, in any order, repeated or not."""
    ordered = _in_order(fix for fix in fixes if start <= fix.at <= end)
    fine = [fix for fix in ordered if (fix.accuracy_m or 0.0) <= COARSE_M]
    if not fine:
        return _unseen(start, end, GapReason.COARSE if ordered else GapReason.NO_SIGNAL)
    frame = LocalFrame.at(fine[0].lat, fine[0].lon)
    samples = [_sample(fix, frame, start) for fix in fine]
    kept = drop_jumps(samples)
    path = smooth(kept)
    rides = find_rides(path)
    gaps = _find_silences(kept, [fix.at - start for fix in ordered], end - start)
    gaps += [Gap(path[ride.first].t, path[ride.last].t, GapReason.VEHICLE) for ride in rides]
    seen = _Seen(
        path=path,
        stops=[stop for stop in find_stops(path) if not _overlaps(stop, rides)],
        rides=rides,
        gaps=sorted(gaps, key=lambda gap: gap.start),
        duration=end - start,
    )
    return seen.conclude(frame, start, jumps=len(samples) - len(kept))


def _in_order(fixes: Iterable[Fix]) -> list[Fix]:
    """By time; of two at the same moment the finer one."""
    best: dict[float, Fix] = {}
    for fix in fixes:
        known = best.get(fix.at)
        if known is None or _fineness(fix) < _fineness(known):
            best[fix.at] = fix
    return [best[at] for at in sorted(best)]


def _fineness(fix: Fix) -> tuple[float, float, float]:
    # the position breaks ties, so that the order of arrival never shows in the result
    return (fix.accuracy_m or UNKNOWN_ACCURACY_M, fix.lat, fix.lon)


def _sample(fix: Fix, frame: LocalFrame, start: float) -> Sample:
    x, y = frame.to_metres(fix.lat, fix.lon)
    sigma = (fix.accuracy_m or UNKNOWN_ACCURACY_M) / RADIUS_TO_SIGMA
    return Sample(fix.at - start, x, y, max(LEAST_SIGMA_M, sigma))


def _find_silences(kept: Sequence[Sample], heard: Sequence[float], duration: float) -> list[Gap]:
    """Silences longer than the phone's own habit, those at the walk's two ends included."""
    times = [0.0, *(sample.t for sample in kept), duration]
    longest = max(GAP_S, GAP_STEPS * usual_step(kept))
    gaps: list[Gap] = []
    for a, b in pairwise(times):
        if b - a > longest:
            coarse = any(a < t < b for t in heard)
            gaps.append(Gap(a, b, GapReason.COARSE if coarse else GapReason.NO_SIGNAL))
    return gaps


def usual_step(steps: Sequence[Sample | Step]) -> float:
    """How often the phone speaks, in seconds."""
    return median([b.t - a.t for a, b in pairwise(steps)] or [0.0])


def _overlaps(stop: Stretch, rides: Sequence[Stretch]) -> bool:
    return any(stop.first <= ride.last and ride.first <= stop.last for ride in rides)


@dataclass(frozen=True)
class _Seen:
    """What was made out of a walk; times in seconds from its start."""

    path: Sequence[Step]
    stops: Sequence[Stretch]
    rides: Sequence[Stretch]
    gaps: Sequence[Gap]
    duration: float

    @property
    def unseen(self) -> float:
        return sum(gap.end - gap.start for gap in self.gaps)

    @property
    def moving(self) -> float:
        standing = sum(self._time_of(stop) for stop in self.stops)
        return max(0.0, self.duration - self.unseen - standing)

    def _time_of(self, stretch: Stretch) -> float:
        return self.path[stretch.last].t - self.path[stretch.first].t

    def conclude(self, frame: LocalFrame, start: float, *, jumps: int) -> Measurement:
        drawn = straighten(self.path, self.stops)
        ridden = sum(length(ride.within(self.path)) for ride in self.rides)
        distance = max(0.0, length(drawn) - ridden)
        low, high = self._interval(distance)
        return Measurement(
            distance=distance,
            low=low,
            high=high,
            duration=self.duration,
            moving=self.moving,
            in_vehicle=sum(self._time_of(ride) for ride in self.rides),
            coverage=max(0.0, 1.0 - self.unseen / self.duration) if self.duration else 0.0,
            gaps=[Gap(start + gap.start, start + gap.end, gap.reason) for gap in self.gaps],
            jumps=jumps,
            line=[Place(start + s.t, *frame.to_degrees(s.x, s.y)) for s in drawn],
        )

    def _interval(self, distance: float) -> tuple[float, float]:
        """The 90 % interval: figures fitted to simulated walks, proved on others by the tests.

        Coarse fixes lengthen a line and sparse ones cut its corners, so the two sides differ. In a gap
        the walker may have gone on at his own pace: that can only add.
        """
        step, sigma = usual_step(self.path), median(s.sigma for s in self.path)
        below = distance * max(0.01, 0.0078 * sigma - 0.013) + 5.0
        above = distance * (0.027 + 0.0034 * max(0.0, step - 5.0)) + 5.0
        return max(0.0, distance - below), distance + above + self._hidden(distance)

    def _hidden(self, distance: float) -> float:
        """The most that may have been walked in gaps beyond the straight line across them."""
        pace = MOST_WALKING_MPS
        if self.moving > 0:
            pace = min(pace, distance / self.moving)
        return sum(
            max(0.0, pace * (gap.end - gap.start) - _bridged(self.path, gap))
            for gap in self.gaps
            if gap.reason is not GapReason.VEHICLE
        )


def _bridged(path: Sequence[Step], gap: Gap) -> float:
    """The part of the line that was drawn straight across a gap."""
    across = ((a, b) for a, b in pairwise(path) if a.t <= gap.end and b.t >= gap.start)
    return sum(math.hypot(b.x - a.x, b.y - a.y) for a, b in across if b.t - a.t > GAP_S / 2)


def _unseen(start: float, end: float, reason: GapReason) -> Measurement:
    """Nothing usable was heard: the walk happened, its length is unknown."""
    duration = max(0.0, end - start)
    gaps = [Gap(start, end, reason)] if duration else []
    high = MOST_WALKING_MPS * duration
    return Measurement(0.0, 0.0, high, duration, 0.0, 0.0, 0.0, gaps, 0, [])
