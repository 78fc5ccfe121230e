"""The ledger: nothing is made, nothing is lost, nobody spends what he has not."""

from datetime import timedelta
from typing import Any

import pytest
from factories import EUR, balance_of, faults, give, money_of
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.ledger import (
    HoldClosed,
    HoldState,
    InsufficientFunds,
    JournalMismatch,
    Line,
    external,
    platform,
    wallet,
)
from app.queries.ledger import (
    Capture,
    expire_hold,
    find_account,
    find_hold,
    place_hold,
    post,
    void_hold,
)
from lapa_kit import clock
from lapa_kit.ids import new_id


def pay(sender: Any, receiver: Any, amount: int) -> list[Line]:
    return [Line(wallet(sender, EUR), -amount), Line(wallet(receiver, EUR), amount)]


async def test_money_moves_whole_and_accounts_open_by_themselves(
    session: Any, sessions: Any
) -> None:
    anna, ben = new_id(), new_id()
    await give(session, anna, 1000)

    await post(session, key="a", kind="transfer", lines=pay(anna, ben, 300))
    await session.commit()

    assert await money_of(sessions, anna) == (700, 0)
    assert await money_of(sessions, ben) == (300, 0)
    assert await balance_of(sessions, external("sandbox", EUR)) == -1000
    assert await faults(sessions) == []


async def test_the_same_key_moves_money_once(session: Any, sessions: Any) -> None:
    anna, ben = new_id(), new_id()
    await give(session, anna, 1000)

    first = await post(session, key="a", kind="transfer", lines=pay(anna, ben, 800))
    again = await post(session, key="a", kind="transfer", lines=pay(anna, ben, 800))
    await session.commit()

    assert (again.journal_id, again.is_replay) == (first.journal_id, True)
    assert await money_of(sessions, anna) == (200, 0)


@pytest.mark.parametrize("change", ["amount", "receiver", "kind", "details", "ref"])
async def test_the_same_key_with_another_content_is_refused(
    session: Any, sessions: Any, change: str
) -> None:
    anna, ben = new_id(), new_id()
    await give(session, anna, 1000)
    await post(session, key="a", kind="transfer", lines=pay(anna, ben, 100))
    other: dict[str, Any] = {"kind": "transfer", "lines": pay(anna, ben, 100)}
    other |= {
        "amount": {"lines": pay(anna, ben, 101)},
        "receiver": {"lines": pay(anna, new_id(), 100)},
        "kind": {"kind": "tip"},
        "details": {"details": {"note": "hi"}},
        "ref": {"ref": new_id()},
    }[change]

    with pytest.raises(JournalMismatch):
        await post(session, key="a", **other)

    await session.commit()
    assert await money_of(sessions, anna) == (900, 0)


async def test_an_overdraft_is_refused_and_writes_nothing(session: Any, sessions: Any) -> None:
    anna, ben = new_id(), new_id()
    await give(session, anna, 100)

    with pytest.raises(InsufficientFunds):
        await post(session, key="a", kind="transfer", lines=pay(anna, ben, 101))
    # the transaction is still good, and the key free
    await post(session, key="a", kind="transfer", lines=pay(anna, ben, 100))
    await session.commit()

    assert await money_of(sessions, anna) == (0, 0)
    assert await faults(sessions) == []


async def test_a_journal_that_does_not_sum_to_zero_is_refused(session: Any) -> None:
    anna = new_id()
    await give(session, anna, 100)
    with pytest.raises(DBAPIError, match="does not sum to zero"):
        await post(session, key="a", kind="transfer", lines=[Line(wallet(anna, EUR), -50)])


async def test_currencies_are_not_mixed(session: Any) -> None:
    anna = new_id()
    await give(session, anna, 100)
    lines = [Line(wallet(anna, EUR), -50), Line(wallet(anna, "RUB"), 50)]
    with pytest.raises(DBAPIError, match="does not sum to zero"):
        await post(session, key="a", kind="transfer", lines=lines)


async def test_one_journal_may_move_two_currencies(session: Any, sessions: Any) -> None:
    anna = new_id()
    await give(session, anna, 100)
    lines = [
        Line(wallet(anna, EUR), -50),
        Line(external("exchange", EUR), 50),
        Line(external("exchange", "RUB"), -4500),
        Line(wallet(anna, "RUB"), 4500),
    ]
    await post(session, key="a", kind="exchange", lines=lines)
    assert await balance_of(sessions, wallet(anna, "RUB")) == 4500


@pytest.mark.parametrize(
    "statement",
    [
        "update accounts set balance = balance + 1",
        "update accounts set held = 0",
        "delete from accounts",
        "insert into postings select journal_id, 9, account_id, 5 from postings limit 1",
        "update postings set amount = 1",
        "delete from postings",
        "truncate postings",
        "update journals set kind = 'x'",
        "delete from journals",
        "delete from holds",
    ],
)
async def test_nothing_but_the_functions_writes_the_ledger(session: Any, statement: str) -> None:
    await give(session, new_id(), 100)
    with pytest.raises(DBAPIError, match=r"not a way to move money|permission denied"):
        await session.execute(text(statement))


@pytest.mark.parametrize("statement", ["update postings set amount = 1", "delete from journals"])
async def test_postings_and_journals_cannot_be_changed_even_by_the_functions(
    session: Any, statement: str
) -> None:
    await give(session, new_id(), 100)
    await session.execute(text("select set_config('lapa.ledger', 'open', true)"))
    with pytest.raises(DBAPIError, match=r"not a way to move money|permission denied"):
        await session.execute(text(statement))


