"""The basemap: what a browser draws without asking any tile server.

One GeoJSON collection; every feature has a `kind` (the style's layers filter by it) and mostly a
`class` within it: frame (the map's edge, and the sea inside it), land, water, shore, green, paved,
pier, building, street, rail, tree and label.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias, cast

import shapely
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, mapping
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, polylabel

from lapa_cli.city.osm.extract import Extract, OsmArea, Tags
from lapa_cli.city.osm.frame import land, polygons, runs

Feature: TypeAlias = dict[str, Any]

# Degrees: about 0.4 m north and, at 60°, 0.2 m east.
SIMPLIFY = 4e-6
DECIMALS = 6

LANGUAGES = ("en", "ru")
LEVEL_HEIGHT_M = 3.4
LOW_ROOF_M = 4

STREETS = {
    "motorway": "major", "trunk": "major", "primary": "major",
    "secondary": "secondary", "tertiary": "tertiary",
    "residential": "minor", "unclassified": "minor", "living_street": "minor", "road": "minor",
    "service": "service", "pedestrian": "pedestrian",
    "footway": "path", "path": "path", "cycleway": "path", "track": "path", "bridleway": "path",
    "steps": "steps",
}  # fmt: skip
"""A highway's class on the map; a `_link` has the class of what it links to."""

RAILS = {"rail": "rail", "tram": "tram", "light_rail": "tram", "narrow_gauge": "rail"}

GREEN = {
    ("leisure", "park"): "park", ("leisure", "garden"): "park", ("leisure", "dog_park"): "dog_park",
    ("leisure", "golf_course"): "grass", ("leisure", "nature_reserve"): "park",
    ("leisure", "pitch"): "pitch", ("leisure", "playground"): "pitch",
    ("landuse", "grass"): "grass", ("landuse", "meadow"): "grass",
    ("landuse", "village_green"): "grass", ("landuse", "recreation_ground"): "grass",
    ("landuse", "cemetery"): "park", ("landuse", "allotments"): "grass",
    ("landuse", "forest"): "wood", ("natural", "wood"): "wood", ("natural", "scrub"): "wood",
    ("natural", "grassland"): "grass", ("natural", "heath"): "grass",
    ("natural", "wetland"): "wood",
}  # fmt: skip

LANDMARKS = (
    (
        "amenity",
        {"place_of_worship", "theatre", "library", "townhall", "marketplace", "arts_centre"},
    ),
    ("tourism", {"museum", "attraction", "gallery"}),
    ("building", {"train_station"}),
)

LOW_BUILDINGS = {"roof", "kiosk", "shed", "underpass_entrance", "service", "garage", "garages"}
NOT_BUILDINGS = {"no", "ship", "entrance"}


def draw_basemap(extract: Extract) -> dict[str, Any]:
    """Every layer of the extract as one GeoJSON collection, drawn in the order of its features."""
    dry = land(
        [way.points for way in extract.ways if way.tags.get("natural") == "coastline"],
        extract.frame,
    )
    features = [
        _feature(extract.frame.polygon, "frame"),
        _feature(dry, "land"),
        *_areas(extract.areas),
        *_shores(dry, extract),
        *_streets(extract),
        *_trees(extract),
        *_labels(extract),
    ]
    return {
        "type": "FeatureCollection",
        "attribution": "© OpenStreetMap contributors",
        "features": [feature for feature in features if feature["geometry"]],
    }


def _feature(shape: BaseGeometry, kind: str, **properties: Any) -> Feature:
    kept = shapely.set_precision(shapely.simplify(shape, SIMPLIFY), 10**-DECIMALS)
    return {
        "type": "Feature",
        "properties": {"kind": kind} | {k: v for k, v in properties.items() if v is not None},
        "geometry": None if kept.is_empty else _rounded(mapping(kept)),
    }


def _rounded(geometry: Any) -> Any:
    """set_precision leaves float dust such as 24.939999999999998; the file should not carry it."""
    if isinstance(geometry, float):
        return round(geometry, DECIMALS)
    if isinstance(geometry, dict):
        return {k: _rounded(v) for k, v in cast(dict[str, Any], geometry).items()}
    if isinstance(geometry, list | tuple):
        return [_rounded(item) for item in cast(Iterable[Any], geometry)]
    return geometry


def names(tags: Tags) -> dict[str, str]:
    """`name`, and the translations that differ from it."""
    if not (name := tags.get("name")):
        return {}
    translated = {f"name_{code}": tags.get(f"name:{code}", name) for code in LANGUAGES}
    return {"name": name} | {key: value for key, value in translated.items() if value != name}


def green_class(tags: Tags) -> str | None:
    return next((GREEN[item] for item in tags.items() if item in GREEN), None)


def is_water(tags: Tags) -> bool:
    return (
        tags.get("natural") == "water"
        or tags.get("landuse") in {"basin", "reservoir", "pond"}
        or tags.get("waterway") == "riverbank"
        or (tags.get("amenity") == "fountain")
    )


def is_square(tags: Tags) -> bool:
    pedestrian = tags.get("highway") in {"pedestrian", "footway"} and "indoor" not in tags
    return tags.get("place") == "square" or (pedestrian and tags.get("tunnel") != "yes")


def is_building(tags: Tags) -> bool:
    return tags.get("building", "no") not in NOT_BUILDINGS and tags.get("location") != "underground"


