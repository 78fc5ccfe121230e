"""Points come in: once each, in any order, nonsense aside, for the walk of their own time."""

import asyncio
import random
from datetime import datetime, timedelta
from typing import Any

import pytest
from factories import Walk, point, straight, walker_profile
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import RejectedPoint, Track, Trackpoint, Whereabouts
from lapa_contracts.user import ConsentChanged, UserSuspended
from lapa_kit import clock
from lapa_kit.ids import new_id


async def send(client: Any, headers: Any, points: list[Any], **fields: Any) -> Any:
    body = {"device_id": "phone", "points": points, **fields}
    return await client.post("/api/v1/locations", json=body, headers=headers)


async def count(session: AsyncSession, track_id: Any = None) -> int:
    statement = select(func.count()).select_from(Trackpoint)
    if track_id:
        statement = statement.where(Trackpoint.track_id == track_id)
    return await session.scalar(statement) or 0


async def last_seq(session: AsyncSession, track_id: Any) -> int:
    return await session.scalar(select(Track.last_seq).where(Track.id == track_id)) or 0


@pytest.fixture
def walk(at: Any) -> Walk:
    walk = Walk()
    at(walk.begin + timedelta(minutes=10))
    return walk


async def begin(walk: Walk, deliver: Any) -> None:
    await deliver(walk.assigned())
    await deliver(walk.started())


async def test_a_repeated_shuffled_and_late_batch_counts_once(
    client: Any, session: Any, as_user: Any, deliver: Any, walk: Walk
) -> None:
    await begin(walk, deliver)
    points = straight(walk.begin, seconds=range(0, 300, 5))
    shuffled = random.Random(1).sample(points, len(points))

    first = await send(client, as_user(walk.walker_id, "walker"), points[:40])
    second = await send(client, as_user(walk.walker_id, "walker"), shuffled + points)

    assert (first.status_code, second.status_code) == (202, 202)
    assert second.json() == {"accepted": 120, "rejected": []}
    assert await count(session, walk.id) == 60
    assert await last_seq(session, walk.id) == 60
    numbers = await session.scalars(select(Trackpoint.track_seq).order_by(Trackpoint.track_seq))
    assert list(numbers) == list(range(1, 61))


async def test_two_phones_may_number_alike(
    client: Any, session: Any, as_user: Any, deliver: Any, walk: Walk
) -> None:
    await begin(walk, deliver)
    points = straight(walk.begin, seconds=range(0, 60, 5))

    for device in ("phone", "watch"):
        await send(client, as_user(walk.walker_id), points, device_id=device)

    assert await count(session, walk.id) == 24


async def test_nothing_is_kept_of_who_does_not_want_to_be_located_any_more(
    client: Any, session: Any, as_user: Any, deliver: Any, walk: Walk
) -> None:
    await begin(walk, deliver)
    walker, owner, now = as_user(walk.walker_id), as_user(walk.client_id), clock.now()

    async def say(*, granted: bool, version: int) -> None:
        facts = {"purpose": "location", "document_version": "1"}
        who = {"user_id": walk.walker_id, "granted": granted, "version": version}
        await deliver(ConsentChanged.model_validate(facts | who))

    await send(client, walker, [point(now, seq=1)])
    await say(granted=False, version=2)
    await say(granted=True, version=1)
    refused = await send(
        client, walker, [point(now, seq=2), {"lat": 0, "lon": 0, "at": now.isoformat(), "seq": 3}]
    )

    assert {row["reason"] for row in refused.json()["rejected"]} == {"not_shared"}
    assert await count(session) == 1, "the owner's track keeps what it had"
    assert await session.scalar(select(func.count()).select_from(RejectedPoint)) == 0
    for who in (walker, owner):
        url = f"/api/v1/locations/{walk.walker_id}"
        assert (await client.get(url, headers=who)).json()["code"] == "position_not_found"
    await say(granted=True, version=3)
    accepted = await send(client, walker, [point(clock.now(), seq=4)])
    assert accepted.json()["accepted"] == 1


