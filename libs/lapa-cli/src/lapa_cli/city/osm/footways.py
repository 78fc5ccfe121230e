"""The walking graph: where a person with a dog can go, from an extract's ways."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

import shapely
from shapely.geometry import Point as ShapelyPoint

from lapa_cli.city.graph import BUSY, QUIET, STREET, Edge, Graph, distance_m
from lapa_cli.city.osm.basemap import green_class
from lapa_cli.city.osm.extract import Extract, OsmWay, Tags
from lapa_cli.city.osm.frame import Point

COMFORT = {
    "footway": QUIET, "path": QUIET, "pedestrian": QUIET, "living_street": QUIET, "steps": QUIET,
    "track": QUIET, "bridleway": QUIET, "cycleway": QUIET,
    "residential": STREET, "unclassified": STREET, "service": STREET, "road": STREET,
    "tertiary": BUSY, "secondary": BUSY, "primary": BUSY,
}  # fmt: skip
CLOSED = {"no", "private"}
OPEN = {"yes", "designated", "permissive"}


def comfort(tags: Tags) -> int | None:
    """How pleasant this way is on foot, or None where nobody walks a dog.

    Tunnels and levels below ground are left out too: a phone has no position there.
    """
    highway = tags.get("highway", "").removesuffix("_link")
    underground = tags.get("tunnel") == "yes" or tags.get("level", "0").startswith("-")
    if highway not in COMFORT or underground or "indoor" in tags or "conveying" in tags:
        return None
    on_foot = tags.get("foot")
    if on_foot in CLOSED or (tags.get("access") in CLOSED and on_foot not in OPEN):
        return None
    if highway == "cycleway" and on_foot not in OPEN:
        return None
    return COMFORT[highway]


def build_graph(extract: Extract) -> Graph:
    """The largest connected part of the ways that can be walked."""
    where: dict[int, Point] = {}
    joined: dict[tuple[int, int], int] = {}
    for way in extract.ways:
        if (kind := comfort(way.tags)) is not None:
            _add_way(way, kind, where, joined)
    kept = _largest_part(joined)
    index = {ref: number for number, ref in enumerate(kept)}
    points = [(where[ref][1], where[ref][0]) for ref in kept]
    edges: list[Edge] = []
    for (one, other), kind in joined.items():
        if one in index:
            a, b = sorted((index[one], index[other]))
            edges.append(Edge(a, b, distance_m(points[a], points[b]), kind))
    edges.sort()
    return Graph(points, edges, parks=_inside_parks(extract, points))


def _add_way(
    way: OsmWay, kind: int, where: dict[int, Point], joined: dict[tuple[int, int], int]
) -> None:
    here = list(zip(way.refs, way.points, strict=True))
    for (a, at_a), (b, at_b) in pairwise(here):
        if at_a is None or at_b is None or a == b:
            continue
        where[a], where[b] = at_a, at_b
        pair = (min(a, b), max(a, b))
        joined[pair] = min(kind, joined.get(pair, kind))


def _largest_part(joined: Iterable[tuple[int, int]]) -> list[int]:
    """Its nodes in the order of a walk through them, which makes neighbours' numbers close."""
    beside: dict[int, list[int]] = defaultdict(list)
    for a, b in joined:
        beside[a].append(b)
        beside[b].append(a)
    best: list[int] = []
    seen: set[int] = set()
    for root in beside:
        if root in seen:
            continue
        part: list[int] = []
        stack = [root]
        while stack:
            node = stack.pop()
            if node in seen:
                continue
            seen.add(node)
            part.append(node)
            stack += [n for n in beside[node] if n not in seen]
        best = max(best, part, key=len)
    return best


def _inside_parks(extract: Extract, points: list[tuple[float, float]]) -> frozenset[int]:
    parks = shapely.union_all(
        [a.shape for a in extract.areas if green_class(a.tags) in {"park", "dog_park", "wood"}]
    )
    shapely.prepare(parks)
    return frozenset(
        number for number, (lat, lon) in enumerate(points) if parks.covers(ShapelyPoint(lon, lat))
    )