def building_height(tags: Tags) -> int | None:
    """Metres to the roof, from the height or the storeys; None when nobody measured."""
    if number := re.match(r"\d+(\.\d+)?", tags.get("height", "")):
        return round(float(number[0]))
    if number := re.match(r"\d+(\.\d+)?", tags.get("building:levels", "")):
        return round(float(number[0]) * LEVEL_HEIGHT_M)
    return LOW_ROOF_M if tags["building"] in LOW_BUILDINGS else None


def _areas(areas: Iterable[OsmArea]) -> Iterator[Feature]:
    drawn: dict[str, list[Feature]] = defaultdict(list)
    # Small ones last, so that the pond lies on the park and not under it.
    for area in sorted(areas, key=lambda area: -area.shape.area):
        tags = area.tags
        if is_building(tags):
            height = building_height(tags)
            drawn["building"].append(_feature(area.shape, "building", height=height))
        elif is_water(tags):
            drawn["water"].append(_feature(area.shape, "water"))
        elif green := green_class(tags):
            drawn["green"].append(_feature(area.shape, "green", **{"class": green}))
        elif is_square(tags):
            drawn["paved"].append(_feature(area.shape, "paved"))
        elif tags.get("man_made") in {"pier", "bridge"} or tags.get("railway") == "platform":
            drawn["pier"].append(_feature(area.shape, "pier"))
    for kind in ("paved", "green", "water", "pier", "building"):
        yield from drawn[kind]


def _shores(dry: BaseGeometry, extract: Extract) -> Iterator[Feature]:
    """The water's edge without the map's own, which is no shore."""
    rim = extract.frame.polygon.boundary.buffer(SIMPLIFY)
    ponds = [area.shape for area in extract.areas if is_water(area.tags)]
    yield _feature(shapely.union_all([s.boundary for s in (dry, *ponds)]).difference(rim), "shore")


def _streets(extract: Extract) -> Iterator[Feature]:
    """Lines of one class and name, joined, so that labels run along whole streets."""
    lines: dict[tuple[str, str, tuple[tuple[str, str], ...]], list[LineString]] = defaultdict(list)
    for way in extract.ways:
        found = _line_class(way.tags)
        if not found or (way.closed and way.tags.get("area") == "yes"):
            continue
        name = tuple(names(way.tags).items()) if found[0] == "street" else ()
        lines[(*found, name)] += [LineString(run) for run in runs(way.points) if len(run) > 1]
    for (kind, group, name), parts in sorted(lines.items(), key=lambda item: item[0]):
        inside = MultiLineString(parts).intersection(extract.frame.polygon)
        merged = linemerge(inside) if isinstance(inside, MultiLineString) else inside
        yield _feature(merged, kind, **{"class": group}, **dict(name))


def _line_class(tags: Tags) -> tuple[str, str] | None:
    """(kind, class) of a drawn line; what runs under the ground or indoors is not drawn."""
    if tags.get("tunnel") == "yes" or "indoor" in tags or tags.get("level", "0").startswith("-"):
        return None
    if street := STREETS.get(tags.get("highway", "").removesuffix("_link")):
        # Pavements beside a street only blur it; crossings are part of the street.
        minor = street == "path" and tags.get("footway") in {"sidewalk", "crossing"}
        return ("street", "pavement" if minor else street)
    if rail := RAILS.get(tags.get("railway", "")):
        return ("rail", rail)
    return None


def _trees(extract: Extract) -> Iterator[Feature]:
    trees = [place.point for place in extract.places if place.tags.get("natural") == "tree"]
    if trees:
        yield _feature(shapely.MultiPoint(sorted(trees)), "tree")


def _labels(extract: Extract) -> Iterator[Feature]:
    """One point a name; `rank` says which gives way when two collide, lower wins."""
    found: dict[tuple[str, str], tuple[int, Feature]] = {}

    def keep(point: Point, group: str, rank: int, tags: Tags) -> None:
        label = _feature(point, "label", **{"class": group}, rank=rank, **names(tags))
        known = found.get((group, tags["name"]))
        if known is None or rank < known[0]:
            found[group, tags["name"]] = (rank, label)

    for place in extract.places:
        if group := _place_label(place.tags):
            keep(Point(place.point), group, 10 if group == "suburb" else 30, place.tags)
    for area in extract.areas:
        if group := _area_label(area.tags):
            keep(_middle(area.shape), group, _rank(area.shape, group), area.tags)
    for _, label in sorted(found.values(), key=lambda item: (item[0], str(item[1]["properties"]))):
        yield label


def _place_label(tags: Tags) -> str | None:
    if "name" not in tags:
        return None
    if tags.get("place") in {"suburb", "quarter", "neighbourhood"}:
        return "suburb"
    if tags.get("natural") in {"water", "bay", "strait"}:
        return "water"
    if tags.get("railway") == "station":
        return "metro" if tags.get("station") == "subway" else None
    return None


def _area_label(tags: Tags) -> str | None:
    if "name" not in tags:
        return None
    if is_water(tags):
        return "water"
    if any(tags.get(key) in values for key, values in LANDMARKS):
        return "landmark"
    if green_class(tags) in {"park", "dog_park"}:
        return "park"
    return "square" if tags.get("place") == "square" else None


def _middle(shape: BaseGeometry) -> Point:
    """The point deepest inside the largest part, where a label sits well."""
    largest = max(polygons(shape), key=lambda polygon: polygon.area)
    return polylabel(largest, tolerance=1e-5)


def _rank(shape: BaseGeometry, group: str) -> int:
    """20 for the largest parks and squares to 60 for the smallest; landmarks after the parks."""
    hectares = MultiPolygon(polygons(shape)).area * 111_000 * 55_000 / 10_000
    return (30 if group == "landmark" else 20) + max(0, round(30 - 10 * hectares))
