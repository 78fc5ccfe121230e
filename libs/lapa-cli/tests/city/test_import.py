"""`./lapa city import` on a town of a dozen nodes."""

import json
from pathlib import Path

import pytest

pytest.importorskip("osmium", reason="requirements/city.in is not installed")

from lapa_cli.city.folder import load_city
from lapa_cli.city.osm.save import Terms, import_city
from lapa_cli.failures import Failure

TERMS = Terms("Town", "Europe/Moscow", "RUB", "ru", "a test")

NODES = {
    1: (60.000, 30.000), 2: (60.000, 30.004), 3: (60.004, 30.004), 4: (60.004, 30.000),
    11: (60.001, 30.001), 12: (60.001, 30.002), 13: (60.002, 30.002), 14: (60.002, 30.001),
    21: (60.0005, 30.003), 22: (60.003, 30.003), 31: (60.0035, 30.0035), 32: (60.0036, 30.0036),
}  # fmt: skip


def town() -> str:
    """A square of streets with a park, a house, a tunnel and two paths that lead nowhere."""
    ways = [
        ((1, 2, 3, 4, 1), {"highway": "residential", "name": "Кольцевая", "name:en": "Ring"}),
        ((11, 12, 13, 14, 11), {"leisure": "park", "name": "Сад"}),
        ((11, 12, 13, 11), {"building": "yes", "building:levels": "3"}),
        ((1, 11, 13, 3), {"highway": "footway"}),
        ((4, 21), {"highway": "footway", "tunnel": "yes"}),
        ((2, 22), {"highway": "path", "access": "private"}),
        ((31, 32), {"highway": "footway"}),
    ]
    xml = ['<osm version="0.6"><bounds minlat="60" minlon="30" maxlat="60.004" maxlon="30.004"/>']
    xml += [f'<node id="{n}" lat="{la}" lon="{lo}" version="1"/>' for n, (la, lo) in NODES.items()]
    for number, (refs, tags) in enumerate(ways, start=1):
        xml.append(f'<way id="{number}" version="1">')
        xml += [f'<nd ref="{ref}"/>' for ref in refs]
        xml += [f'<tag k="{key}" v="{value}"/>' for key, value in tags.items()]
        xml.append("</way>")
    return "\n".join([*xml, "</osm>"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "town.osm").write_text(town())
    import_city(tmp_path / "town.osm", tmp_path / "town", TERMS)
    return tmp_path / "town"


def test_only_what_can_be_walked_and_reached_is_in_the_graph(folder: Path) -> None:
    city, graph = load_city(folder)

    assert len(graph.points) == 6
    assert len(graph.edges) == 7
    assert len(graph.parks) == 2
    assert city.center == (60.002, 30.002)
    assert city.counts["walking_nodes"] == 6


def test_the_basemap_has_every_layer_with_names_and_heights(folder: Path) -> None:
    features = json.loads((folder / "basemap.geojson").read_text())["features"]
    by_kind = {feature["properties"]["kind"]: feature["properties"] for feature in features}

    assert by_kind["building"]["height"] == 10
    assert by_kind["green"]["class"] == "park"
    assert by_kind["label"] == {"kind": "label", "class": "park", "rank": 44, "name": "Сад"}
    streets = [f["properties"] for f in features if f["properties"].get("class") == "minor"]
    assert streets == [{"kind": "street", "class": "minor", "name": "Кольцевая", "name_en": "Ring"}]


def test_the_licence_goes_with_the_data(folder: Path) -> None:
    assert "OpenStreetMap contributors" in (folder / "ATTRIBUTION").read_text()
    assert load_city(folder)[0].sources[0]["license"] == "ODbL-1.0"


def test_the_same_extract_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    import_city(tmp_path / "town.osm", tmp_path / "again", TERMS)

    for file in folder.iterdir():
        assert (tmp_path / "again" / file.name).read_bytes() == file.read_bytes()


def test_a_file_without_streets_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sea.osm").write_text(
        '<osm version="0.6"><bounds minlat="0" minlon="0" maxlat="1" maxlon="1"/></osm>'
    )

    with pytest.raises(Failure, match="no streets"):
        import_city(tmp_path / "sea.osm", tmp_path / "sea", TERMS)


def test_a_folder_that_is_no_city_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(Failure, match="lapa city import"):
        load_city(tmp_path)
