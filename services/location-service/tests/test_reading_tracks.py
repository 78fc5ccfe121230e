"""Tracks are read by the two sides of a walk, in three formats, and by nobody else."""

from typing import Any
from xml.etree import ElementTree

import polyline
import pytest
from factories import Walk, straight
from test_sending_points import begin, send

from lapa_kit.ids import new_id


@pytest.fixture
async def walk(client: Any, as_user: Any, deliver: Any, at: Any) -> Walk:
    """Ten minutes eastwards, still under way."""
    walk = Walk()
    at(walk.minute(10))
    await begin(walk, deliver)
    await send(client, as_user(walk.walker_id), straight(walk.begin, seconds=range(0, 601, 5)))
    return walk


async def finish(walk: Walk, deliver: Any, run_jobs: Any) -> None:
    await deliver(walk.completed(walk.minute(10)))
    await run_jobs()


async def test_the_line_comes_as_geojson_gpx_and_polyline(
    client: Any, as_user: Any, deliver: Any, run_jobs: Any, walk: Walk
) -> None:
    await finish(walk, deliver, run_jobs)
    url, owner = f"/api/v1/tracks/{walk.id}", as_user(walk.client_id)

    feature = (await client.get(url, headers=owner)).json()
    gpx = await client.get(f"{url}?format=gpx", headers=owner)
    line = (await client.get(f"{url}?format=polyline&simplify_m=5", headers=owner)).json()

    coordinates = feature["geometry"]["coordinates"]
    assert coordinates[0] == pytest.approx([24.9316, 60.1686], abs=1e-4)
    assert feature["properties"]["distance_m"] == pytest.approx(780, rel=0.03)
    assert len(feature["properties"]["times"]) == len(coordinates) > 100
    root = ElementTree.fromstring(gpx.text)
    assert len(root.findall(".//{*}trkpt")) == len(coordinates)
    assert 2 <= len(polyline.decode(line["polyline"])) < 10


async def test_a_walk_under_way_can_be_read_as_far_as_it_has_come(
    client: Any, as_user: Any, walk: Walk
) -> None:
    owner = as_user(walk.client_id)

    feature = (await client.get(f"/api/v1/tracks/{walk.id}", headers=owner)).json()
    stats = (await client.get(f"/api/v1/tracks/{walk.id}/stats", headers=owner)).json()

    assert feature["properties"]["state"] == "live"
    assert len(feature["geometry"]["coordinates"]) > 100
    assert stats["distance_m"] == pytest.approx(780, rel=0.03)
    assert stats["average_speed"] == pytest.approx(1.3, rel=0.05)
    assert (stats["points"], stats["coverage"], stats["gaps"]) == (121, 1.0, [])


async def test_final_figures_do_not_change_with_the_clock(
    client: Any, as_user: Any, deliver: Any, run_jobs: Any, at: Any, walk: Walk
) -> None:
    await finish(walk, deliver, run_jobs)
    url, owner = f"/api/v1/tracks/{walk.id}/stats", as_user(walk.client_id)

    first = (await client.get(url, headers=owner)).json()
    at(walk.minute(60))

    assert (await client.get(url, headers=owner)).json() == first
    assert (first["state"], first["revision"], first["duration_s"]) == ("final", 1, 600)


async def test_both_sides_list_their_walks_newest_first(
    client: Any, as_user: Any, deliver: Any, walk: Walk
) -> None:
    another = Walk(walker_id=walk.walker_id)
    await deliver(walk.completed(walk.minute(10)))
    await begin(another, deliver)

    by_walker = await client.get("/api/v1/tracks?limit=1", headers=as_user(walk.walker_id))
    cursor = by_walker.json()["next_cursor"]
    rest = await client.get(
        f"/api/v1/tracks?limit=1&cursor={cursor}", headers=as_user(walk.walker_id)
    )
    by_client = await client.get("/api/v1/tracks?role=client", headers=as_user(walk.client_id))
    as_other = await client.get("/api/v1/tracks?role=walker", headers=as_user(walk.client_id))

    assert [item["id"] for item in by_walker.json()["items"]] == [str(another.id)]
    assert [item["id"] for item in rest.json()["items"]] == [str(walk.id)]
    assert [item["id"] for item in by_client.json()["items"]] == [str(walk.id)]
    assert as_other.json()["items"] == []


@pytest.mark.parametrize("path", ["", "/stats", "?format=gpx"])
async def test_a_strangers_track_does_not_exist(
    path: str, client: Any, as_user: Any, walk: Walk
) -> None:
    url = f"/api/v1/tracks/{walk.id}{path}"

    stranger = await client.get(url, headers=as_user(new_id()))
    support = await client.get(url, headers=as_user(new_id(), "support"))

    assert (stranger.status_code, stranger.json()["code"]) == (404, "track_not_found")
    assert support.status_code == 200


async def test_a_walk_that_has_not_begun_has_no_figures(
    client: Any, as_user: Any, deliver: Any
) -> None:
    walk = Walk()
    await deliver(walk.assigned())

    stats = await client.get(f"/api/v1/tracks/{walk.id}/stats", headers=as_user(walk.client_id))
    line = await client.get(f"/api/v1/tracks/{walk.id}", headers=as_user(walk.client_id))

    assert (stats.status_code, stats.json()["code"]) == (409, "track_not_started")
    assert line.json()["geometry"] is None


async def test_a_bad_cursor_and_a_bad_format_are_refused(client: Any, as_user: Any) -> None:
    me = as_user(new_id())

    cursor = await client.get("/api/v1/tracks?cursor=nonsense", headers=me)
    kind = await client.get(f"/api/v1/tracks/{new_id()}?format=kml", headers=me)

    assert (cursor.status_code, kind.status_code) == (400, 422)
