"""Whatever is killed in the middle of a walk comes back, and the walk still ends settled, each event once."""

import asyncio
from collections import Counter
from typing import Any

import pytest
from actors import Api, Mailbox, until
from story import Walk, kill, make_dog, make_owner, make_walker, thirty_minutes_of, until_replaced
from test_walk import on_the_streets

from lapa_cli.city.gps import add_noise

PROCESSES = (
    "api-gateway",
    "user-service",
    "pet-service",
    "order-service",
    "location-service",
    "payment-service",
    "chat-service",
    "media-service",
    "notification-service",
    "analytics-service",
    "redis",
    "postgres",
)

EVERY_WALK_SAYS_ONCE = (
    "order.placed",
    "order.search_started",
    "offer.made",
    "order.assigned",
    "order.started",
    "order.completed",
    "report.ready",
    "order.settlement_due",
    "order.settled",
    "payment.authorized",
    "payment.captured",
)


@pytest.mark.parametrize("process", PROCESSES)
async def test_the_walk_survives_the_death_of(
    api: Api, admin: Api, mailbox: Mailbox, real_time: None, process: str
) -> None:
    walker, owner = await make_walker(api, admin), await make_owner(api)
    walk = Walk(owner, walker, admin, await make_dog(owner))
    await walk.book(walker_id=walker.id)
    await walk.accept()
    await walk.start()
    parts = thirty_minutes_of(walk, add_noise(on_the_streets(), seed=5))

    await walk.move_clock(parts[-1][-1].at)
    await walk.send(parts[0])
    old = kill(process)
    await walk.send(parts[1])
    await walk.record("pee")
    await walk.send(parts[2])
    await walk.send(parts[3])
    await walk.finish()
    await until_replaced(process, old)

    await walk.until_status("settled", timeout_s=60)
    report = await walk.report()
    assert report["coverage"] > 0.9
    assert [event["type"] for event in report["events"]] == ["pee"]
    price = walk.quote["amount"]
    commission = (price * 1500 * 2 + 10_000) // 20_000
    assert (await owner.get("wallets/me"))["available"] == 10_000 - price
    assert (await walker.get("wallets/me"))["available"] == price - commission
    await _each_event_took_effect_once(walk)


async def _each_event_took_effect_once(walk: Walk) -> None:
    async def all_there() -> Any:
        heard: Counter[str] = Counter()
        for name in EVERY_WALK_SAYS_ONCE:
            events = await walk.admin.get(
                "analytics/events", name=name, order_id=walk.id, limit=100
            )
            heard[name] = sum(walk.id in str(event) for event in events["items"])
        return heard if all(heard[name] for name in EVERY_WALK_SAYS_ONCE) else None

    heard = await until(all_there)
    assert heard == Counter(dict.fromkeys(EVERY_WALK_SAYS_ONCE, 1))
    await asyncio.sleep(0)
