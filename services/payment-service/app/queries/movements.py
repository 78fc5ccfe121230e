"""Many movements of money in one statement and one commit, for those that are certain; `post()` does the rest."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import chain
from typing import Any, NamedTuple
from uuid import UUID

import asyncpg
import orjson
import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.ledger import AccountName, Line
from app.queries.ledger import fingerprint
from lapa_kit import clock
from lapa_kit.batching import Batcher
from lapa_kit.db import DatabaseUnavailable, Sessions, is_connection_failure
from lapa_kit.events import Event
from lapa_kit.events.outbox import columns_of, ring
from lapa_kit.ids import new_id

AT_MOST = 256
TRIES = 3
ROUNDS = 4
REMEMBERED_ACCOUNTS = 100_000
_POST_MANY = f"SELECT post_journals({', '.join(f'${n}' for n in range(1, 23))})"
_FIND_ACCOUNTS = """
SELECT a.kind, a.owner_id, a.currency, a.id, a.is_striped FROM accounts a
JOIN unnest($1::text[], $2::uuid[], $3::text[]) AS w(kind, owner_id, currency)
    USING (kind, owner_id, currency)
"""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Movement:
    """A journal that needs no hold, and what is said when it is posted; the same key moves money once."""

    key: str
    kind: str
    lines: Sequence[Line]
    ref: UUID | None = None
    details: dict[str, Any] = field(default_factory=dict[str, Any])
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A movement as columns; without accounts while one of them has not been looked up."""

    movement: Movement
    journal: tuple[Any, ...]
    event: tuple[Any, ...]
    accounts: list["_Place"] | None


class _Place(NamedTuple):
    """What an account's name stands for in the tables."""

    account_id: int
    is_striped: bool


class Writer:
    """Posts the movements of a process, those that come at the same time together.

    It waits for nobody's lock and decides nothing that is not certain: a movement that could overdraw, of a key that
    is known, or of an account that is locked or not open gets None, and its caller asks `post()`.
    """

    def __init__(self, sessions: Sessions) -> None:
        self.sessions = sessions
        self._batcher: Batcher[_Prepared, UUID | None] = Batcher(
            self._write, at_rest=self._release, at_most=AT_MOST
        )
        # kept while there is something to write
        self._session: AsyncSession | None = None
        # names never change what they mean, and no account is ever closed
        self._accounts: dict[AccountName, _Place] = {}

    async def post(self, movement: Movement) -> UUID | None:
        """The id of the journal, committed. Raises DatabaseUnavailable."""
        return await self._batcher.submit(self._prepare(movement))

    def _prepare(self, movement: Movement) -> _Prepared:
        """Everything that can be made while the batch before it is being written."""
        details = movement.details
        journal = (
            new_id(),
            movement.key,
            movement.kind,
            movement.ref,
            orjson.dumps(details).decode(),
            fingerprint(movement.kind, movement.lines, movement.ref, details),
        )
        accounts = self._known_accounts(movement)
        return _Prepared(movement, journal, _columns_of(movement.event), accounts)

    def _known_accounts(self, movement: Movement) -> list[_Place] | None:
        try:
            return [self._accounts[line.account] for line in movement.lines]
        except KeyError:
            return None

    async def _write(self, batch: Sequence[_Prepared]) -> Sequence[UUID | None]:
        """After an unknown outcome once more with the same keys: what was posted is left alone then, and `post()` says so."""
        for tried in range(1, TRIES + 1):
            self._session = session = self._session or self.sessions()
            try:
                return await self._post_many(session, batch)
            except Exception as error:
                # not to be given back to the pool: its reset could fail
                await session.invalidate()
                await self._release()
                if not is_connection_failure(error):
                    raise
                log.warning("ledger.unknown_outcome", tried=tried, error=type(error).__name__)
            await asyncio.sleep(0.05 * tried)
        raise DatabaseUnavailable

    async def _release(self) -> None:
        if session := self._session:
            self._session = None
            await session.commit()
            await session.close()

    async def _post_many(
        self, session: AsyncSession, batch: Sequence[_Prepared]
    ) -> list[UUID | None]:
        """Straight on the driver's connection: a call is its own transaction, one round trip.

        All or none are posted: what is in the way is left out, and the rest tried again.
        """
        connection = await (await session.connection()).get_raw_connection()
        driver: Any = connection.driver_connection
        batch = await self._with_accounts(driver, batch)
        left = [one for one in batch if one.accounts]
        for _ in range(ROUNDS):
            if not left:
                break
            try:
                in_the_way: list[int] = await driver.fetchval(_POST_MANY, *_columns(left))
            except asyncpg.UniqueViolationError:
                continue  # another process has just used one of the keys: the next round knows it
            if not in_the_way:
                ring()
                break
            skipped = set(in_the_way)
            left = [one for place, one in enumerate(left, 1) if place not in skipped]
        else:
            left = []
        posted = {one.journal[0] for one in left}
        return [one.journal[0] if one.journal[0] in posted else None for one in batch]

    async def _with_accounts(self, driver: Any, batch: Sequence[_Prepared]) -> Sequence[_Prepared]:
        lines = chain.from_iterable(one.movement.lines for one in batch if not one.accounts)
        unknown = {line.account for line in lines}
        if not unknown:
            return batch
        if len(self._accounts) > REMEMBERED_ACCOUNTS:
            self._accounts.clear()
        for row in await driver.fetch(_FIND_ACCOUNTS, *zip(*unknown, strict=True)):
            self._accounts[AccountName(*row[:3])] = _Place(*row[3:])
        return [
            one if one.accounts else replace(one, accounts=self._known_accounts(one.movement))
            for one in batch
        ]


def _columns(batch: Sequence[_Prepared]) -> list[Any]:
    """The arguments of `post_journals()`: journals, their lines, what these come to for each account, events."""
    lines: list[tuple[int, int, int, int]] = []
    debits: dict[int, int] = {}
    deltas: dict[int, int] = {}
    striped: dict[int, int] = {}
    for place, one in enumerate(batch, 1):
        named = zip(one.accounts or (), one.movement.lines, strict=True)
        for line_no, ((account, is_striped), (_, amount)) in enumerate(named, 1):
            lines.append((place, line_no, account, amount))
            if is_striped:
                striped[account] = striped.get(account, 0) + amount
            else:
                deltas[account] = deltas.get(account, 0) + amount
                debits[account] = debits.get(account, 0) + min(amount, 0)
    journals = zip(*(one.journal for one in batch), strict=True)
    events = zip(*(one.event for one in batch), strict=True)
    return [
        *journals,
        clock.now(),
        *zip(*lines, strict=True),
        deltas.keys(),
        debits.values(),
        deltas.values(),
        striped.keys(),
        striped.values(),
        *events,
        datetime.now(UTC),
    ]


def _columns_of(event: Event | None) -> tuple[Any, ...]:
    if event is None:
        return (None,) * 5
    row = columns_of(event)
    payload, headers = orjson.dumps(row["payload"]).decode(), orjson.dumps(row["headers"]).decode()
    return row["id"], row["type"], row["key"], payload, headers
