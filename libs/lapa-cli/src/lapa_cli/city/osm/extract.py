"""Reading an OpenStreetMap extract into plain ways, areas and places."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import osmium
import osmium.io
from osmium.geom import GeoJSONFactory
from osmium.osm import NODE, Area, Node, Way
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from lapa_cli.city.osm.frame import Frame, Point, clip, mend_ring

Tags: TypeAlias = Mapping[str, str]


@dataclass(frozen=True)
class OsmWay:
    """A line; `points` has None where the extract lacks the node."""

    tags: Tags
    refs: tuple[int, ...]
    points: tuple[Point | None, ...]

    @property
    def closed(self) -> bool:
        return len(self.refs) > 3 and self.refs[0] == self.refs[-1]


@dataclass(frozen=True)
class OsmArea:
    """A closed way or a multipolygon, clipped to the frame."""

    tags: Tags
    shape: BaseGeometry


@dataclass(frozen=True)
class OsmPlace:
    """A tagged node."""

    tags: Tags
    point: Point


@dataclass
class Extract:
    """All that was tagged in one file."""

    frame: Frame
    ways: list[OsmWay] = field(default_factory=list[OsmWay])
    areas: list[OsmArea] = field(default_factory=list[OsmArea])
    places: list[OsmPlace] = field(default_factory=list[OsmPlace])


def read_extract(file: Path, frame: Frame | None = None) -> Extract:
    """Everything tagged in the file; a frame of one's own keeps what lies inside it."""
    extract = Extract(frame or _frame_of(file))
    geometry = GeoJSONFactory()
    for thing in osmium.FileProcessor(str(file)).with_locations().with_areas():
        if isinstance(thing, Node) and thing.tags:
            point = (thing.location.lon, thing.location.lat)
            if extract.frame.holds(point):
                extract.places.append(OsmPlace(dict(thing.tags), point))
        elif isinstance(thing, Way):
            _read_way(thing, extract)
        elif isinstance(thing, Area):
            outline = shape(json.loads(geometry.create_multipolygon(thing)))
            if inside := clip(outline, extract.frame):
                extract.areas.append(OsmArea(dict(thing.tags), inside))
    return extract


def _frame_of(file: Path) -> Frame:
    """The header's box, or the nodes' extent when the header has none."""
    with osmium.io.Reader(str(file)) as reader:
        header = reader.header().box()
    if header.valid():
        return Frame(
            header.bottom_left.lon,
            header.bottom_left.lat,
            header.top_right.lon,
            header.top_right.lat,
        )
    nodes = osmium.FileProcessor(str(file), NODE)
    where = [(n.location.lon, n.location.lat) for n in nodes if isinstance(n, Node)]
    lons, lats = zip(*where, strict=True)
    return Frame(min(lons), min(lats), max(lons), max(lats))


def _read_way(way: Way, extract: Extract) -> None:
    points = tuple(
        (node.location.lon, node.location.lat) if node.location.valid() else None
        for node in way.nodes
    )
    found = OsmWay(dict(way.tags), tuple(node.ref for node in way.nodes), points)
    extract.ways.append(found)
    # Whole rings come as areas; only what the frame cut is closed by hand.
    if found.closed and None in points and (mended := mend_ring(points, extract.frame)):
        extract.areas.append(OsmArea(found.tags, mended))
