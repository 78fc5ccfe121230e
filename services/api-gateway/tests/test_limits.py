"""How often a person or an address may ask: in one process, and over several."""

import time
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from platforms import Start
from redis.asyncio import Redis

from app.config import settings
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


async def test_a_limit_of_nothing_is_no_limit(start: Start, upstream: str) -> None:
    platform = await start(order_service_url=upstream, rate_limit_address_per_minute=0)
    response = await platform.client.get(PATH)
    assert "ratelimit-limit" not in response.headers