async def test_nonsense_is_stored_aside_with_its_reason(
    client: Any, session: Any, as_user: Any, deliver: Any, walk: Walk
) -> None:
    await begin(walk, deliver)
    now = clock.now()
    nowhere = {"lat": 0, "lon": 0, "at": now.isoformat(), "seq": 1}
    tomorrow = point(now + timedelta(days=1), seq=2)
    last_month = point(now - timedelta(days=30), seq=3)
    good = point(now, seq=4)

    response = await send(client, as_user(walk.walker_id), [nowhere, tomorrow, last_month, good])

    assert response.status_code == 202
    assert response.json()["accepted"] == 1
    reasons = {row["seq"]: row["reason"] for row in response.json()["rejected"]}
    assert reasons == {1: "null_island", 2: "future", 3: "too_old"}
    stored = await session.execute(select(RejectedPoint.seq, RejectedPoint.reason))
    assert dict(stored.all()) == reasons
    assert await count(session) == 1


async def test_outside_a_walk_only_the_last_point_is_kept(
    client: Any, session: Any, as_user: Any
) -> None:
    walker_id, now = new_id(), clock.now()
    points = [point(now - timedelta(seconds=30 - s), east=s, seq=s) for s in range(30)]

    await send(client, as_user(walker_id, "walker"), points)
    mine = await client.get("/api/v1/locations/me", headers=as_user(walker_id))

    assert await count(session) == 0
    assert mine.json()["lat"] == pytest.approx(points[-1]["lat"])
    assert await session.scalar(select(func.count()).select_from(Whereabouts)) == 1


async def test_a_late_batch_does_not_move_the_last_point_back(
    client: Any, as_user: Any, walk: Walk
) -> None:
    me = as_user(walk.walker_id)
    newer, older = point(walk.minute(9), east=500), point(walk.minute(8), east=100)

    await send(client, me, [newer])
    await send(client, me, [older])

    mine = (await client.get("/api/v1/locations/me", headers=me)).json()
    assert mine["lon"] == pytest.approx(newer["lon"])


async def test_the_last_point_is_forgotten_after_minutes(
    client: Any, session: Any, as_user: Any, at: Any, run_jobs: Any, app: Any
) -> None:
    me, now = as_user(new_id()), clock.now()
    await send(client, me, [point(now)])
    at(now + timedelta(minutes=45))

    response = await client.get("/api/v1/locations/me", headers=me)
    await app.state.jobs.tasks["forget_strays"](session, {})
    await session.commit()

    assert response.status_code == 404
    assert await session.scalar(select(Whereabouts.lat)) is None


async def test_points_that_came_before_the_start_was_known_find_their_walk(
    client: Any, session: Any, as_user: Any, deliver: Any, walk: Walk
) -> None:
    await deliver(walk.assigned())
    me = as_user(walk.walker_id, "walker")
    early = [point(walk.begin + timedelta(seconds=s), seq=1000 + s) for s in range(-60, 61, 10)]
    await send(client, me, early)

    await deliver(walk.started())
    await send(client, me, straight(walk.begin, seconds=range(65, 125, 5)))

    assert await count(session, walk.id) == 7 + 12
    assert await last_seq(session, walk.id) == 19


async def test_points_bind_to_the_walk_of_their_own_time(
    client: Any, session: Any, as_user: Any, deliver: Any, at: Any
) -> None:
    first = Walk()
    second = Walk(walker_id=first.walker_id)
    second.begin = first.minute(40)
    at(first.minute(45))
    await begin(first, deliver)
    await deliver(first.completed(first.minute(30)))
    await begin(second, deliver)
    late = [point(first.minute(m), seq=m) for m in range(45)]

    await send(client, as_user(first.walker_id), late)

    assert await count(session, first.id) == 31
    assert await count(session, second.id) == 5
    assert await count(session) == 36  # between the walks nobody is tracked


async def test_points_after_the_finish_are_taken_from_the_walk_again(
    client: Any, session: Any, as_user: Any, deliver: Any, walk: Walk
) -> None:
    await begin(walk, deliver)
    points = [point(walk.begin + timedelta(seconds=s), seq=s) for s in range(0, 301, 10)]
    await send(client, as_user(walk.walker_id), points)

    await deliver(walk.completed(walk.begin + timedelta(seconds=200)))

    assert await count(session, walk.id) == 21
    assert await count(session) == 21


