"""Who needs several accounts takes them in one order: nobody waits in a circle, whoever comes first."""

import asyncio
from collections.abc import Coroutine
from typing import Any
from uuid import UUID

import pytest
from factories import PRICE, Booking, give, money_of
from sqlalchemy import select, text

from app.models.ledger import Account
from app.queries.audit import audit
from lapa_kit.ids import new_id

pytestmark = pytest.mark.committed


async def while_locked(sessions: Any, owner: UUID, *work: Coroutine[Any, Any, Any]) -> None:
    """Begin these one after the other while somebody else has that wallet, each when the one before it waits."""
    async with sessions.begin() as other:
        await other.scalar(select(Account.id).where(Account.owner_id == owner).with_for_update())
        begun: list[asyncio.Task[Any]] = []
        for one in work:
            begun.append(asyncio.create_task(one))
            async with asyncio.timeout(10):
                while await count_waiting(sessions) < len(begun):
                    await asyncio.sleep(0.01)
    await asyncio.gather(*begun)


async def count_waiting(sessions: Any) -> int:
    """Backends that wait for a lock; those of other databases do not count."""
    query = text(
        "SELECT count(DISTINCT waits.pid) FROM pg_locks AS waits JOIN pg_locks AS has USING (pid) "
        "JOIN pg_database d ON d.oid = has.database AND d.datname = current_database() "
        "WHERE NOT waits.granted"
    )
    async with sessions() as session:
        return int(await session.scalar(query))


async def are_books_right(sessions: Any) -> bool:
    async with sessions.begin() as session:
        return await audit(session) == []


async def test_the_first_settlements_of_all_do_not_wait_for_the_accounts_each_other_opens(
    session: Any, sessions: Any, deliver: Any
) -> None:
    """One of them hears of its booking only now: it holds and settles in one step."""
    anna = new_id()
    await give(session, anna, 5000)
    known, late = Booking(anna), Booking(anna)
    await deliver(known.placed())
    await deliver(late.settlement_due())

    await while_locked(sessions, anna, deliver(late.placed()), deliver(known.settlement_due()))

    assert await money_of(sessions, anna) == (5000 - 2 * PRICE, 0)
    assert await are_books_right(sessions)


async def test_a_client_and_her_walker_are_locked_in_the_same_order_by_all(
    session: Any, sessions: Any, deliver: Any
) -> None:
    ben, anna = new_id(), new_id()
    for person in (ben, anna):
        await give(session, person, 5000)
    known, late = (Booking(anna, walker_id=ben) for _ in range(2))
    await deliver(known.placed())
    await deliver(late.settlement_due())

    await while_locked(sessions, anna, deliver(late.placed()), deliver(known.settlement_due()))

    assert await money_of(sessions, anna) == (5000 - 2 * PRICE, 0)
    assert await are_books_right(sessions)


async def test_resolving_a_dispute_and_settling_another_order_of_the_two_do_not_meet_head_on(
    session: Any, sessions: Any, deliver: Any
) -> None:
    anna, ben = new_id(), new_id()
    for person in (anna, ben):
        await give(session, person, 5000)
    disputed, other = (Booking(anna, walker_id=ben) for _ in range(2))
    for event in (disputed.placed(), disputed.settlement_due(), disputed.disputed()):
        await deliver(event)
    await deliver(other.placed())

    await while_locked(
        sessions, ben, deliver(disputed.resolved(PRICE)), deliver(other.settlement_due())
    )

    assert await money_of(sessions, anna) == (5000 - PRICE, 0)
    assert await are_books_right(sessions)