async def test_a_journal_takes_no_more_lines_later(session: Any) -> None:
    anna = new_id()
    await give(session, anna, 100)
    await session.execute(text("select set_config('lapa.ledger', 'open', true)"))
    with pytest.raises(DBAPIError, match="is closed"):
        await session.execute(
            text(
                "insert into postings select journal_id, 10 + line_no, account_id, amount "
                "from postings"
            )
        )


async def test_held_money_cannot_be_spent_and_comes_back_when_voided(
    session: Any, sessions: Any
) -> None:
    anna, ben, hold = new_id(), new_id(), new_id()
    await give(session, anna, 1000)

    await place_hold(session, hold, wallet(anna, EUR), 800)
    await place_hold(session, hold, wallet(anna, EUR), 800)  # the same again
    await session.commit()
    assert await money_of(sessions, anna) == (200, 800)
    with pytest.raises(InsufficientFunds):
        await post(session, key="a", kind="transfer", lines=pay(anna, ben, 201))
    with pytest.raises(InsufficientFunds):
        await place_hold(session, new_id(), wallet(anna, EUR), 201)
    with pytest.raises(JournalMismatch):
        await place_hold(session, hold, wallet(anna, EUR), 799)

    assert await void_hold(session, hold)
    assert not await void_hold(session, hold)
    await session.commit()
    assert await money_of(sessions, anna) == (1000, 0)
    assert await faults(sessions) == []


async def test_a_hold_is_captured_in_parts(session: Any, sessions: Any) -> None:
    anna, ben, hold = new_id(), new_id(), new_id()
    await give(session, anna, 1000)
    await place_hold(session, hold, wallet(anna, EUR), 800)

    part = Capture(hold, 300, closes=False)
    await post(session, key="1", kind="capture", lines=pay(anna, ben, 300), captures=[part])
    await session.commit()
    assert await money_of(sessions, anna) == (200, 500)
    await post(
        session, key="2", kind="capture", lines=pay(anna, ben, 100), captures=[Capture(hold, 100)]
    )
    await session.commit()

    assert await money_of(sessions, anna) == (600, 0)
    assert await money_of(sessions, ben) == (400, 0)
    known = await find_hold(session, hold)
    assert known
    assert (known.state, known.captured) == (HoldState.CAPTURED, 400)
    assert await faults(sessions) == []


async def test_a_hold_gives_no_more_than_it_has_and_nothing_when_closed(session: Any) -> None:
    anna, ben, hold = new_id(), new_id(), new_id()
    await give(session, anna, 1000)
    await place_hold(session, hold, wallet(anna, EUR), 300)
    await void_hold(session, hold)
    with pytest.raises(HoldClosed):
        await post(
            session,
            key="1",
            kind="capture",
            lines=pay(anna, ben, 300),
            captures=[Capture(hold, 300)],
        )
    second = new_id()
    await place_hold(session, second, wallet(anna, EUR), 300)
    with pytest.raises(DBAPIError, match="cannot be captured"):
        await post(
            session,
            key="2",
            kind="capture",
            lines=pay(anna, ben, 301),
            captures=[Capture(second, 301)],
        )


async def test_a_hold_expires_when_its_time_has_come_and_not_before(
    session: Any, sessions: Any, at: Any
) -> None:
    anna, hold = new_id(), new_id()
    await give(session, anna, 100)
    ends = clock.now() + timedelta(days=7)
    await place_hold(session, hold, wallet(anna, EUR), 100, expires_at=ends)

    assert not await expire_hold(session, hold)
    at(ends)
    assert await expire_hold(session, hold)

    taken = [Capture(hold, 100)]
    with pytest.raises(HoldClosed):
        await post(session, key="1", kind="capture", lines=pay(anna, new_id(), 100), captures=taken)
    await session.commit()
    assert await money_of(sessions, anna) == (100, 0)


async def test_what_was_rolled_back_never_was(session: Any, sessions: Any) -> None:
    anna, ben, hold = new_id(), new_id(), new_id()
    await give(session, anna, 100)
    await post(session, key="a", kind="transfer", lines=pay(anna, ben, 60))
    await place_hold(session, hold, wallet(anna, EUR), 40)
    await session.rollback()

    assert await money_of(sessions, anna) == (100, 0)
    assert not (await post(session, key="a", kind="transfer", lines=pay(anna, ben, 60))).is_replay
    assert await faults(sessions) == []


async def test_platform_accounts_may_go_below_zero_and_wallets_may_not(session: Any) -> None:
    anna = new_id()
    promo = [Line(platform("promo", EUR), -500), Line(wallet(anna, EUR), 500)]
    await post(session, key="promo", kind="promo", lines=promo)
    account = await find_account(session, platform("promo", EUR))
    assert account
    assert (account.balance, account.allow_negative) == (-500, True)


async def test_the_auditor_finds_what_was_tampered_with(
    session: AsyncSession, sessions: Any
) -> None:
    anna = new_id()
    await give(session, anna, 100)
    await session.execute(text("select set_config('lapa.ledger', 'open', true)"))
    await session.execute(text("update accounts set balance = 99 where kind = 'wallet'"))
    await session.commit()

    found = await faults(sessions)

    assert [finding.rule for finding in found] == [
        "the account's balance is the sum of its postings"
    ]
    assert "99, postings say 100" in found[0].what
