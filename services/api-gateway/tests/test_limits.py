"""How often a person or an address may ask: in one process, and over several."""

import asyncio
import time
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
from platforms import Start
from redis.asyncio import Redis
from redis.exceptions import RedisError
from websockets.asyncio.client import connect

from app.config import Settings, settings
from app.services.limits import Limits
from lapa_kit.ids import new_id
from lapa_kit.ratelimit import Rate
from lapa_kit.testing import bearer

PATH = "/api/v1/orders"


def admitted(limits: Limits, bucket: str, rate: Rate, tries: int) -> int:
    return sum(limits.ask(bucket, rate).is_allowed for _ in range(tries))


def test_a_burst_up_to_the_limit_is_admitted_and_no_more() -> None:
    limits, rate = Limits(), Rate(10, 60)
    assert admitted(limits, "a", rate, 30) == 10
    assert admitted(limits, "b", rate, 30) == 10, "another's bucket is full"


def test_what_remains_is_told_exactly() -> None:
    limits, rate = Limits(), Rate(3, 60)
    told = [limits.ask("a", rate) for _ in range(4)]
    assert [verdict.remaining for verdict in told] == [2, 1, 0, 0]
    assert 19 < told[-1].retry_after_s <= 20


def test_the_bucket_fills_again_evenly() -> None:
    limits, rate = Limits(), Rate(10, 0.5)
    assert admitted(limits, "a", rate, 20) == 10
    time.sleep(0.11)
    assert admitted(limits, "a", rate, 20) == 2


@pytest_asyncio.fixture
async def redis() -> AsyncIterator[Redis]:
    redis = Redis.from_url(settings.redis_url, decode_responses=True)
    yield redis
    await redis.aclose()


async def test_processes_share_what_they_admitted(redis: Redis) -> None:
    bucket, rate = f"user:{new_id()}", Rate(10, 60)
    one, other = Limits(), Limits()
    assert admitted(one, bucket, rate, 7) == 7
    assert admitted(other, bucket, rate, 1) == 1
    await one.share(redis)
    await other.share(redis)
    assert admitted(other, bucket, rate, 9) == 2
    await other.share(redis)
    await one.share(redis)  # had nothing to say, so it learns with its next request
    assert admitted(one, bucket, rate, 1) == 1
    await one.share(redis)
    assert admitted(one, bucket, rate, 9) == 0


async def test_a_burst_over_the_limit_is_refused_and_another_user_is_not(
    start: Start, upstream: str
) -> None:
    platform = await start(order_service_url=upstream, rate_limit_user_per_minute=5)
    eager, calm = bearer(new_id()), bearer(new_id())
    responses = [await platform.client.get(PATH, headers=eager) for _ in range(7)]
    assert [response.status_code for response in responses] == [200] * 5 + [429] * 2
    assert [response.headers["ratelimit-remaining"] for response in responses[:5]] == list("43210")
    refusal = responses[-1]
    assert refusal.json()["code"] == "rate_limited"
    assert int(refusal.headers["retry-after"]) >= 1
    assert refusal.headers["ratelimit-limit"] == "5"
    assert (await platform.client.get(PATH, headers=calm)).status_code == 200


async def test_strangers_are_limited_by_their_address(start: Start, upstream: str) -> None:
    platform = await start(order_service_url=upstream, rate_limit_address_per_minute=3)
    guessed = {"Authorization": "Bearer guess"}
    statuses = [(await platform.client.get(PATH, headers=guessed)).status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 429, 429]
    known = await platform.client.get(PATH, headers=bearer(new_id()))
    assert known.status_code == 200


@pytest.mark.parametrize("path", ["/health", "/metrics", "/docs", "/openapi.json"])
async def test_what_operators_need_is_not_limited(start: Start, path: str) -> None:
    platform = await start(rate_limit_address_per_minute=1)
    for _ in range(3):
        assert (await platform.client.get(path)).status_code == 200


async def test_one_phone_that_sends_too_often_slows_nobody_else(
    start: Start, upstream: str
) -> None:
    platform = await start(location_service_url=upstream)
    eager, calm = bearer(new_id()), bearer(new_id())

    async def report(headers: dict[str, str]) -> httpx.Response:
        return await platform.client.post("/api/v1/locations", json={}, headers=headers)

    began = time.monotonic()
    answers = [await report(eager) for _ in range(60)]
    admitted = sum(answer.status_code == 200 for answer in answers)
    assert 20 <= admitted <= 21 + 20 * (time.monotonic() - began)
    if refusal := next((answer for answer in answers if answer.status_code == 429), None):
        assert (refusal.headers["ratelimit-limit"], refusal.headers["retry-after"]) == ("20", "1")
    assert (await report(calm)).status_code == 200
    elsewhere = await platform.client.get("/api/v1/locations/me", headers=eager)
    assert elsewhere.status_code == 200


async def test_messages_of_a_socket_that_come_too_often_are_passed_on_later(
    start: Start, upstream: str
) -> None:
    platform = await start(order_service_url=upstream, websocket_messages_per_second=20)
    url = platform.url.replace("http", "ws") + "/api/v1/orders/ws"

    async def talk(count: int) -> float:
        async with connect(url, proxy=None, additional_headers=bearer(new_id())) as socket:
            await socket.recv()
            began = time.monotonic()
            for number in range(count):
                await socket.send(str(number))
            assert [await socket.recv() for _ in range(count)] == [str(n) for n in range(count)]
            return time.monotonic() - began

    assert await talk(40) >= 0.9, "twenty at once, the rest at twenty a second, and none lost"


class TestWithoutRedis:
    """A server between the gateway and Redis plays the network that fails."""

    async def test_a_process_limits_by_itself_and_tells_the_others_afterwards(self) -> None:
        path, rate = settings.redis_host, Rate(10, 60)
        links: list[asyncio.StreamWriter] = []

        async def pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
            links.append(sink)
            while data := await source.read(65536):
                sink.write(data)
            sink.close()

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            if path.startswith("/"):
                back, forth = await asyncio.open_unix_connection(path)
            else:
                back, forth = await asyncio.open_connection(path, settings.redis_port)
            await asyncio.gather(pump(reader, forth), pump(back, writer))

        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        client = Redis(port=port, db=settings.redis_db, decode_responses=True)
        bucket, one, other = f"user:{new_id()}", Limits(), Limits()
        assert admitted(one, bucket, rate, 2) == 2
        await one.share(client)

        server.close()
        for link in links:
            link.transport.abort()
        assert admitted(one, bucket, rate, 20) == 8
        with pytest.raises((RedisError, OSError)):
            await one.share(client)

        server = await asyncio.start_server(serve, "127.0.0.1", port)
        await one.share(client)
        assert admitted(other, bucket, rate, 1) == 1
        await other.share(client)
        assert admitted(other, bucket, rate, 5) == 0, "what was admitted meanwhile is known to all"
        await client.aclose()
        server.close()


@pytest.mark.parametrize("rule", ["POST /api/v1/locations", "/a 1/1", "GET /a 0/1", "GET a 1/1"])
def test_a_rule_that_cannot_be_read_is_refused_at_the_start(rule: str) -> None:
    with pytest.raises(ValueError, match="REQUESTS/SECONDS"):
        Settings(rate_limit_routes=rule)  # pyright: ignore[reportArgumentType]


async def test_a_limit_of_nothing_is_no_limit(start: Start, upstream: str) -> None:
    platform = await start(order_service_url=upstream, rate_limit_address_per_minute=0)
    response = await platform.client.get(PATH)
    assert "ratelimit-limit" not in response.headers
