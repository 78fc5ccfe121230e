"""The frame of a map extract, and mending what its edge cut.

An extract holds the nodes inside its box and whole ways, so a park or a coast that crosses the edge
arrives with nodes missing. Here such shapes are closed along the frame, which is where they would
have been clipped anyway.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias, cast

import shapely
from shapely.geometry import LineString, MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

from lapa_cli.failures import Failure

Point: TypeAlias = tuple[float, float]
"""Longitude, latitude: GeoJSON's order."""


@dataclass(frozen=True)
class Frame:
    """A box of longitudes and latitudes, with positions along its outline counted 0 to 4.

    0 is the south-west corner and counting goes counter-clockwise, one unit a side.
    """

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def parse(cls, text: str) -> "Frame":
        """From `west,south,east,north`, the order of GeoJSON's bbox."""
        try:
            west, south, east, north = map(float, text.split(","))
        except ValueError:
            raise Failure(f"--bbox wants west,south,east,north in degrees, not {text!r}.") from None
        if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
            raise Failure(f"--bbox {text} is empty or lies outside the world.")
        return cls(west, south, east, north)

    @property
    def polygon(self) -> Polygon:
        return box(self.west, self.south, self.east, self.north)

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        return (
            (self.west, self.south),
            (self.east, self.south),
            (self.east, self.north),
            (self.west, self.north),
        )

    def holds(self, point: Point) -> bool:
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north

    def position(self, point: Point) -> float:
        """Where on the outline the edge nearest to this point is met."""
        along_x = (point[0] - self.west) / (self.east - self.west)
        along_y = (point[1] - self.south) / (self.north - self.south)
        sides = (
            (along_y, along_x),
            (1 - along_x, 1 + along_y),
            (1 - along_y, 3 - along_x),
            (along_x, 4 - along_y),
        )
        return min(sides)[1] % 4

    def point_at(self, position: float) -> Point:
        side = int(position) % 4
        share = position % 1
        (x0, y0), (x1, y1) = self.corners[side], self.corners[(side + 1) % 4]
        return (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)

    def along(self, start: float, end: float) -> list[Point]:
        """From one position to another counter-clockwise, both ends and the corners between."""
        distance = (end - start) % 4
        corners = [c for c in range(int(start) + 1, int(start) + 6) if c - start < distance]
        return [
            self.point_at(start),
            *(self.corners[c % 4] for c in corners),
            self.point_at(end),
        ]

    def shorter_way(self, start: float, end: float) -> list[Point]:
        if (end - start) % 4 <= 2:
            return self.along(start, end)
        return self.along(end, start)[::-1]


def runs(points: Iterable[Point | None]) -> list[list[Point]]:
    """The unbroken stretches of a way whose missing nodes are None."""
    stretches: list[list[Point]] = [[]]
    for point in points:
        if point is not None:
            stretches[-1].append(point)
        elif stretches[-1]:
            stretches.append([])
    return [stretch for stretch in stretches if stretch]


def mend_ring(points: Sequence[Point | None], frame: Frame) -> BaseGeometry | None:
    """A closed way with missing nodes as an area, closed along the frame; None if nothing is left."""
    ring = list(points[:-1])
    if None in ring:
        first_gap = ring.index(None)
        ring = ring[first_gap:] + ring[:first_gap]
    stretches = runs(ring)
    if not stretches:
        return None
    if len(stretches) == 1 and None not in ring:
        return clip(Polygon(stretches[0]), frame) if len(stretches[0]) > 2 else None
    outline: list[Point] = []
    for stretch, following in pairwise([*stretches, stretches[0]]):
        outline += stretch
        outline += frame.shorter_way(frame.position(stretch[-1]), frame.position(following[0]))
    return clip(Polygon(outline), frame)


def clip(shape: BaseGeometry, frame: Frame) -> BaseGeometry | None:
    """The valid, polygonal part of a shape inside the frame."""
    inside = shapely.make_valid(shape).intersection(frame.polygon)
    kept = [part for part in polygons(inside) if part.area > 0]
    return MultiPolygon(kept) if kept else None


def polygons(shape: BaseGeometry) -> list[Polygon]:
    """The polygons in any geometry; points and lines that clipping leaves behind are dropped."""
    if isinstance(shape, Polygon):
        return [shape]
    parts = cast(Sequence[BaseGeometry], getattr(cast(Any, shape), "geoms", ()))
    return [polygon for part in parts for polygon in polygons(part)]


def land(coastlines: Iterable[Sequence[Point | None]], frame: Frame) -> BaseGeometry:
    """What the coastlines leave dry: OpenStreetMap draws them with the land on their left.

    Without any coastline all is land. Each open chain is led on to the frame, and from there
    counter-clockwise to the next chain's beginning.
    """
    chains = _join([run for way in coastlines for run in runs(way)])
    islands = [Polygon(c) for c in chains if c[0] == c[-1] and len(c) > 3]
    open_chains = [
        piece for c in chains if c[0] != c[-1] and len(c) > 1 for piece in _pieces_inside(c, frame)
    ]
    if not open_chains:
        ccw = [i for i in islands if i.exterior.is_ccw]
        lakes = [i for i in islands if not i.exterior.is_ccw]
        main = shapely.union_all(ccw) if ccw else frame.polygon
        return main.difference(shapely.union_all(lakes))
    mainland = shapely.union_all(
        [shapely.make_valid(Polygon(r)) for r in _rings(open_chains, frame)]
    )
    return shapely.union_all([mainland, *islands]).intersection(frame.polygon)


def _pieces_inside(chain: list[Point], frame: Frame) -> list[list[Point]]:
    inside = LineString(chain).intersection(frame.polygon)
    lines = [inside] if isinstance(inside, LineString) else getattr(inside, "geoms", [])
    return [
        [(x, y) for x, y in line.coords]
        for line in lines
        if isinstance(line, LineString) and line.length > 0
    ]


def _join(stretches: list[list[Point]]) -> list[list[Point]]:
    """Stretches that continue one another, made one."""
    starts = {stretch[0]: stretch for stretch in stretches}
    ends = {stretch[-1] for stretch in stretches}
    chains: list[list[Point]] = []
    done: set[int] = set()
    # Beginnings that continue nothing come first, so that only true rings are entered midway.
    for stretch in sorted(stretches, key=lambda s: s[0] in ends):
        if id(stretch) in done:
            continue
        chain: list[Point] = []
        following: list[Point] | None = stretch
        while following is not None and id(following) not in done:
            done.add(id(following))
            chain += following[1:] if chain else following
            following = starts.get(chain[-1])
        chains.append(chain)
    return chains


def _rings(chains: list[list[Point]], frame: Frame) -> list[list[Point]]:
    waiting = {frame.position(chain[0]): chain for chain in chains}
    rings: list[list[Point]] = []
    while waiting:
        first = start = next(iter(waiting))
        ring: list[Point] = []
        while True:
            chain = waiting.pop(start)
            ring += chain
            end = frame.position(chain[-1])
            start = min([*waiting, first], key=lambda s, end=end: (s - end) % 4)
            ring += frame.along(end, start)
            if start == first:
                break
        rings.append(ring)
    return rings
