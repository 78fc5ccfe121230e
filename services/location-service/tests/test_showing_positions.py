"""Who sees whom: the owner between start and finish, passers-by only walkers who are online."""

import math
import random
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from factories import KAMPPI, Walk, point, walker_profile
from test_sending_points import begin, send

from app.config import settings
from app.services import walkers
from app.tracking.frame import distance_m
from lapa_contracts.user import BlockAdded, BlockRemoved, Verification
from lapa_kit import clock
from lapa_kit.ids import new_id


async def look(client: Any, walk: Walk, headers: Any) -> Any:
    return await client.get(f"/api/v1/locations/{walk.walker_id}", headers=headers)


async def test_the_owner_sees_the_walker_only_between_start_and_finish(
    client: Any, as_user: Any, deliver: Any, at: Any
) -> None:
    walk, codes = Walk(), []
    owner, walker = as_user(walk.client_id), as_user(walk.walker_id, "walker")
    at(walk.minute(1))
    await send(client, walker, [point(walk.begin - timedelta(seconds=30))])

    codes.append((await look(client, walk, owner)).status_code)
    await deliver(walk.assigned())
    codes.append((await look(client, walk, owner)).status_code)
    await deliver(walk.started())
    before = await look(client, walk, owner)  # his last point is older than the walk
    await send(client, walker, [point(walk.minute(1), east=50)])
    during = await look(client, walk, owner)
    await deliver(walk.completed(walk.minute(2)))
    after = await look(client, walk, owner)

    assert codes == [404, 403]
    assert before.status_code == 404
    assert during.status_code == 200
    assert during.json()["track_id"] == str(walk.id)
    assert (after.status_code, after.json()["code"]) == (403, "position_not_shared")


async def test_a_cancelled_walk_ends_the_right_to_see(
    client: Any, as_user: Any, deliver: Any, at: Any
) -> None:
    walk = Walk()
    at(walk.minute(1))
    await begin(walk, deliver)
    await send(client, as_user(walk.walker_id), [point(walk.minute(1))])

    await deliver(walk.cancelled())

    assert (await look(client, walk, as_user(walk.client_id))).status_code == 403


async def test_a_stranger_sees_nothing_and_support_sees_all(
    client: Any, as_user: Any, deliver: Any, at: Any
) -> None:
    walk = Walk()
    at(walk.minute(1))
    await begin(walk, deliver)
    await send(client, as_user(walk.walker_id), [point(walk.minute(1))])

    stranger = await look(client, walk, as_user(new_id()))

    assert (stranger.status_code, stranger.json()["code"]) == (404, "position_not_found")
    assert (await look(client, walk, as_user(new_id(), "support"))).status_code == 200


async def test_losing_redis_loses_no_position(
    client: Any, as_user: Any, deliver: Any, at: Any, app: Any
) -> None:
    walk = Walk()
    at(walk.minute(1))
    await begin(walk, deliver)
    await send(client, as_user(walk.walker_id), [point(walk.minute(1), battery=0.5)])
    with_redis = await look(client, walk, as_user(walk.client_id))

    await app.state.redis.flushdb()

    assert (await look(client, walk, as_user(walk.client_id))).json() == with_redis.json()


async def nearby(client: Any, headers: Any, **query: Any) -> list[Any]:
    asked = {"lat": KAMPPI.lat, "lon": KAMPPI.lon, **query}
    response = await client.get("/api/v1/locations/nearby", params=asked, headers=headers)
    assert response.status_code == 200
    return response.json()["items"]


async def test_nearby_walkers_come_in_the_order_of_a_brute_force_search(
    client: Any, as_user: Any, deliver: Any
) -> None:
    rng, places, now = random.Random(3), {}, clock.now()
    for _ in range(120):
        walker_id = new_id()
        await deliver(walker_profile(walker_id))
        away, angle = rng.uniform(0, 4000), rng.uniform(0, 2 * math.pi)
        here = point(now, east=away * math.cos(angle), north=away * math.sin(angle))
        await send(client, as_user(walker_id, "walker"), [here])
        places[str(walker_id)] = distance_m(KAMPPI.lat, KAMPPI.lon, here["lat"], here["lon"])

    found = await nearby(client, as_user(new_id(), "support"), radius_m=3000, limit=100)

    within = {walker for walker, away in places.items() if away <= 3000}
    assert {item["user_id"] for item in found} == within
    distances = [places[item["user_id"]] for item in found]
    # the two ways to measure differ by a tenth of a metre
    assert all(near <= far + 0.5 for near, far in pairwise(distances))
    assert [item["distance_m"] for item in found] == pytest.approx(distances, abs=1)


async def test_only_approved_walkers_online_with_a_fresh_point_are_near(
    client: Any, as_user: Any, deliver: Any, at: Any
) -> None:
    me, now = new_id(), clock.now()
    good, offline, pending, unseen, blocked = (new_id() for _ in range(5))
    await deliver(walker_profile(offline, online=False))
    await deliver(walker_profile(pending, verification=Verification.PENDING))
    for walker_id in (good, unseen, blocked):
        await deliver(walker_profile(walker_id))
    await deliver(BlockAdded(user_id=blocked, other_id=me))
    for walker_id in (good, offline, pending, blocked):
        await send(client, as_user(walker_id), [point(now, east=100)])

    assert [w["user_id"] for w in await nearby(client, as_user(me))] == [str(good)]
    await deliver(BlockRemoved(user_id=blocked, other_id=me))
    assert len(await nearby(client, as_user(me))) == 2
    await deliver(walker_profile(good, version=0, online=False))  # old news
    assert len(await nearby(client, as_user(me))) == 2
    at(now + timedelta(minutes=6))
    assert await nearby(client, as_user(me)) == []


async def test_passers_by_see_walkers_only_roughly(client: Any, as_user: Any, deliver: Any) -> None:
    walker_id = new_id()
    await deliver(walker_profile(walker_id))
    exact = point(clock.now(), east=123.4, north=77)
    await send(client, as_user(walker_id), [exact])

    (shown,) = await nearby(client, as_user(new_id()))
    (known,) = await nearby(client, as_user(new_id(), "support"))

    assert shown["lat"] == round(exact["lat"], 3)
    assert shown["distance_m"] % 50 == 0
    assert known["lat"] == pytest.approx(exact["lat"])


@pytest.mark.parametrize("query", ["", "lat=91&lon=0", "lat=60&lon=24&radius_m=0", "lat=x&lon=1"])
async def test_a_malformed_search_is_refused(query: str, client: Any, as_user: Any) -> None:
    response = await client.get(f"/api/v1/locations/nearby?{query}", headers=as_user(new_id()))

    assert response.status_code == 422


async def test_where_a_check_is_demanded_nobody_is_near_without_one_that_holds(
    client: Any, as_user: Any, deliver: Any, at: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, (checked, unchecked) = clock.now(), (new_id(), new_id())
    await deliver(walker_profile(checked, checked_until=now + timedelta(minutes=2)))
    await deliver(walker_profile(unchecked))
    for walker_id in (checked, unchecked):
        await send(client, as_user(walker_id), [point(now, east=100)])
    assert len(await nearby(client, as_user(new_id()))) == 2

    demanding = settings.model_copy(update={"background_check_required": True})
    monkeypatch.setattr(walkers, "settings", demanding)

    assert [w["user_id"] for w in await nearby(client, as_user(new_id()))] == [str(checked)]
    at(now + timedelta(minutes=3))
    assert await nearby(client, as_user(new_id())) == []
