"""The walking graph of a city: its file, the nearest node, and the shortest way between two."""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import accumulate, pairwise
from math import cos, hypot, radians
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

LatLon: TypeAlias = tuple[float, float]

QUIET, STREET, BUSY = range(3)
"""How pleasant an edge is: footways and paths; streets with pavements; main roads."""

METRES_PER_DEGREE = 111_195.0
SCALE = 1_000_000
CELL_DEGREES = 0.001


class Edge(NamedTuple):
    """A straight piece between two neighbouring nodes, `a < b`; walked either way."""

    a: int
    b: int
    length_m: float
    kind: int


def distance_m(a: LatLon, b: LatLon) -> float:
    """Straight distance; the plane is exact enough within one city (1 in 10 000 at 5 km)."""
    north = b[0] - a[0]
    east = (b[1] - a[1]) * cos(radians((a[0] + b[0]) / 2))
    return METRES_PER_DEGREE * hypot(north, east)


def length_m(points: Iterable[LatLon]) -> float:
    return sum(distance_m(a, b) for a, b in pairwise(points))


@dataclass
class Graph:
    """Nodes are numbers into `points` (latitude, longitude); `parks` holds those in a park."""

    points: list[LatLon]
    edges: list[Edge]
    parks: frozenset[int] = frozenset()
    beside: dict[int, list[tuple[int, Edge]]] = field(init=False, repr=False)
    _cells: dict[tuple[int, int], list[int]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.beside = defaultdict(list)
        for edge in self.edges:
            self.beside[edge.a].append((edge.b, edge))
            self.beside[edge.b].append((edge.a, edge))
        self._cells = defaultdict(list)
        for node, point in enumerate(self.points):
            self._cells[_cell(point)].append(node)

    def nearest(self, point: LatLon) -> int:
        """The node nearest to a point, which may lie anywhere."""
        row, column = _cell(point)
        found: list[int] = []
        for reach in range(1, 40):
            found = [
                node
                for r in range(row - reach, row + reach + 1)
                for c in range(column - reach, column + reach + 1)
                for node in self._cells.get((r, c), ())
            ]
            # Cells are narrower than high, so one more ring than the hit's own can hold a nearer one.
            best = min(found, key=lambda node: distance_m(point, self.points[node]), default=None)
            width = CELL_DEGREES * METRES_PER_DEGREE * cos(radians(point[0]))
            if best is not None and distance_m(point, self.points[best]) <= reach * width:
                return best
        return min(range(len(self.points)), key=lambda node: distance_m(point, self.points[node]))

    def distances(self, start: int, within_m: float) -> dict[int, float]:
        """Metres on foot to every node that is not farther than `within_m`."""
        reached: dict[int, float] = {}
        queue: list[tuple[float, int]] = [(0.0, start)]
        while queue:
            walked, node = heappop(queue)
            if node in reached or walked > within_m:
                continue
            reached[node] = walked
            for neighbour, edge in self.beside[node]:
                if neighbour not in reached:
                    heappush(queue, (walked + edge.length_m, neighbour))
        return reached

    def shortest_path(
        self,
        start: int,
        goal: int,
        *,
        kind_cost: Sequence[float] = (1.0, 1.0, 1.0),
        edge_cost: Mapping[Edge, float] | None = None,
    ) -> list[int]:
        """Nodes from start to goal by A*; costs multiply lengths and are never below 1."""
        dear = edge_cost or {}
        target = self.points[goal]
        came: dict[int, int] = {}
        best = {start: 0.0}
        done: set[int] = set()
        queue = [(0.0, start)]
        while queue:
            _, node = heappop(queue)
            if node == goal:
                return _trace(came, goal)
            if node in done:
                continue
            done.add(node)
            for neighbour, edge in self.beside[node]:
                step = edge.length_m * kind_cost[edge.kind] * dear.get(edge, 1.0)
                cost = best[node] + step
                if cost < best.get(neighbour, float("inf")):
                    best[neighbour] = cost
                    came[neighbour] = node
                    ahead = distance_m(self.points[neighbour], target)
                    heappush(queue, (cost + ahead, neighbour))
        raise ValueError(f"no way on foot from node {start} to node {goal}")

    def along(self, path: Iterable[int]) -> list[LatLon]:
        return [self.points[node] for node in path]

    def edge_between(self, a: int, b: int) -> Edge:
        return next(edge for neighbour, edge in self.beside[a] if neighbour == b)


def _cell(point: LatLon) -> tuple[int, int]:
    return int(point[0] // CELL_DEGREES), int(point[1] // CELL_DEGREES)


def _trace(came: Mapping[int, int], goal: int) -> list[int]:
    path = [goal]
    while path[-1] in came:
        path.append(came[path[-1]])
    return path[::-1]


def load_graph(file: Path) -> Graph:
    """Reads what `save_graph` wrote."""
    raw: dict[str, Any] = json.loads(gzip.decompress(file.read_bytes()))
    lats, lons = (list(accumulate(raw[axis])) for axis in ("lat", "lon"))
    firsts = accumulate(raw["a"])
    return Graph(
        points=[(lat / SCALE, lon / SCALE) for lat, lon in zip(lats, lons, strict=True)],
        edges=[
            Edge(a, a + step, decimetres / 10, kind)
            for a, step, decimetres, kind in zip(
                firsts, raw["step"], raw["dm"], raw["kind"], strict=True
            )
        ],
        parks=frozenset(accumulate(raw["parks"])),
    )


def save_graph(graph: Graph, file: Path) -> None:
    """Gzipped JSON columns of whole numbers, each as the difference to the one before it."""
    columns = {
        "lat": _differences(round(lat * SCALE) for lat, _ in graph.points),
        "lon": _differences(round(lon * SCALE) for _, lon in graph.points),
        "a": _differences(edge.a for edge in graph.edges),
        "step": [edge.b - edge.a for edge in graph.edges],
        "dm": [round(edge.length_m * 10) for edge in graph.edges],
        "kind": [edge.kind for edge in graph.edges],
        "parks": _differences(sorted(graph.parks)),
    }
    packed = json.dumps(columns, separators=(",", ":")).encode()
    file.write_bytes(gzip.compress(packed, mtime=0))


def _differences(numbers: Iterable[int]) -> list[int]:
    return [b - a for a, b in pairwise([0, *numbers])]
