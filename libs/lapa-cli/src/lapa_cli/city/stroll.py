"""Walks that a dog and its walker could take: a loop on real streets, and where they are each second."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from lapa_cli.city.graph import Edge, Graph, LatLon, distance_m, length_m

WALKING_SPEED_MPS = 1.25
MOVING_SHARE = 0.88
"""The rest is sniffing and waiting."""
SLOWEST_MPS, FASTEST_MPS = 0.8, 1.8
BRISK_MPS = 1.5
STOP_S = (6.0, 40.0)
KIND_COST = (1.0, 1.25, 1.7)
TRIES = 10


class Step(NamedTuple):
    """Where the pair is, seconds after the start."""

    t_s: float
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Loop:
    """A way through the graph that ends where it began."""

    nodes: list[int]
    length_m: float
    in_park: bool
    repeated: float
    """Share of its edges that are walked more than once."""

    def misfit(self, wanted_m: float) -> float:
        """How far this is from a good walk: right length, through a park, not there and back."""
        return (
            abs(self.length_m - wanted_m) / wanted_m
            + (0.0 if self.in_park else 0.25)
            + 0.4 * self.repeated
        )


def walk(
    graph: Graph, start: LatLon, minutes: float, seed: int, *, step_s: float = 1.0
) -> list[Step]:
    """A loop of so many minutes from the node nearest to `start`, as positions every `step_s`.

    The pace drifts, and now and then they stop; the last step falls on the last second.
    """
    rng = random.Random(seed)
    loop = find_loop(graph, graph.nearest(start), minutes, rng)
    return stroll(graph.along(loop.nodes), minutes * 60, rng, step_s=step_s)


def approach(graph: Graph, here: LatLon, goal: LatLon, rng: random.Random) -> list[Step]:
    """Briskly along the streets to a place that may lie a little off them."""
    path = graph.shortest_path(graph.nearest(here), graph.nearest(goal), kind_cost=KIND_COST)
    line = [here, *graph.along(path), goal]
    return stroll(line, length_m(line) / BRISK_MPS, rng)


def wander(
    graph: Graph, home: LatLon, rng: random.Random, *, within_m: float = 250
) -> Iterator[LatLon]:
    """Where someone is each second who waits for work: short unhurried ways round home, for ever."""
    here = graph.nearest(home)
    near = list(graph.distances(here, within_m))
    while True:
        goal = rng.choice(near)
        path = graph.shortest_path(here, goal, kind_cost=KIND_COST)
        if len(path) > 1:
            line = graph.along(path)
            for step in stroll(line, length_m(line) / SLOWEST_MPS, rng):
                yield step.lat, step.lon
        for _ in range(rng.randrange(5, 40)):
            yield graph.points[goal]
        here = goal


def find_loop(graph: Graph, start: int, minutes: float, rng: random.Random) -> Loop:
    """The best of a few random loops through two far corners, one of them in a park if there is one."""
    wanted_m = minutes * 60 * MOVING_SHARE * WALKING_SPEED_MPS
    reached = graph.distances(start, within_m=0.45 * wanted_m)
    far = [node for node, metres in reached.items() if metres > 0.22 * wanted_m]
    if not far:
        far = [max(reached, key=lambda node: reached[node])]
    parks = [node for node in far if node in graph.parks]
    best: Loop | None = None
    for _ in range(TRIES):
        corners = [rng.choice(parks or far), rng.choice(far)]
        rng.shuffle(corners)
        loop = _loop_through(graph, start, corners)
        if best is None or loop.misfit(wanted_m) < best.misfit(wanted_m):
            best = loop
        if best.misfit(wanted_m) < 0.12:
            break
    assert best is not None
    return best


def _loop_through(graph: Graph, start: int, corners: list[int]) -> Loop:
    nodes = [start]
    walked: dict[Edge, float] = {}
    repeated = 0
    for goal in [*corners, start]:
        leg = graph.shortest_path(nodes[-1], goal, kind_cost=KIND_COST, edge_cost=walked)
        for a, b in pairwise(leg):
            edge = graph.edge_between(a, b)
            repeated += edge in walked
            # Four times as dear: the way back is another one wherever there is another one.
            walked[edge] = 4.0
        nodes += leg[1:]
    return Loop(
        nodes=nodes,
        length_m=length_m(graph.along(nodes)),
        in_park=any(node in graph.parks for node in nodes),
        repeated=repeated / max(1, len(nodes) - 1),
    )


def stroll(
    line: list[LatLon], duration_s: float, rng: random.Random, *, step_s: float = 1.0
) -> list[Step]:
    """Positions along a line whose end is reached at `duration_s`.

    Sooner where the line is too short (nobody creeps) and later where it is too long (nobody runs).
    """
    metres = length_m(line)
    pace = min(max(metres / (duration_s * MOVING_SHARE), SLOWEST_MPS), FASTEST_MPS)
    strides = _strides(metres, max(1, round(metres / pace / step_s)), rng)
    still = round(duration_s / step_s) - len(strides)
    pauses = _pauses(min(still, len(strides) // 3), len(strides), rng, step_s)
    gone = [0.0]
    for number, stride in enumerate(strides):
        gone += [gone[-1]] * pauses.get(number, 0)
        gone.append(gone[-1] + stride)
    places = _places(line, gone)
    return [Step(round(n * step_s, 1), lat, lon) for n, (lat, lon) in enumerate(places)]


def _strides(metres: float, count: int, rng: random.Random) -> list[float]:
    """Metres covered in each moving step: a pace that wanders by some ten per cent."""
    drift = 0.0
    factors: list[float] = []
    for _ in range(count):
        drift = 0.95 * drift + rng.gauss(0, 0.035)
        factors.append(min(1.35, max(0.65, 1 + drift)))
    total = sum(factors)
    return [metres * factor / total for factor in factors]


def _pauses(still: int, strides: int, rng: random.Random, step_s: float) -> dict[int, int]:
    """Steps to stand still before a stride, adding up to `still`."""
    pauses: dict[int, int] = {}
    while still > 0:
        long = min(still, max(1, round(rng.uniform(*STOP_S) / step_s)))
        at = rng.randrange(strides)
        pauses[at] = pauses.get(at, 0) + long
        still -= long
    return pauses


def _places(line: list[LatLon], gone: list[float]) -> Iterator[LatLon]:
    """The points of a line at growing distances from its beginning."""
    pieces = [(a, b, distance_m(a, b)) for a, b in pairwise(line)]
    number, behind = 0, 0.0
    for metres in gone:
        while number < len(pieces) - 1 and metres > behind + pieces[number][2]:
            behind += pieces[number][2]
            number += 1
        a, b, long = pieces[number]
        share = min(1.0, (metres - behind) / long) if long else 1.0
        yield (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
