"""Street addresses for pickups, from the names on the basemap."""

import json
from pathlib import Path
from typing import Any

from lapa_cli.city.folder import BASEMAP
from lapa_cli.city.graph import LatLon, distance_m


class Addresses:
    """The named streets of one city, as the points they run through."""

    def __init__(self, streets: list[tuple[LatLon, str]]) -> None:
        self._streets = streets

    @classmethod
    def load(cls, folder: Path) -> "Addresses":
        collection = json.loads((folder / BASEMAP).read_text("utf-8"))
        return cls(
            [
                ((lat, lon), feature["properties"]["name"])
                for feature in collection["features"]
                if feature["properties"]["kind"] == "street" and "name" in feature["properties"]
                for line in _lines(feature["geometry"])
                for lon, lat in line
            ]
        )

    def near(self, point: LatLon) -> str | None:
        """The nearest street with a number of our own making: the extract's house numbers are few."""
        if not self._streets:
            return None
        place, name = min(self._streets, key=lambda street: distance_m(street[0], point))
        return f"{name} {1 + round(distance_m(place, point) + place[0] * 1e6) % 40}"


def _lines(geometry: dict[str, Any]) -> list[list[list[float]]]:
    if geometry["type"] == "LineString":
        return [geometry["coordinates"]]
    return geometry["coordinates"]
