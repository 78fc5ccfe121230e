"""A walk watched live over a real WebSocket: nothing lost, nothing twice, nobody who should not."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import httpx
import pytest
import websockets
from factories import Walk, point, straight
from test_sending_points import begin

from lapa_kit import clock
from lapa_kit.events import Event
from lapa_kit.events.contract import stream_of
from lapa_kit.ids import new_id
from lapa_kit.realtime import issue_ticket
from lapa_kit.testing.plugin import envelope_for

pytestmark = pytest.mark.committed


@pytest.fixture
async def walk(server: str, deliver: Any) -> Walk:
    """Begun a quarter of an hour ago."""
    walk = Walk()
    walk.begin -= timedelta(minutes=15)
    await begin(walk, deliver)
    return walk


async def post(server: str, headers: Any, points: list[Any]) -> None:
    async with httpx.AsyncClient(base_url=server) as client:
        body = {"device_id": "phone", "points": points}
        response = await client.post("/api/v1/locations", json=body, headers=headers)
        assert response.status_code == 202, response.text


@asynccontextmanager
async def watching(
    server: str, walk: Walk, headers: Any, since: int | None = None
) -> AsyncGenerator[Any, None]:
    query = "" if since is None else f"?since={since}"
    url = f"{server.replace('http', 'ws')}/api/v1/tracks/{walk.id}/ws{query}"
    async with websockets.connect(url, additional_headers=headers) as socket:
        yield socket


async def hear(socket: Any) -> dict[str, Any]:
    return json.loads(await asyncio.wait_for(socket.recv(), 5))


async def hear_points(socket: Any, until: int) -> list[int]:
    """The numbers of the points that came, up to the one waited for."""
    seqs: list[int] = []
    while not seqs or seqs[-1] < until:
        message = await hear(socket)
        if message["type"] == "points":
            seqs += [p["seq"] for p in message["points"]]
    return seqs


async def test_a_cut_connection_resumes_without_loss_or_repetition(
    server: str, as_user: Any, walk: Walk
) -> None:
    walker, owner = as_user(walk.walker_id, "walker"), as_user(walk.client_id)
    points = straight(walk.begin, seconds=range(0, 300, 5))
    await post(server, walker, points[:10])

    async with watching(server, walk, owner, since=0) as socket:
        assert (await hear(socket))["state"] == "live"
        first = await hear_points(socket, 10)
        await post(server, walker, points[10:20])
        second = await hear_points(socket, 20)
    await post(server, walker, points[20:40])
    async with watching(server, walk, owner, since=20) as socket:
        third = await hear_points(socket, 40)
        await post(server, walker, points[40:])
        fourth = await hear_points(socket, 60)

    assert first + second + third + fourth == list(range(1, 61))


async def test_points_that_come_during_the_replay_are_neither_lost_nor_doubled(
    server: str, as_user: Any, walk: Walk
) -> None:
    walker, owner = as_user(walk.walker_id), as_user(walk.client_id)
    points = straight(walk.begin, seconds=range(800))
    await post(server, walker, points[:600])

    async def go_on() -> None:
        for start in range(600, 800, 10):
            await post(server, walker, points[start : start + 10])

    async def watch() -> list[int]:
        async with watching(server, walk, owner, since=0) as socket:
            return await hear_points(socket, 800)

    _, *seen = await asyncio.gather(go_on(), *(watch() for _ in range(4)))

    assert seen == [list(range(1, 801))] * 4


async def test_without_since_only_the_newest_point_is_shown(
    server: str, as_user: Any, walk: Walk
) -> None:
    await post(server, as_user(walk.walker_id), straight(walk.begin, seconds=range(30)))

    async with watching(server, walk, as_user(walk.client_id)) as socket:
        assert await hear_points(socket, 30) == [30]
        assert await hear(socket) == {"type": "caught_up", "seq": 30}


async def test_viewers_are_told_of_the_finish_and_the_measured_distance(
    server: str, as_user: Any, deliver: Any, walk: Walk
) -> None:
    await post(server, as_user(walk.walker_id), straight(walk.begin, seconds=range(0, 601, 5)))

    async with watching(server, walk, as_user(walk.client_id)) as socket:
        await hear_points(socket, 121)
        await asyncio.sleep(0.5)
        await deliver(walk.completed(walk.minute(10)))
        message = await hear(socket)
        while message.get("state") != "final":
            message = await hear(socket)

    assert message["distance_m"] == pytest.approx(780, rel=0.03)


async def closed_with(connection: Any) -> int:
    async with connection as socket:
        with pytest.raises(websockets.ConnectionClosed):
            await asyncio.wait_for(socket.recv(), 5)
        return socket.close_code


async def test_strangers_and_nobodies_are_shown_out(server: str, as_user: Any, walk: Walk) -> None:
    assert await closed_with(watching(server, walk, as_user(new_id()))) == 4404
    assert await closed_with(watching(server, walk, {})) == 4401
    assert await closed_with(watching(server, Walk(), as_user(walk.client_id))) == 4404


async def test_a_replaced_walker_is_shown_out(server: str, as_user: Any, deliver: Any) -> None:
    walk = Walk()
    await deliver(walk.assigned())

    async with watching(server, walk, as_user(walk.walker_id)) as socket:
        assert (await hear(socket))["state"] == "planned"
        assert (await hear(socket))["type"] == "caught_up"
        await asyncio.sleep(1.5)
        await deliver(walk.unassigned())
        with pytest.raises(websockets.ConnectionClosed):
            await asyncio.wait_for(socket.recv(), 5)

    assert socket.close_code == 4404


async def test_a_browser_comes_in_with_a_ticket_once(server: str, app: Any, walk: Walk) -> None:
    claims = {
        "user_id": str(walk.client_id),
        "session_id": str(new_id()),
        "roles": ["client"],
        "issued_at": 0,
        "expires_at": clock.now().timestamp() + 600,
    }
    ticket = await issue_ticket(app.state.redis, claims, origin=None)
    url = f"{server.replace('http', 'ws')}/api/v1/tracks/{walk.id}/ws"
    protocols: Any = [f"lapa.ticket.{ticket}"]

    async with websockets.connect(url, subprotocols=protocols) as socket:
        assert (await hear(socket))["type"] == "track"

    assert await closed_with(websockets.connect(url, subprotocols=protocols)) == 4401


async def test_points_come_in_over_a_socket_too(server: str, as_user: Any, walk: Walk) -> None:
    url = f"{server.replace('http', 'ws')}/api/v1/locations/ws"
    points = straight(walk.begin, seconds=range(0, 100, 5))
    nowhere = {"lat": 0, "lon": 0, "at": walk.begin.isoformat(), "seq": 999}

    async with websockets.connect(url, additional_headers=as_user(walk.walker_id)) as socket:
        for message in (
            {"type": "points", "ref": 1, "points": [*points, nowhere]},
            {"type": "points", "ref": 2, "points": points},
            {"type": "points", "ref": 3, "points": [{"lat": 91}]},
            {"type": "ping"},
            {"type": "dance", "ref": 4},
        ):
            await socket.send(json.dumps(message))
        await socket.send("no json")
        answers = [await hear(socket) for _ in range(6)]

    ack, again, invalid, pong, unknown, malformed = answers
    assert (ack["ref"], ack["accepted"], ack["rejected"][0]["reason"]) == (1, 20, "null_island")
    assert (again["type"], again["ref"], again["accepted"]) == ("ack", 2, 20)
    assert (invalid["code"], invalid["ref"], invalid["field"]) == (
        "invalid_request",
        3,
        "points.0.lat",
    )
    assert pong["type"] == "pong"
    assert (unknown["code"], malformed["code"]) == ("unknown_type", "malformed_message")
    async with watching(server, walk, as_user(walk.client_id), since=0) as socket:
        assert await hear_points(socket, 20) == list(range(1, 21))


async def test_losing_redis_only_slows_the_picture(
    server: str, as_user: Any, app: Any, walk: Walk
) -> None:
    async with watching(server, walk, as_user(walk.client_id), since=0) as socket:
        await app.state.redis.execute_command("CLIENT", "KILL", "TYPE", "pubsub")
        await post(server, as_user(walk.walker_id), [point(walk.minute(1), seq=1)])

        assert await hear_points(socket, 1) == [1]


async def test_events_and_timers_reach_a_running_service(
    server: str, as_user: Any, app: Any, walk: Walk, outbox: Any
) -> None:
    """Over the real transport: the finish comes as an event, the distance goes out as one."""
    await post(server, as_user(walk.walker_id), straight(walk.begin, seconds=range(0, 601, 5)))
    event: Event = walk.completed(walk.minute(10))

    await app.state.transport.send(stream_of("order-service"), [envelope_for(event)])

    async with asyncio.timeout(10):
        while not (said := [e for e in await outbox() if e.type == "track.finalized.v1"]):
            await asyncio.sleep(0.1)
    assert said[0].payload["distance_m"] == pytest.approx(780, rel=0.03)


async def test_support_that_watches_a_walk_is_on_record(
    server: str, walk: Walk, as_user: Any, audited: Any
) -> None:
    supporter = new_id()
    async with watching(server, walk, as_user(supporter, "support")) as socket:
        await hear(socket)

    (record,) = [one.payload for one in await audited()]
    assert (record["actor_id"], record["subject_id"]) == (str(supporter), str(walk.id))
    assert record["route"] == "WS /api/v1/tracks/{track_id}/ws"
    assert record["permissions"] == ["locations:read_any"]
