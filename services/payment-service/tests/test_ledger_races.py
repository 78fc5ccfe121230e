"""Many at once: the ledger on real commits, by many connections."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from factories import EUR, balance_of, give, money_of

from app.models.ledger import (
    HoldClosed,
    InsufficientFunds,
    JournalMismatch,
    Line,
    platform,
    wallet,
)
from app.queries.audit import audit
from app.queries.ledger import Capture, place_hold, post, void_hold
from lapa_kit.ids import new_id

pytestmark = pytest.mark.committed


async def audited(sessions: Any) -> Any:
    async with sessions.begin() as session:
        return await audit(session)


async def spend(sessions: Any, payer: UUID, amount: int, key: str) -> str:
    lines = [Line(wallet(payer, EUR), -amount), Line(platform("commission", EUR), amount)]
    try:
        async with sessions.begin() as session:
            posted = await post(session, key=key, kind="spend", lines=lines)
            return "replayed" if posted.is_replay else "posted"
    except (InsufficientFunds, JournalMismatch) as refusal:
        return refusal.code


async def test_a_hundred_parallel_spends_never_overdraw(sessions: Any, session: Any) -> None:
    anna = new_id()
    await give(session, anna, 1000)

    outcomes = await asyncio.gather(*(spend(sessions, anna, 30, str(n)) for n in range(100)))

    assert outcomes.count("posted") == 33
    assert outcomes.count("insufficient_funds") == 67
    assert await money_of(sessions, anna) == (10, 0)
    assert await audited(sessions) == []


async def test_holds_placed_at_once_never_exceed_the_balance(sessions: Any, session: Any) -> None:
    anna = new_id()
    await give(session, anna, 1000)

    async def hold() -> str:
        try:
            async with sessions.begin() as own:
                await place_hold(own, new_id(), wallet(anna, EUR), 70)
            return "placed"
        except InsufficientFunds as refusal:
            return refusal.code

    outcomes = await asyncio.gather(*(hold() for _ in range(30)))

    assert sorted(outcomes) == ["insufficient_funds"] * 16 + ["placed"] * 14
    assert await money_of(sessions, anna) == (20, 980)
    assert await audited(sessions) == []


async def test_one_key_used_by_many_at_once_moves_money_once(sessions: Any, session: Any) -> None:
    anna = new_id()
    await give(session, anna, 1000)

    outcomes = await asyncio.gather(*(spend(sessions, anna, 700, "one") for _ in range(20)))

    assert sorted(outcomes) == ["posted"] + ["replayed"] * 19
    assert await money_of(sessions, anna) == (300, 0)


async def test_one_key_with_different_contents_at_once_moves_one_of_them(
    sessions: Any, session: Any
) -> None:
    payers = [new_id() for _ in range(10)]
    for payer in payers:
        await give(session, payer, 100)

    outcomes = await asyncio.gather(*(spend(sessions, payer, 100, "one") for payer in payers))

    assert sorted(outcomes) == ["idempotency_mismatch"] * 9 + ["posted"]
    assert await balance_of(sessions, platform("commission", EUR)) == 100
    assert await audited(sessions) == []


async def test_transfers_to_and_fro_do_not_deadlock(sessions: Any, session: Any) -> None:
    people = [new_id() for _ in range(4)]
    for person in people:
        await give(session, person, 1000)

    async def move(n: int) -> None:
        sender, receiver = people[n % 4], people[(n * 7 + 1) % 4]
        if sender == receiver:
            return
        lines = [Line(wallet(sender, EUR), -5), Line(wallet(receiver, EUR), 5)]
        async with sessions.begin() as own:
            await post(own, key=f"m{n}", kind="transfer", lines=lines)

    await asyncio.gather(*(move(n) for n in range(200)))

    assert sum([sum(await money_of(sessions, person)) for person in people]) == 4000
    assert await audited(sessions) == []


async def test_capturing_and_voiding_one_hold_at_once_does_one_of_them(
    sessions: Any, session: Any
) -> None:
    anna, ben = new_id(), new_id()
    await give(session, anna, 1000)
    for n in range(10):
        hold = new_id()
        await place_hold(session, hold, wallet(anna, EUR), 100)
        await session.commit()

        async def capture(hold: UUID = hold, n: int = n) -> bool:
            lines = [Line(wallet(anna, EUR), -100), Line(wallet(ben, EUR), 100)]
            try:
                async with sessions.begin() as own:
                    await post(
                        own, key=f"c{n}", kind="capture", lines=lines, captures=[Capture(hold, 100)]
                    )
                return True
            except Exception:
                return False

        async def void(hold: UUID = hold) -> bool:
            async with sessions.begin() as own:
                return await void_hold(own, hold)

        captured, voided = await asyncio.gather(capture(), void())
        assert captured != voided

    available, held = await money_of(sessions, anna)
    assert held == 0
    assert available + (await money_of(sessions, ben))[0] == 1000
    assert await audited(sessions) == []


async def test_accounts_opened_by_many_at_once_are_opened_once(sessions: Any, session: Any) -> None:
    anna, newcomer = new_id(), new_id()
    await give(session, anna, 1000)

    async def first_money(n: int) -> None:
        lines = [Line(wallet(anna, EUR), -1), Line(wallet(newcomer, EUR), 1)]
        async with sessions.begin() as own:
            await post(own, key=f"n{n}", kind="transfer", lines=lines)

    await asyncio.gather(*(first_money(n) for n in range(20)))

    assert await money_of(sessions, newcomer) == (20, 0)
    assert await audited(sessions) == []


async def test_two_captures_of_one_hold_at_once_take_its_money_once(
    sessions: Any, session: Any
) -> None:
    anna, ben, hold = new_id(), new_id(), new_id()
    await give(session, anna, 1000)
    await place_hold(session, hold, wallet(anna, EUR), 100)
    await session.commit()

    async def capture(n: int) -> str:
        lines = [Line(wallet(anna, EUR), -100), Line(wallet(ben, EUR), 100)]
        try:
            async with sessions.begin() as own:
                taken = [Capture(hold, 100)]
                await post(own, key=f"c{n}", kind="capture", lines=lines, captures=taken)
            return "captured"
        except HoldClosed as refusal:
            return refusal.code

    outcomes = await asyncio.gather(*(capture(n) for n in range(8)))

    assert sorted(outcomes) == ["captured"] + ["hold_closed"] * 7
    assert await money_of(sessions, anna) == (900, 0)
    assert await money_of(sessions, ben) == (100, 0)
    assert await audited(sessions) == []


async def test_one_journal_captures_several_holds_or_none(sessions: Any, session: Any) -> None:
    anna, ben, carl = new_id(), new_id(), new_id()
    holds = [new_id() for _ in range(3)]
    for person, hold in zip((anna, ben, anna), holds, strict=True):
        await give(session, person, 500)
        await place_hold(session, hold, wallet(person, EUR), 300)
    await void_hold(session, holds[2])
    await session.commit()
    lines = [
        Line(wallet(anna, EUR), -300),
        Line(wallet(ben, EUR), -200),
        Line(wallet(carl, EUR), 500),
    ]

    with pytest.raises(HoldClosed):
        async with sessions.begin() as own:
            taken = [Capture(holds[2], 300), Capture(holds[1], 200)]
            await post(own, key="a", kind="capture", lines=lines, captures=taken)
    async with sessions.begin() as own:
        taken = [Capture(holds[0], 300), Capture(holds[1], 200)]
        await post(own, key="a", kind="capture", lines=lines, captures=taken)

    assert await money_of(sessions, anna) == (700, 0)
    assert await money_of(sessions, ben) == (300, 0)
    assert await money_of(sessions, carl) == (500, 0)
    assert await audited(sessions) == []
