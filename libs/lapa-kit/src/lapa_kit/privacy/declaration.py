"""The declaration: which rows are about a person, what of them he gets, what becomes of them when he leaves."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from lapa_kit.db import Base

Column = InstrumentedAttribute[Any]
Whose = Callable[[UUID], ColumnElement[bool]]
ByHand = Callable[[AsyncSession, UUID, UUID], Awaitable[int]]
"""`(session, user_id, pseudonym)` → how many rows; for what a plain statement cannot do."""


class Delete:
    """The rows go."""


DELETE = Delete()


class Change:
    """The rows stay for others' sake: the pseudonym in his place, and these columns emptied.

    A value may be an SQL expression. `harmless` names the columns whose text says nothing of him.
    """

    def __init__(
        self, values: Mapping[Column, Any] | None = None, *, harmless: Sequence[Column] = ()
    ) -> None:
        self.values, self.harmless = dict(values or {}), tuple(harmless)


@dataclass(frozen=True, slots=True)
class Keep:
    """The rows stay as they are, because (`why`, a code such as `tax_records`), and until when."""

    why: str
    period: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """Rows of one table that are about a person in one role.

    `by` is the column with his id, or with the id of something of his (`where` tells whose, see
    `those_of`). `hidden` columns are not exported: secrets, and copies of what their owner exports.
    `reveal` reads a column that is sealed.
    """

    model: type[Base]
    by: Column
    erase: Delete | Change | Keep | ByHand
    where: Whose | None = None
    hidden: Sequence[Column] = ()
    reveal: Mapping[str, Callable[[Any], Any]] = field(default_factory=dict[str, Any])
    is_exported: bool = True

    @property
    def table(self) -> str:
        return str(self.model.__tablename__)

    @property
    def is_by_person(self) -> bool:
        """False where `by` is the id of a thing, whose owner is looked up."""
        return self.where is None

    def whose(self, user_id: UUID) -> ColumnElement[bool]:
        return self.where(user_id) if self.where else self.by == user_id


def those_of(by: Column, owner: Column, *, key: str = "id") -> Whose:
    """Rows whose `by` is among the things that `owner` (a column of their table) says are his."""
    things = owner.class_
    return lambda user_id: by.in_(select(getattr(things, key)).where(owner == user_id))


@dataclass(frozen=True, slots=True)
class Blocker:
    """Why a person cannot leave now; what `can_be_waived` he may give up instead."""

    code: str
    subject_id: UUID | None = None
    can_be_waived: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """Something of his that is no row; `content` is read piece by piece."""

    id: UUID
    name: str
    content: Callable[[], AsyncIterator[bytes]]


@dataclass(frozen=True, slots=True)
class Retention:
    """Rows go when the moment in `since` lies `period` back by the platform's clock.

    `only` narrows it to some of them. Tables that refer to these rows either go before or cascade.
    What lives in real time, as tokens do, is `in_real_time` here too.
    """

    model: type[Base]
    since: Column
    period: timedelta
    only: ColumnElement[bool] | None = None
    in_real_time: bool = False

    @property
    def name(self) -> str:
        return f"{self.model.__tablename__}.{self.since.key}"


FindBlockers = Callable[[AsyncSession, UUID], Awaitable[list[Blocker]]]
FindFiles = Callable[[AsyncSession, UUID], Awaitable[list[File]]]


async def _no_blockers(_: AsyncSession, __: UUID) -> list[Blocker]:
    return []


async def _no_files(_: AsyncSession, __: UUID) -> list[File]:
    return []


@dataclass(frozen=True, slots=True)
class Privacy:
    """All that one service holds of people; the order of `holdings` is the order of erasing.

    `impersonal` are the tables that know nobody; `retention` says which rows go with time, whoever
    they are about, in this order. `coverage.undeclared` finds what is in neither.
    """

    holdings: Sequence[Holding] = ()
    impersonal: Sequence[type[Base]] = ()
    retention: Sequence[Retention] = ()
    blockers: FindBlockers = _no_blockers
    files: FindFiles = _no_files
