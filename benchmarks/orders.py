"""Whole orders a second, from quote to settled, beside the bare commit rate of the same PostgreSQL.

Then many walks and walkers at once: matched together, beside one by one.
"""

import asyncio
import io
import os
import time
from itertools import pairwise
from typing import Any

import asyncpg
import httpx
from PIL import Image
from rich.console import Console

from benchmarks import _batches
from benchmarks._people import PICKUP, Person, make_owner, make_walker, sign_in

PAIRS = 6
SECONDS = 20.0
COMMIT_CLIENTS = 8
COMMIT_SECONDS = 4.0


async def one_order(owner: Person, dog: str, walker: Person) -> dict[str, float]:
    """One life of an order; seconds each part took."""
    marks = [time.perf_counter()]
    quote = await owner.call(
        "POST",
        "orders/quote",
        {
            "service_type": "walk",
            "pet_ids": [dog],
            "scheduled_at": None,
            "duration_minutes": 30,
            "pickup": PICKUP,
        },
    )
    body = {"quote_id": quote["quote_id"], "payment_method": "wallet", "walker_id": walker.id}
    order = await owner.call("POST", "orders", body)
    marks.append(time.perf_counter())
    offer = await until(lambda: _offer(walker, order["id"]))
    marks.append(time.perf_counter())
    await walker.call("POST", f"orders/offers/{offer['id']}/accept")
    door = {"lat": PICKUP["lat"], "lon": PICKUP["lon"]}
    await walker.call("POST", f"orders/{order['id']}/start", door)
    await walker.call("POST", f"orders/{order['id']}/finish", door)
    marks.append(time.perf_counter())
    await until(lambda: _settled(owner, order["id"]))
    marks.append(time.perf_counter())
    parts = ("book", "money secured and offered", "accept, start, finish", "reported and settled")
    return dict(zip(parts, (b - a for a, b in pairwise(marks)), strict=True))


async def _offer(walker: Person, order_id: str) -> Any:
    offers = (await walker.call("GET", "orders/offers"))["items"]
    return next((one for one in offers if one["order_id"] == order_id), None)


async def _settled(owner: Person, order_id: str) -> bool:
    return (await owner.call("GET", f"orders/{order_id}"))["status"] == "settled"


async def until(ask: Any, *, patience_s: float = 60.0) -> Any:
    async with asyncio.timeout(patience_s):
        while not (answer := await ask()):
            await asyncio.sleep(0.02)
        return answer


async def commits_per_second() -> float:
    """One small row a commit, by as many clients as a service has connections."""
    options: dict[str, Any] = {
        "host": os.environ["POSTGRES_HOST"],
        "port": os.environ["POSTGRES_PORT"],
        "user": os.environ["POSTGRES_USER"],
        "password": os.environ.get("POSTGRES_PASSWORD") or None,
        "database": os.environ["POSTGRES_DB"],
    }
    admin = await asyncpg.connect(**options)
    await admin.execute("create table if not exists public.bench(id bigserial primary key, n int)")
    done, ends = 0, time.perf_counter() + COMMIT_SECONDS

    async def write() -> None:
        nonlocal done
        connection = await asyncpg.connect(**options)
        while time.perf_counter() < ends:
            await connection.execute("insert into public.bench(n) values (1)")
            done += 1
        await connection.close()

    await asyncio.gather(*(write() for _ in range(COMMIT_CLIENTS)))
    await admin.execute("drop table public.bench")
    await admin.close()
    return done / COMMIT_SECONDS


async def measure() -> None:
    console = Console()
    picture = io.BytesIO()
    Image.new("RGB", (400, 300), "navy").save(picture, "JPEG")
    gateway = os.environ["LAPA_E2E_GATEWAY_URL"]
    async with httpx.AsyncClient(base_url=gateway, timeout=60) as http:
        admin = await sign_in(http, os.environ["ADMIN_EMAIL"], os.environ["ADMIN_PASSWORD"])
        walkers = [await make_walker(http, admin, picture.getvalue()) for _ in range(PAIRS)]
        owners = [await make_owner(http) for _ in range(PAIRS)]
        await asyncio.sleep(2)  # the search index learns of the walkers by events
        lives: list[dict[str, float]] = []
        ends = time.perf_counter() + SECONDS

        async def live(owner: tuple[Person, str], walker: Person) -> None:
            while time.perf_counter() < ends:
                lives.append(await one_order(*owner, walker))

        began = time.perf_counter()
        await asyncio.gather(*(live(o, w) for o, w in zip(owners, walkers, strict=True)))
        rate = len(lives) / (time.perf_counter() - began)
    commits = await commits_per_second()
    console.print(f"whole orders: {rate:.1f} a second, {PAIRS} owners and walkers at a time")
    for part in lives[0]:
        ordered = sorted(life[part] for life in lives)
        p50, p99 = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]
        console.print(f"  {part}: p50 {1000 * p50:.0f} ms, p99 {1000 * p99:.0f} ms")
    console.print(f"bare commits of the same PostgreSQL: {commits:.0f} a second")
    console.print(f"commits an order could have cost at that rate: {commits / rate:.0f}")
    _batches.report(_batches.measure(), console)


if __name__ == "__main__":
    asyncio.run(measure())
