"""Geofences: an owner's own, quiet near the border, loud within seconds of a real exit."""

import random
from datetime import timedelta
from typing import Any

import pytest
import simulated
from factories import KAMPPI, Walk, point
from test_sending_points import begin, send

from app.tracking.fencing import Circle, first_side, next_side
from app.tracking.frame import LocalFrame
from lapa_cli.city import gps
from lapa_kit.ids import new_id

CIRCLE = {"type": "circle", "center": KAMPPI.model_dump(), "radius_m": 200}


def square(half_m: float) -> dict[str, Any]:
    frame = LocalFrame.at(KAMPPI.lat, KAMPPI.lon)
    corners = [(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)]
    ring = [frame.to_degrees(x * half_m, y * half_m)[::-1] for x, y in corners]
    return {"type": "Polygon", "coordinates": [ring]}


async def make(client: Any, headers: Any, **fields: Any) -> Any:
    body = {"name": "park", "kind": "safe_zone", "shape": CIRCLE, **fields}
    return await client.post("/api/v1/geofences", json=body, headers=headers)


async def alerts(client: Any, headers: Any) -> list[Any]:
    return (await client.get("/api/v1/alerts", headers=headers)).json()["items"]


@pytest.mark.parametrize("shape", [CIRCLE, square(200)])
async def test_a_real_exit_raises_one_alert_within_thirty_seconds(
    shape: Any, client: Any, as_user: Any, deliver: Any, at: Any, outbox: Any
) -> None:
    walk = Walk()
    owner = as_user(walk.client_id)
    at(walk.minute(10))
    assert (await make(client, owner, shape=shape)).status_code == 201
    await begin(walk, deliver)
    steps = [
        point(walk.begin + timedelta(seconds=s), east=1.5 * s, seq=s) for s in range(0, 300, 5)
    ]

    for step in steps:
        await send(client, as_user(walk.walker_id), [step])
    await send(client, as_user(walk.walker_id), steps)

    (alert,) = await alerts(client, owner)
    (said,) = [e for e in await outbox() if e.type == "alert.raised.v1"]
    assert (alert["kind"], alert["what"], alert["severity"]) == ("geofence", "exit", "high")
    assert alert["order_id"] == said.payload["order_id"] == str(walk.id)
    assert said.payload["recipient_ids"] == [str(walk.client_id)]
    left_at = walk.begin + timedelta(seconds=200 / 1.5)
    assert said.payload["at"] <= (left_at + timedelta(seconds=30)).isoformat()


async def test_enter_and_exit_as_asked_for(
    client: Any, as_user: Any, deliver: Any, at: Any
) -> None:
    walk = Walk()
    owner = as_user(walk.client_id)
    at(walk.minute(20))
    await make(client, owner, kind="forbidden", notify_on=["enter"])
    await make(client, owner, applies_to=[str(new_id())])  # another walk's
    await make(client, as_user(new_id()))  # another owner's
    await begin(walk, deliver)
    there_and_back = [400 - 2 * s for s in range(200)] + [2 * s for s in range(200)]
    points = [
        point(walk.begin + timedelta(seconds=s), east=east, seq=s)
        for s, east in enumerate(there_and_back)
    ]

    await send(client, as_user(walk.walker_id), points)

    assert [alert["what"] for alert in await alerts(client, owner)] == ["enter"]


def test_an_hour_of_noise_ten_metres_from_the_border_raises_nothing() -> None:
    fence = Circle(60.17, 24.94, 100)
    frame = LocalFrame.at(60.17, 24.94)
    for seed in range(20):
        lat, lon = frame.to_degrees(90 if seed % 2 else 110, 0)
        start = simulated.MORNING
        truth = [gps.Fix(start + timedelta(seconds=s), lat, lon) for s in (0, 3600)]
        side = None
        for fix in gps.add_noise(truth, seed=seed):
            depth = fence.depth_m(fix.lat, fix.lon)
            if side is None:
                side = first_side(depth, fix.accuracy_m)
            else:
                crossed = next_side(side, depth, fix.accuracy_m)
                assert crossed.is_inside == side.is_inside
                side = crossed


async def test_an_owner_keeps_his_own_geofences(client: Any, as_user: Any) -> None:
    owner, stranger = as_user(new_id()), as_user(new_id())
    made = (await make(client, owner)).json()
    url = f"/api/v1/geofences/{made['id']}"

    listed = (await client.get("/api/v1/geofences", headers=owner)).json()["items"]
    renamed = await client.patch(url, json={"name": "forest"}, headers=owner)
    codes = [
        (await client.request(method, url, headers=stranger, json={})).status_code
        for method in ("GET", "PATCH", "DELETE")
    ]
    deleted = await client.delete(url, headers=owner)

    assert [item["id"] for item in listed] == [made["id"]]
    assert made["shape"] == CIRCLE
    assert renamed.json()["name"] == "forest"
    assert codes == [404, 404, 404]
    assert deleted.status_code == 204
    assert (await client.get(url, headers=owner)).status_code == 404


@pytest.mark.parametrize(
    ("shape", "code"),
    [
        ({"type": "circle", "center": {"lat": 60, "lon": 24}, "radius_m": -5}, "invalid_request"),
        ({"type": "Polygon", "coordinates": []}, "invalid_request"),
        ({"type": "Polygon", "coordinates": [[[24, 60], [25, 60], [24, 60]]]}, "invalid_request"),
        ({"type": "Point", "coordinates": [24, 60]}, "invalid_request"),
        (
            {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]},
            "invalid_shape",
        ),
        ({"type": "Polygon", "coordinates": [[[1, 1]] * 4]}, "invalid_shape"),
    ],
)
async def test_what_is_no_area_is_refused(shape: Any, code: str, client: Any, as_user: Any) -> None:
    response = await make(client, as_user(new_id()), shape=shape)

    assert (response.status_code, response.json()["code"]) == (422, code)


async def test_an_alert_is_acknowledged_by_its_own_people(
    client: Any, as_user: Any, deliver: Any, at: Any
) -> None:
    walk, rng = Walk(), random.Random(1)
    owner = as_user(walk.client_id)
    at(walk.minute(10))
    await make(client, owner)
    await begin(walk, deliver)
    points = [
        point(walk.begin + timedelta(seconds=5 * s), east=60 * s + rng.random(), seq=s)
        for s in range(20)
    ]
    await send(client, as_user(walk.walker_id), points)
    (alert,) = await alerts(client, owner)
    url = f"/api/v1/alerts/{alert['id']}/ack"

    stranger = await client.post(url, headers=as_user(new_id()))
    first = await client.post(url, headers=owner)
    second = await client.post(url, headers=owner)

    assert (stranger.status_code, stranger.json()["code"]) == (404, "alert_not_found")
    assert first.json()["acknowledged_at"] == second.json()["acknowledged_at"] is not None
    assert await alerts(client, as_user(new_id())) == []
