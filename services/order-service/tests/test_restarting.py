"""The process is killed in the middle of asking walkers: no offer is lost, none is made twice."""

import asyncio
import sys
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import Any

import pytest
from factories import KAMPPI, add_order, walker_profile
from sqlalchemy import func, select, text

from app.models import Offer, Order
from app.models.order import OrderStatus
from lapa_contracts.values import Point
from lapa_kit import clock
from lapa_kit.jobs import enqueue
from lapa_kit.tables import JobRow, OutboxRow

APART, AT_ONCE = 10, 20
PATIENCE_S = 60


@asynccontextmanager
async def service() -> AsyncGenerator[asyncio.subprocess.Process]:
    """The order service as a process of its own, on this test's database."""
    options = ["--port", "0", "--log-level", "error"]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "uvicorn", "main:app", *options, stdout=asyncio.subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        await kill(process)


async def kill(process: asyncio.subprocess.Process) -> None:
    with suppress(ProcessLookupError):
        process.kill()
    await process.wait()


async def until(ask: Any) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not await ask():
            await asyncio.sleep(0.02)


@pytest.mark.committed
async def test_a_wave_that_was_cut_off_goes_on_after_the_restart(
    session: Any, sessions: Any, deliver: Any
) -> None:
    for step in range(AT_ONCE * 3):
        home = Point(lat=KAMPPI["lat"] + step * 0.0002, lon=KAMPPI["lon"])
        await deliver(walker_profile(home=home))
    tomorrow = clock.now() + timedelta(days=1)
    # some are asked about one by one, the others are rivals and go through the pool
    hours = [*range(APART), *[APART] * AT_ONCE]
    orders = [
        await add_order(
            session,
            OrderStatus.SEARCHING,
            is_asap=False,
            scheduled_at=tomorrow + timedelta(hours=hour),
            search_by=tomorrow,
        )
        for hour in hours
    ]
    for order in orders:
        await enqueue(session, "close_wave", {"order_id": str(order.id)}, key=f"wave:{order.id}")
    await session.commit()

    async def count_offers() -> int:
        async with sessions() as looking:
            return await looking.scalar(select(func.count()).select_from(Offer)) or 0

    async def all_are_asked() -> bool:
        return await count_offers() >= 3 * len(orders)

    async def nothing_is_due() -> bool:
        due = (JobRow.name.in_(["close_wave", "match_batch"]), JobRow.due_at <= clock.now())
        async with sessions() as looking:
            return not await looking.scalar(select(func.count()).where(*due))

    async with sessions.begin() as holding, service() as process:
        # one of them cannot be finished, so it is never the end that the process is killed at
        await holding.execute(select(Order).where(Order.id == orders[0].id).with_for_update())
        await until(count_offers)
        await kill(process)
    assert 0 < await count_offers() < 3 * len(orders)
    async with sessions.begin() as later:
        # the lease of what it had in hand runs out
        await later.execute(text("UPDATE jobs SET leased_until = NULL"))
    async with service():
        await until(all_are_asked)
        await until(nothing_is_due)

    offers = list(await session.scalars(select(Offer)))
    assert Counter(offer.order_id for offer in offers) == {order.id: 3 for order in orders}
    rivals = {order.id for order in orders[APART:]}
    asked = [offer.walker_id for offer in offers if offer.order_id in rivals]
    assert len(set(asked)) == len(asked)
    told = await session.scalars(select(OutboxRow.payload).where(OutboxRow.type == "offer.made.v1"))
    assert sorted(one["offer_id"] for one in told) == sorted(str(offer.id) for offer in offers)