async def test_a_replaced_walker_leaves_no_trace(
    client: Any, session: Any, as_user: Any, deliver: Any, walk: Walk
) -> None:
    await deliver(walk.assigned())
    await send(client, as_user(walk.walker_id), straight(walk.begin, seconds=range(0, 60, 5)))
    assert await count(session) == 12

    await deliver(walk.unassigned())

    assert await count(session) == 0


async def test_an_online_walker_is_told_of_when_he_has_moved(
    client: Any, outbox: Any, as_user: Any, deliver: Any, walk: Walk
) -> None:
    walker_id = walk.walker_id
    await deliver(walker_profile(walker_id))
    steps = [(0, 0), (10, 100), (20, 250), (30, 260), (160, 270)]

    for seconds, east in steps:
        moment = walk.begin + timedelta(seconds=seconds)
        await send(client, as_user(walker_id), [point(moment, east=east, seq=seconds)])

    told = await outbox()
    assert {envelope.type for envelope in told} == {"walker.position_changed.v1"}
    seconds = [round((_at(e) - walk.begin).total_seconds()) for e in told]
    assert seconds == [0, 20, 160]


def _at(envelope: Any) -> datetime:
    return datetime.fromisoformat(envelope.payload["at"])


async def test_who_is_offline_or_suspended_is_not_told_of(
    client: Any, published: Any, as_user: Any, deliver: Any, walk: Walk
) -> None:
    await deliver(walker_profile(walk.walker_id))
    await deliver(UserSuspended(user_id=walk.walker_id, reason_code="fraud"))
    await deliver(walker_profile(walk.walker_id, version=2))
    offline = new_id()
    await deliver(walker_profile(offline, online=False))

    for walker_id in (walk.walker_id, offline):
        await send(client, as_user(walker_id), [point(walk.begin)])

    assert await published() == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"points": []},
        {"points": [point(clock.now())] * 1001},
        {"points": [{"lat": 91, "lon": 0, "at": "2026-05-01T08:00:00Z"}]},
        {"points": [{"lat": 60, "lon": 24}]},
        {"points": [{"lat": 60, "lon": 24, "at": "2026-05-01T08:00:00"}]},
        {"points": [{"lat": 60, "lon": 24, "at": "0001-01-01T00:00:00+14:00"}]},
        {"points": [{"lat": 60, "lon": 24, "at": 1e300}]},
        {"points": [point(clock.now(), seq=2**63)]},
        {"points": [point(clock.now(), accuracy_m=1e40)]},
        {"points": [point(clock.now())], "device_id": "a\x00b"},
        {"points": "none"},
    ],
)
async def test_malformed_batches_are_refused_whole(
    client: Any, session: Any, as_user: Any, wrong: Any
) -> None:
    response = await client.post("/api/v1/locations", json=wrong, headers=as_user(new_id()))

    assert response.status_code == 422
    assert response.json()["code"] == "invalid_request"
    assert await session.scalar(select(func.count()).select_from(Whereabouts)) == 0


async def test_everybody_needs_a_token(client: Any) -> None:
    response = await client.post("/api/v1/locations", json={"points": [point(clock.now())]})

    assert response.status_code == 401


@pytest.mark.committed
async def test_requests_at_once_share_commits_and_lose_nothing(
    client: Any, session: Any, as_user: Any, deliver: Any, at: Any
) -> None:
    walks = [Walk() for _ in range(20)]
    at(walks[0].minute(10))
    for walk in walks:
        await begin(walk, deliver)
    batches = [
        (walk, straight(walk.begin, seconds=range(start, start + 50)))
        for walk in walks
        for start in (0, 25, 50)
    ]

    answers = await asyncio.gather(
        *(send(client, as_user(walk.walker_id), points) for walk, points in batches)
    )

    assert {answer.status_code for answer in answers} == {202}
    for walk in walks:
        assert await last_seq(session, walk.id) == await count(session, walk.id) == 100
