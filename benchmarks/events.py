"""From saying an event to the other service taking it, beside the bare round trip of the same Redis stream."""

import asyncio
import os
import time
from typing import Any

import asyncpg
import httpx
from redis.asyncio import Redis
from rich.console import Console

from benchmarks._people import register

EVENTS = 150
ROUND_TRIPS = 500
# said by user-service at each registration, taken by payment-service, which opens the wallet
TAKEN = """
select extract(epoch from inbox.taken_at - outbox.created_at)::float8 as seconds
from users.outbox join payments.inbox on inbox.event_id = outbox.id
where outbox.type = 'user.registered.v1' order by outbox.seq desc limit $1
"""


async def latencies() -> list[float]:
    gateway = os.environ["LAPA_E2E_GATEWAY_URL"]
    async with httpx.AsyncClient(base_url=gateway, timeout=60) as http:
        for _ in range(EVENTS):
            await register(http, "client")
    await asyncio.sleep(2)
    connection: Any = await asyncpg.connect(
        host=os.environ["POSTGRES_HOST"],
        port=os.environ["POSTGRES_PORT"],
        user=os.environ["POSTGRES_USER"],
        password=os.environ.get("POSTGRES_PASSWORD") or None,
        database=os.environ["POSTGRES_DB"],
    )
    rows = await connection.fetch(TAKEN, EVENTS)
    await connection.close()
    if len(rows) < EVENTS:
        raise RuntimeError(f"only {len(rows)} of {EVENTS} events were taken")
    return sorted(row["seconds"] for row in rows)


async def round_trips() -> list[float]:
    """XADD, XREADGROUP, XACK: the least that any event over this Redis costs."""
    redis = Redis(unix_socket_path=os.environ["REDIS_HOST"])
    await redis.xgroup_create("bench", "bench", id="0", mkstream=True)
    taken: list[float] = []
    for _ in range(ROUND_TRIPS):
        began = time.perf_counter()
        await redis.xadd("bench", {"n": 1})
        answer: Any = await redis.xreadgroup("bench", "bench", {"bench": ">"}, count=1)
        assert answer
        taken.append(time.perf_counter() - began)
    await redis.delete("bench")
    await redis.aclose()
    return sorted(taken)


def at(ordered: list[float], share: float) -> float:
    return 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * share))]


async def measure() -> None:
    bare, real = await round_trips(), await latencies()
    console = Console()
    console.print(
        f"said → taken by the other service: p50 {at(real, 0.5):.1f} ms, p99 {at(real, 0.99):.1f} ms"
    )
    console.print(f"bare round trip of the stream: p50 {at(bare, 0.5):.2f} ms")
    console.print(f"ratio at p50: {at(real, 0.5) / at(bare, 0.5):.0f}")


if __name__ == "__main__":
    asyncio.run(measure())
