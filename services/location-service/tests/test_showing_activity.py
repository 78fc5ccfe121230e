"""What anybody may see of the walks in the city, and what nobody does."""

from datetime import timedelta
from typing import Any

from factories import KAMPPI, Walk, straight
from test_sending_points import begin, send

from app.config import settings
from app.tracking.frame import distance_m

HERE = {"lat": KAMPPI.lat, "lon": KAMPPI.lon}


async def busy(client: Any, **more: Any) -> list[dict[str, Any]]:
    response = await client.get("/api/v1/locations/activity", params={**HERE, **more})
    assert response.status_code == 200, response.text
    return response.json()["items"]


async def go_out(client: Any, as_user: Any, deliver: Any, walks: list[Walk]) -> None:
    """Each along the same street for half an hour, slowly."""
    for walk in walks:
        await begin(walk, deliver)
        fixes = straight(walk.begin, seconds=range(0, 1800, 20), mps=0.5)
        await send(client, as_user(walk.walker_id), fixes)


async def test_only_where_several_walk_and_late_and_never_their_ends(
    client: Any, as_user: Any, deliver: Any, at: Any
) -> None:
    walks = [Walk() for _ in range(settings.activity_at_least)]
    last = walks[-1].begin
    at(last + timedelta(minutes=30))
    await go_out(client, as_user, deliver, walks[1:])
    assert await busy(client) == [], "so few would be somebody"

    await go_out(client, as_user, deliver, walks[:1])
    seen: list[tuple[float, list[dict[str, Any]]]] = []
    for minute in range(15, 75, 5):
        at(last + timedelta(minutes=minute))
        seen.append((minute, await busy(client)))

    shown = [square for _, squares in seen for square in squares]
    assert shown, "they walk together"
    assert {square["walks"] for square in shown} == {settings.activity_at_least}
    assert all(not squares for minute, squares in seen if minute <= 20), "the first minutes"
    squares = {(square["lat"], square["lon"]) for square in shown}
    # ten minutes at half a metre a second are 300 m; a square's middle is half its diagonal away
    away = [distance_m(KAMPPI.lat, KAMPPI.lon, lat, lon) for lat, lon in squares]
    assert min(away) > 300 - 0.71 * settings.activity_square_m
    assert seen[-1][1] == [], "an hour later nobody walks"


async def test_a_finished_walk_never_showed_where_it_ended(
    client: Any, as_user: Any, deliver: Any, at: Any
) -> None:
    walks = [Walk() for _ in range(settings.activity_at_least)]
    door = walks[0].minute(30)
    at(door)
    await go_out(client, as_user, deliver, walks)
    for walk in walks:
        await deliver(walk.completed(walk.minute(30)))

    ends: list[float] = []
    for minute in range(0, 40, 5):
        at(door + timedelta(minutes=minute))
        ends += [square["lon"] for square in await busy(client)]

    # the street runs eastwards: the last ten minutes are its last 300 m
    eastmost = KAMPPI.lon + 900 / 55_300
    assert ends
    assert max(ends) < eastmost - (300 - settings.activity_square_m / 2) / 55_300
    assert await busy(client, lat=0, lon=0) == []


async def test_where_is_asked_must_be_a_place(client: Any) -> None:
    for bad in ({"lat": 91}, {"radius_m": 0}, {"radius_m": 10**6}, {"lon": "east"}):
        response = await client.get("/api/v1/locations/activity", params={**HERE, **bad})
        assert response.status_code == 422, bad
    assert (await client.get("/api/v1/locations/activity")).status_code == 422
