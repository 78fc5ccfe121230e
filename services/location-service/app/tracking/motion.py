"""Standing, walking, being driven: what the body did along its smoothed path."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from app.tracking.smoothing import Step

STOP_S = 45.0
STOP_RADIUS_SIGMAS = 2.0
LEAST_STOP_RADIUS_M = 6.0
REJOIN_S, REJOIN_M = 90.0, 15.0
VEHICLE_MPS = 6.5
VEHICLE_S = 45.0
VEHICLE_WINDOW_S = 20.0
BOARDING_MPS = 3.5
SILENCE_S = 120.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Steps `first` to `last` of a path, both included."""

    first: int
    last: int

    def within(self, path: Sequence[Step]) -> Sequence[Step]:
        return path[self.first : self.last + 1]


def find_stops(path: Sequence[Step]) -> list[Stretch]:
    """Where the body stayed for `STOP_S` within what its position error alone explains.

    Two stops at one place with a short excursion between them are one: the error wandered, not he.
    """
    stops: list[Stretch] = []
    for stop in _stays(path):
        if stops and _is_same_place(path, stops[-1], stop):
            stop = Stretch(stops.pop().first, stop.last)
        stops.append(stop)
    return stops


def _stays(path: Sequence[Step]) -> Iterator[Stretch]:
    first = 0
    while first < len(path):
        last = _stay_from(path, first)
        if path[last].t - path[first].t >= STOP_S:
            yield Stretch(first, last)
            first = last + 1
        else:
            first += 1


def _stay_from(path: Sequence[Step], first: int) -> int:
    """The last step that is still near the mean of all since `first`."""
    start = path[first]
    radius = max(LEAST_STOP_RADIUS_M, STOP_RADIUS_SIGMAS * start.sigma)
    total_x, total_y, last = start.x, start.y, first
    for i in range(first + 1, len(path)):
        step = path[i]
        if step.t - path[i - 1].t > SILENCE_S:
            break
        total_x, total_y = total_x + step.x, total_y + step.y
        x, y = total_x / (i - first + 1), total_y / (i - first + 1)
        if max(math.hypot(step.x - x, step.y - y), math.hypot(start.x - x, start.y - y)) > radius:
            break
        last = i
    return last


def _is_same_place(path: Sequence[Step], a: Stretch, b: Stretch) -> bool:
    if path[b.first].t - path[a.last].t > REJOIN_S:
        return False
    (ax, ay), (bx, by) = centre(a.within(path)), centre(b.within(path))
    return math.hypot(bx - ax, by - ay) <= REJOIN_M


def centre(steps: Sequence[Step]) -> tuple[float, float]:
    return sum(s.x for s in steps) / len(steps), sum(s.y for s in steps) / len(steps)


def find_rides(path: Sequence[Step]) -> list[Stretch]:
    """Where the body moved for `VEHICLE_S` as nobody on foot does, with its getting up to speed."""
    times = [step.t for step in path]
    fast = [_pace_around(path, times, i) >= VEHICLE_MPS for i in range(len(path))]
    rides: list[Stretch] = []
    for is_fast, run in groupby(range(len(path)), key=fast.__getitem__):
        steps = list(run)
        if is_fast and times[steps[-1]] - times[steps[0]] >= VEHICLE_S:
            ride = _widened(path, Stretch(steps[0], steps[-1]))
            if rides and ride.first <= rides[-1].last:
                ride = Stretch(rides.pop().first, ride.last)
            rides.append(ride)
    return rides


def _pace_around(path: Sequence[Step], times: Sequence[float], i: int) -> float:
    """Metres a second about step i, as the crow flies over a few seconds."""
    first = max(0, bisect_right(times, times[i] - VEHICLE_WINDOW_S / 2) - 1)
    last = min(len(path) - 1, bisect_left(times, times[i] + VEHICLE_WINDOW_S / 2))
    return _pace(path[first], path[last])


def _pace(a: Step, b: Step) -> float:
    return math.hypot(b.x - a.x, b.y - a.y) / (b.t - a.t) if b.t > a.t else 0.0


def _widened(path: Sequence[Step], ride: Stretch) -> Stretch:
    first, last = ride.first, ride.last
    while first > 0 and _pace(path[first - 1], path[first]) > BOARDING_MPS:
        first -= 1
    while last < len(path) - 1 and _pace(path[last], path[last + 1]) > BOARDING_MPS:
        last += 1
    return Stretch(first, last)


def straighten(path: Sequence[Step], stops: Sequence[Stretch]) -> list[Step]:
    """The path with each stop drawn as its one place: entered, left, and no ball of wool between."""
    drawn: list[Step] = []
    done = 0
    for stop in stops:
        drawn += path[done : stop.first]
        x, y = centre(stop.within(path))
        a, b = path[stop.first], path[stop.last]
        drawn += [Step(a.t, x, y, a.sigma), Step(b.t, x, y, b.sigma)]
        done = stop.last + 1
    return [*drawn, *path[done:]]


def length(path: Sequence[Step]) -> float:
    return sum(math.hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(path))
