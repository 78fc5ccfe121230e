"""The walking graph: the nearest node, the shortest way, and the file it is kept in."""

from pathlib import Path

import pytest

from lapa_cli.city.graph import (
    BUSY,
    QUIET,
    Edge,
    Graph,
    distance_m,
    load_graph,
    save_graph,
)

CORNER = (60.17, 24.94)
NORTH, EAST = 100 / 111_195, 100 / 55_300


def square() -> Graph:
    """Four corners 100 m apart; the side from 0 to 1 is a main road."""
    lat, lon = CORNER
    points = [(lat, lon), (lat, lon + EAST), (lat + NORTH, lon + EAST), (lat + NORTH, lon)]
    sides = [(0, 1, BUSY), (1, 2, QUIET), (2, 3, QUIET), (0, 3, QUIET)]
    edges = [Edge(a, b, distance_m(points[a], points[b]), kind) for a, b, kind in sides]
    return Graph(points, edges, parks=frozenset({3}))


def test_distances_are_metres() -> None:
    assert distance_m((60.17, 24.94), (60.18, 24.94)) == pytest.approx(1112, rel=0.001)
    assert distance_m((60.17, 24.94), (60.17, 24.96)) == pytest.approx(1106, rel=0.001)


def test_the_nearest_node_is_found_from_near_and_far() -> None:
    graph = square()

    assert graph.nearest((60.1701, 24.9401)) == 0
    assert graph.nearest((60.2, 24.99)) == 2
    assert graph.nearest((10.0, 10.0)) == 0


def test_the_shortest_way_goes_round_what_is_dear() -> None:
    graph = square()

    assert graph.shortest_path(0, 1) == [0, 1]
    assert graph.shortest_path(0, 1, kind_cost=(1, 1, 4)) == [0, 3, 2, 1]
    walked = {graph.edge_between(0, 3): 9.0, graph.edge_between(0, 1): 9.0}
    assert graph.shortest_path(0, 3, edge_cost=walked)[0] == 0


def test_an_unreachable_goal_is_an_error() -> None:
    lonely = Graph([*square().points, (60.18, 24.95)], square().edges)

    with pytest.raises(ValueError, match="no way on foot"):
        lonely.shortest_path(0, 4)


def test_distances_stop_at_their_limit() -> None:
    reached = square().distances(0, within_m=150)

    assert set(reached) == {0, 1, 3}
    assert reached[1] == pytest.approx(100, rel=0.01)


def test_a_saved_graph_loads_as_it_was(tmp_path: Path) -> None:
    graph = square()
    save_graph(graph, tmp_path / "walking.json.gz")

    loaded = load_graph(tmp_path / "walking.json.gz")

    assert loaded.parks == graph.parks
    assert [edge[:2] for edge in loaded.edges] == [edge[:2] for edge in graph.edges]
    for there, here in zip(loaded.points, graph.points, strict=True):
        assert there == pytest.approx(here, abs=1e-6)
    for there, here in zip(loaded.edges, graph.edges, strict=True):
        assert there.length_m == pytest.approx(here.length_m, abs=0.06)
