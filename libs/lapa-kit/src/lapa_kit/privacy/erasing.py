"""Erasing by the declaration: in one transaction with the receipt, then once more for what came late."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict
from sqlalchemy import (
    ARRAY,
    CursorResult,
    LargeBinary,
    String,
    any_,
    cast,
    delete,
    func,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from lapa_kit import clock
from lapa_kit.events.contract import Event
from lapa_kit.events.outbox import publish
from lapa_kit.jobs import Jobs, Worker, enqueue
from lapa_kit.privacy.declaration import Change, Delete, Holding, Keep, Privacy
from lapa_kit.privacy.forgetting import forget_said, keys_of_his_things
from lapa_kit.tables import FailedEventRow, IdempotencyRow, JobRow

# what was on its way while he left has arrived by then
SWEPT_AFTER = timedelta(hours=24)


class StillUnderWay(Exception):
    """What keeps people from leaving came up after they were asked for it: tried again later."""


class Kept(BaseModel):
    """What stays, why (a code such as `tax_records`), and until when."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    what: str
    why: str
    until: AwareDatetime | None = None


class Receipt(Event):
    """A service has erased or pseudonymised all it held of a person; `service` says who it was."""

    type = "privacy.erased.v1"
    producer = "*"
    key_field = "erasure_id"

    erasure_id: UUID
    user_id: UUID
    service: str
    # rows by table
    erased: dict[str, int]
    kept: list[Kept] = []


async def begin_erasure(
    session: AsyncSession, *, erasure_id: UUID, user_id: UUID, pseudonym: str
) -> None:
    """Have all that this service holds of a person erased, after this transaction's commit."""
    payload = {
        "erasure_id": str(erasure_id),
        "user_id": str(user_id),
        "pseudonym": pseudonym,
    }
    await enqueue(session, "erase_person", payload, key=f"erasure:{erasure_id}")
    at = clock.now() + SWEPT_AFTER
    await enqueue(session, "sweep_after_erasure", payload, at=at, key=f"sweep:{erasure_id}")


def erasing(jobs: Jobs, privacy: Privacy) -> None:
    """Add to a service's jobs what `begin_erasure` plans."""

    @jobs.errand
    async def erase_person(worker: Worker, payload: dict[str, Any]) -> None:  # pyright: ignore[reportUnusedFunction]
        user_id = UUID(payload["user_id"])
        await forget_said(worker, privacy, user_id)
        async with worker.sessions.begin() as session:
            # something may have begun while he was leaving
            if any(not one.can_be_waived for one in await privacy.blockers(session, user_id)):
                raise StillUnderWay
            kept = await list_kept(session, privacy, user_id)
            receipt = Receipt(
                erasure_id=UUID(payload["erasure_id"]),
                user_id=user_id,
                service=worker.settings.service_name,
                erased=await erase(session, privacy, user_id, UUID(payload["pseudonym"])),
                kept=kept,
            )
            publish(session, receipt)

    @jobs.errand
    async def sweep_after_erasure(worker: Worker, payload: dict[str, Any]) -> None:  # pyright: ignore[reportUnusedFunction]
        user_id = UUID(payload["user_id"])
        await forget_said(worker, privacy, user_id)
        async with worker.sessions.begin() as session:
            await erase(session, privacy, user_id, UUID(payload["pseudonym"]))


async def erase(
    session: AsyncSession, privacy: Privacy, user_id: UUID, pseudonym: UUID
) -> dict[str, int]:
    """Rows erased or changed, by table. Doing it again does what has come since."""
    await session.execute(text("set local statement_timeout = 0"))
    keys = await keys_of_his_things(session, privacy, user_id)
    counts: dict[str, int] = {}
    for holding in privacy.holdings:
        if not isinstance(holding.erase, Keep):
            number = await _erase_holding(session, holding, user_id, pseudonym)
            counts[holding.table] = counts.get(holding.table, 0) + number
    await _erase_from_the_kits_tables(session, user_id, keys)
    return {table: number for table, number in counts.items() if number}


async def _erase_holding(
    session: AsyncSession, holding: Holding, user_id: UUID, pseudonym: UUID
) -> int:
    how = holding.erase
    if isinstance(how, Change):
        values: dict[str, Any] = {column.key: value for column, value in how.values.items()}
        if holding.is_by_person:
            values.setdefault(holding.by.key, pseudonym)
        statement = update(holding.model).where(holding.whose(user_id)).values(values)
    elif isinstance(how, Delete):
        statement = delete(holding.model).where(holding.whose(user_id))
    else:
        assert not isinstance(how, Keep)
        return await how(session, user_id, pseudonym)
    options = {"synchronize_session": False}
    result = await session.execute(statement, execution_options=options)
    return result.rowcount if isinstance(result, CursorResult) else 0


async def list_kept(session: AsyncSession, privacy: Privacy, user_id: UUID) -> list[Kept]:
    """What the declaration keeps, where there is something to keep."""
    kept: list[Kept] = []
    for holding in privacy.holdings:
        how = holding.erase
        if isinstance(how, Keep) and await session.scalar(
            select(func.count()).select_from(holding.model).where(holding.whose(user_id))
        ):
            until = clock.now() + how.period if how.period else None
            kept.append(Kept(what=holding.table, why=how.why, until=until))
    return kept


async def _erase_from_the_kits_tables(
    session: AsyncSession, user_id: UUID, keys: Sequence[str]
) -> None:
    """Answers remembered for him or about his things, and what was given up for good.

    Jobs that still wait are left: our own errands carry his id on purpose.
    """
    mentions = f"%{user_id}%"
    patterns = cast([f"%{key}%".encode() for key in keys], ARRAY(LargeBinary))
    await session.execute(
        delete(IdempotencyRow).where(
            or_(
                IdempotencyRow.caller == str(user_id),
                IdempotencyRow.body.op("~~")(any_(patterns)),
            )
        )
    )
    await session.execute(
        delete(FailedEventRow).where(
            FailedEventRow.dead_at.is_not(None),
            cast(FailedEventRow.envelope, String).like(mentions),
        )
    )
    await session.execute(
        delete(JobRow).where(
            JobRow.dead_at.is_not(None),
            cast(JobRow.payload, String).like(mentions),
        )
    )
