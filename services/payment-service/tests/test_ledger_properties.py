"""Whatever is done to the ledger, in whatever order: it agrees with a model of four lines and with its auditor."""

from dataclasses import dataclass, field
from typing import Any, ClassVar
from uuid import UUID, uuid5

from factories import EUR
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.ledger import HoldClosed, InsufficientFunds, Line, external, wallet
from app.queries.audit import look_for_faults
from app.queries.ledger import Capture, find_account, place_hold, post, void_hold
from lapa_kit.ids import new_id

PEOPLE, HOLDS, AMOUNTS = st.integers(0, 2), st.integers(0, 3), st.integers(1, 60)
OPERATIONS = st.one_of(
    st.tuples(st.just("top_up"), PEOPLE, AMOUNTS),
    st.tuples(st.just("transfer"), PEOPLE, PEOPLE, AMOUNTS, st.integers(0, 5)),
    st.tuples(st.just("hold"), HOLDS, PEOPLE, AMOUNTS),
    st.tuples(st.just("capture"), HOLDS, PEOPLE, AMOUNTS, st.booleans()),
    st.tuples(st.just("void"), HOLDS),
)


@dataclass
class Expected:
    """The ledger as a child would keep it."""

    balances: list[int] = field(default_factory=lambda: [0, 0, 0])
    # of each hold ever placed: whose, how much is left (None: closed)
    holds: dict[int, tuple[int, int, int | None]] = field(
        default_factory=dict[int, tuple[int, int, int | None]]
    )
    keys: set[Any] = field(default_factory=set[Any])

    def held(self, person: int) -> int:
        return sum(left or 0 for owner, _, left in self.holds.values() if owner == person)

    def available(self, person: int) -> int:
        return self.balances[person] - self.held(person)


class Play:
    """Does to the real ledger and to the expected one the same, and compares the answers."""

    refusals: ClassVar[tuple[type[Exception], ...]] = (InsufficientFunds, HoldClosed)

    def __init__(self, session: AsyncSession) -> None:
        self.session, self.expected = session, Expected()
        self.run = new_id()
        self.people = [new_id() for _ in range(3)]
        self.count = 0

    def account(self, person: int) -> Any:
        return wallet(self.people[person], EUR)

    def hold_id(self, hold: int) -> UUID:
        return uuid5(self.run, str(hold))

    async def attempt(self, work: Any) -> bool:
        """Each operation in a savepoint of its own, as each request in its transaction."""
        try:
            async with self.session.begin_nested():
                await work
        except (*self.refusals, DBAPIError):
            return False
        return True

    async def top_up(self, person: int, amount: int) -> None:
        self.count += 1
        lines = [Line(external("sandbox", EUR), -amount), Line(self.account(person), amount)]
        key = f"{self.run}:t{self.count}"
        assert await self.attempt(post(self.session, key=key, kind="topup", lines=lines))
        self.expected.balances[person] += amount

    async def transfer(self, sender: int, receiver: int, amount: int, key: int) -> None:
        """The key is part of the content here, so a repeated one is a retry."""
        content = (sender, receiver, amount, key)
        lines = [Line(self.account(sender), -amount), Line(self.account(receiver), amount)]
        ok = await self.attempt(
            post(self.session, key=f"{self.run}:{content}", kind="transfer", lines=lines)
        )
        if content in self.expected.keys:
            assert ok
            return
        # money from oneself to oneself needs none
        assert ok == (sender == receiver or self.expected.available(sender) >= amount)
        if ok:
            self.expected.keys.add(content)
            self.expected.balances[sender] -= amount
            self.expected.balances[receiver] += amount

    async def hold(self, hold: int, person: int, amount: int) -> None:
        work = place_hold(self.session, self.hold_id(hold), self.account(person), amount)
        try:
            ok = await self.attempt(work)
        except Exception:
            ok = False
        if known := self.expected.holds.get(hold):
            assert ok == (known[:2] == (person, amount))
            return
        assert ok == (self.expected.available(person) >= amount)
        if ok:
            self.expected.holds[hold] = (person, amount, amount)

    async def capture(self, hold: int, receiver: int, amount: int, closes: bool) -> None:
        self.count += 1
        known = self.expected.holds.get(hold)
        payer = known[0] if known else 0
        lines = [Line(self.account(payer), -amount), Line(self.account(receiver), amount)]
        ok = await self.attempt(
            post(
                self.session,
                key=f"{self.run}:c{self.count}",
                kind="capture",
                lines=lines,
                captures=[Capture(self.hold_id(hold), amount, closes)],
            )
        )
        left = known[2] if known else None
        assert ok == (left is not None and amount <= left)
        if ok and known and left is not None:
            rest = None if closes or amount == left else left - amount
            self.expected.holds[hold] = (payer, known[1], rest)
            self.expected.balances[payer] -= amount
            self.expected.balances[receiver] += amount

    async def void(self, hold: int) -> None:
        known = self.expected.holds.get(hold)
        is_open = known is not None and known[2] is not None
        assert await void_hold(self.session, self.hold_id(hold)) == is_open
        if known:
            self.expected.holds[hold] = (known[0], known[1], None)

    async def compare(self) -> None:
        for person in range(3):
            account = await find_account(self.session, self.account(person))
            found = (account.balance, account.held) if account else (0, 0)
            assert found == (self.expected.balances[person], self.expected.held(person))
        assert await look_for_faults(self.session) == []


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(operations=st.lists(OPERATIONS, max_size=25))
async def test_any_sequence_of_operations_keeps_the_books_right(
    session: AsyncSession, operations: list[tuple[Any, ...]]
) -> None:
    play = Play(session)
    try:
        for name, *arguments in operations:
            await getattr(play, name)(*arguments)
        await play.compare()
    finally:
        await session.rollback()
