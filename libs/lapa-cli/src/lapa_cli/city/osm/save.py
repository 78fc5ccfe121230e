"""Making a city's folder from an extract."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lapa_cli.city import folder as places
from lapa_cli.city.folder import City
from lapa_cli.city.graph import Graph, save_graph
from lapa_cli.city.osm.basemap import draw_basemap
from lapa_cli.city.osm.extract import read_extract
from lapa_cli.city.osm.footways import build_graph
from lapa_cli.city.osm.frame import Frame
from lapa_cli.failures import Failure

ATTRIBUTION = """\
The map data in this folder is made from OpenStreetMap.

    © OpenStreetMap contributors
    https://www.openstreetmap.org/copyright

It is available under the Open Data Commons Open Database License (ODbL) 1.0:
https://opendatacommons.org/licenses/odbl/1-0/

city.json, walking.json.gz and basemap.geojson are a Derivative Database in the sense of that
licence and are offered under the same licence. Whoever shows the map must show the line
"© OpenStreetMap contributors" with it; the app does so in the corner of every map.
"""


@dataclass(frozen=True)
class Terms:
    """What an extract cannot know of its city."""

    name: str
    timezone: str
    currency: str
    locale: str
    source: str


def import_city(file: Path, target: Path, terms: Terms, frame: Frame | None = None) -> City:
    """Reads the extract and writes the folder; the same input gives the same bytes."""
    extract = read_extract(file, frame)
    graph = build_graph(extract)
    if not graph.edges:
        raise Failure(f"{file} has no streets to walk on inside {extract.frame}.")
    basemap = draw_basemap(extract)
    city = _city(terms, extract.frame, graph, basemap)
    target.mkdir(parents=True, exist_ok=True)
    save_graph(graph, target / places.GRAPH)
    (target / places.BASEMAP).write_text(_one_feature_a_line(basemap), "utf-8")
    (target / places.DESCRIPTION).write_text(places.describe(city), "utf-8")
    (target / places.ATTRIBUTION).write_text(ATTRIBUTION, "utf-8")
    return city


def _city(terms: Terms, frame: Frame, graph: Graph, basemap: dict[str, Any]) -> City:
    kinds = Counter(feature["properties"]["kind"] for feature in basemap["features"])
    return City(
        name=terms.name,
        bbox=(frame.west, frame.south, frame.east, frame.north),
        center=(
            round((frame.south + frame.north) / 2, 6),
            round((frame.west + frame.east) / 2, 6),
        ),
        timezone=terms.timezone,
        currency=terms.currency,
        locale=terms.locale,
        sources=[
            {
                "title": "OpenStreetMap",
                "attribution": "© OpenStreetMap contributors",
                "license": "ODbL-1.0",
                "url": "https://www.openstreetmap.org/copyright",
                "extract": terms.source,
            }
        ],
        counts={
            "walking_nodes": len(graph.points),
            "walking_edges": len(graph.edges),
            "walking_km": round(sum(edge.length_m for edge in graph.edges) / 1000),
            **dict(sorted(kinds.items())),
        },
    )


def _one_feature_a_line(collection: dict[str, Any]) -> str:
    """So that a new import shows in a diff as the features that changed."""
    head = {key: value for key, value in collection.items() if key != "features"}
    lines = ",\n".join(
        json.dumps(feature, ensure_ascii=False, separators=(",", ":"))
        for feature in collection["features"]
    )
    opening = json.dumps(head, ensure_ascii=False, separators=(",", ":"))[:-1]
    return f'{opening},"features":[\n{lines}\n]}}\n'
