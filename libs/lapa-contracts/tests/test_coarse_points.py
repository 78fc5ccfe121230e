"""A coarse point says in which cell somebody lives, and however often it is asked for, no more."""

import math

from hypothesis import given
from hypothesis import strategies as st

from lapa_contracts.values import METRES_PER_DEGREE, Point

PLACES = st.builds(Point, lat=st.floats(-85, 85), lon=st.floats(-179, 179))
GRIDS = st.integers(100, 5_000)


def metres_apart(one: Point, other: Point) -> float:
    north = (one.lat - other.lat) * METRES_PER_DEGREE
    east = (one.lon - other.lon) * METRES_PER_DEGREE * math.cos(math.radians(one.lat))
    return math.hypot(north, east)


@given(PLACES, GRIDS)
def test_it_is_near_and_asking_it_again_tells_nothing_new(place: Point, grid_m: int) -> None:
    coarse = place.coarse(grid_m)
    # half a diagonal, and the two metres of its five decimals
    assert metres_apart(coarse, place) <= grid_m * 0.72 + 2
    assert coarse.coarse(grid_m) == coarse


@given(PLACES, GRIDS, st.floats(0.02, 0.98), st.floats(0.02, 0.98))
def test_all_doors_of_a_cell_look_alike(
    place: Point, grid_m: int, north: float, east: float
) -> None:
    middle = place.coarse(grid_m)
    step = grid_m / METRES_PER_DEGREE
    width = step / math.cos(math.radians(middle.lat))
    neighbour = Point(lat=middle.lat + (north - 0.5) * step, lon=middle.lon + (east - 0.5) * width)
    assert neighbour.coarse(grid_m) == middle
