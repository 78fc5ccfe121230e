"""Walks on the real streets of Helsinki: plausible, on the streets, and back where they began."""

from itertools import pairwise

import pytest

from lapa_cli.city.folder import load_city
from lapa_cli.city.graph import Graph, LatLon, distance_m, length_m
from lapa_cli.city.stroll import FASTEST_MPS, walk
from lapa_cli.layout import ROOT

SENATE_SQUARE = (60.1695, 24.9522)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return load_city(ROOT / "city" / "helsinki")[1]


@pytest.mark.parametrize(("minutes", "seed"), [(10, 1), (15, 2), (20, 3), (30, 4), (30, 5)])
def test_a_walk_lasts_as_long_as_it_should_at_a_walking_pace(
    graph: Graph, minutes: float, seed: int
) -> None:
    steps = walk(graph, SENATE_SQUARE, minutes, seed)

    assert steps[-1].t_s == pytest.approx(minutes * 60, rel=0.1)
    metres = length_m([step[1:] for step in steps])
    assert 0.75 < metres / steps[-1].t_s < 1.6


def test_a_walk_ends_where_it_began(graph: Graph) -> None:
    steps = walk(graph, SENATE_SQUARE, 20, seed=7)

    start = graph.points[graph.nearest(SENATE_SQUARE)]
    assert steps[0] == (0.0, *start)
    assert distance_m(steps[-1][1:], start) < 0.5


def test_every_step_lies_on_a_street(graph: Graph) -> None:
    steps = walk(graph, SENATE_SQUARE, 20, seed=11)

    assert max(metres_off_the_streets(graph, step[1:]) for step in steps[::7]) < 0.5


def test_nobody_runs_or_jumps(graph: Graph) -> None:
    steps = walk(graph, SENATE_SQUARE, 20, seed=13)

    strides = [distance_m(a[1:], b[1:]) for a, b in pairwise(steps)]
    assert max(strides) < FASTEST_MPS * 1.5
    assert sum(stride == 0 for stride in strides) > 30, "there was time to sniff"


def test_the_same_seed_is_the_same_walk(graph: Graph) -> None:
    assert walk(graph, SENATE_SQUARE, 12, seed=3) == walk(graph, SENATE_SQUARE, 12, seed=3)
    assert walk(graph, SENATE_SQUARE, 12, seed=3) != walk(graph, SENATE_SQUARE, 12, seed=4)


def test_most_half_hour_walks_pass_a_park(graph: Graph) -> None:
    parks = [graph.points[node] for node in graph.parks]
    passed = 0
    for seed in range(6):
        steps = walk(graph, SENATE_SQUARE, 30, seed)
        passed += any(
            distance_m(step[1:], park) < 10 for step in steps[::10] for park in parks[::3]
        )
    assert passed >= 5


def metres_off_the_streets(graph: Graph, point: LatLon) -> float:
    """How far a point is from the nearest edge, by how much longer the way through it is."""
    return min(
        distance_m(graph.points[edge.a], point)
        + distance_m(point, graph.points[edge.b])
        - edge.length_m
        for edge in graph.edges
        if distance_m(graph.points[edge.a], point) < edge.length_m + 1
    )
