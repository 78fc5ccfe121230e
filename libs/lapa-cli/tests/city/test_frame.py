"""Shapes that the edge of an extract has cut are closed along that edge."""

import pytest

pytest.importorskip("shapely")

from lapa_cli.city.osm.frame import Frame, land, mend_ring
from lapa_cli.failures import Failure

FRAME = Frame(0, 0, 10, 10)


def test_a_park_that_leaves_the_map_is_closed_along_its_edge() -> None:
    park = mend_ring([(8, 2), None, None, (8, 6), (6, 4), (8, 2)], FRAME)

    assert park is not None
    assert park.bounds == pytest.approx((6, 2, 10, 6))
    assert park.area == pytest.approx(4 + 8)


def test_a_corner_of_the_map_is_kept() -> None:
    park = mend_ring([(8, 9), (7, 8), (9, 7), None, (8, 9)], FRAME)

    assert park is not None
    assert park.bounds[2:] == pytest.approx((10, 10))


def test_a_ring_with_no_known_node_is_nothing() -> None:
    assert mend_ring([None, None, None, None], FRAME) is None


def test_land_lies_left_of_the_coast() -> None:
    northward = [(4.0, -1.0), (4.0, 11.0)]

    assert land([northward], FRAME).bounds == pytest.approx((0, 0, 4, 10))
    assert land([northward[::-1]], FRAME).bounds == pytest.approx((4, 0, 10, 10))


def test_a_coast_in_pieces_and_an_island_make_one_land() -> None:
    coast = [[(4.0, 5.0), (4.0, 9.9), None], [None, (4.0, 0.1), (4.0, 5.0)]]
    island = [(7.0, 7.0), (8.0, 7.0), (8.0, 8.0), (7.0, 8.0), (7.0, 7.0)]

    assert land([*coast, island], FRAME).area == pytest.approx(40 + 1)


def test_a_strait_leaves_two_lands() -> None:
    west, east = [(3.0, 0.0), (3.0, 10.0)], [(6.0, 10.0), (6.0, 0.0)]

    dry = land([west, east], FRAME)

    assert dry.area == pytest.approx(30 + 40)
    assert len(dry.geoms) == 2  # type: ignore[attr-defined]


def test_without_a_coast_all_is_land() -> None:
    assert land([], FRAME).area == 100


@pytest.mark.parametrize("text", ["1,2,3", "a,b,c,d", "5,0,4,1", "0,0,200,1"])
def test_a_wrong_bbox_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(Failure, match="--bbox"):
        Frame.parse(text)
