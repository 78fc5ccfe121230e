"""A city's folder: its description, its walking graph and its basemap."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from lapa_cli.city.graph import Graph, LatLon, load_graph
from lapa_cli.failures import Failure

DESCRIPTION = "city.json"
GRAPH = "walking.json.gz"
BASEMAP = "basemap.geojson"
ATTRIBUTION = "ATTRIBUTION"


@dataclass(frozen=True, slots=True)
class City:
    """What the platform must know of a city; `bbox` is west, south, east, north."""

    name: str
    bbox: tuple[float, float, float, float]
    center: LatLon
    timezone: str
    currency: str
    locale: str
    sources: list[dict[str, str]]
    counts: dict[str, int]


def load_city(folder: Path) -> tuple[City, Graph]:
    """The description and the graph of one folder; the basemap is the browser's business."""
    try:
        described: dict[str, Any] = json.loads((folder / DESCRIPTION).read_text("utf-8"))
        graph = load_graph(folder / GRAPH)
    except FileNotFoundError as missing:
        raise Failure(
            f"{folder} is not a city folder: {missing.filename} is missing. "
            "Make one with: ./lapa city import FILE.osm.pbf --name NAME"
        ) from None
    west, south, east, north = described.pop("bbox")
    center = described.pop("center")
    city = City(bbox=(west, south, east, north), center=(center["lat"], center["lon"]), **described)
    return city, graph


def describe(city: City) -> str:
    """city.json's text; points are written as the API writes them."""
    lat, lon = city.center
    described = asdict(city) | {"center": {"lat": lat, "lon": lon}}
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"
