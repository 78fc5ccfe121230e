"""Who reads what, in SQL."""

from collections.abc import Collection
from datetime import datetime
from typing import TypeVar, cast
from uuid import UUID

from sqlalchemy import ColumnElement, delete, exists, literal, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from app.models.context import Attachment, ContextReader, ContextVersion, LegalHold, OrderPet
from lapa_contracts.media import ContextType

T = TypeVar("T")


def _reads(
    type: ColumnElement[ContextType], context_id: ColumnElement[UUID], user_id: UUID, now: datetime
) -> ColumnElement[bool]:
    """He reads the thing itself, or it is an order and he shares one of its pets with its client."""
    directly = exists().where(
        ContextReader.type == type,
        ContextReader.context_id == context_id,
        ContextReader.user_id == user_id,
        or_(ContextReader.until.is_(None), ContextReader.until > now),
    )
    through_a_pet = exists().where(
        type == ContextType.ORDER,
        OrderPet.order_id == context_id,
        ContextReader.type == ContextType.PET,
        ContextReader.context_id == OrderPet.pet_id,
        ContextReader.via == OrderPet.pet_id,
        ContextReader.user_id == user_id,
    )
    return or_(directly, through_a_pet)


async def is_reader_of_media(
    session: AsyncSession, media_id: UUID, user_id: UUID, now: datetime
) -> bool:
    reads = _reads(_column(Attachment.type), _column(Attachment.context_id), user_id, now)
    statement = select(exists().where(Attachment.media_id == media_id, reads))
    return bool(await session.scalar(statement))


async def is_reader_of_context(
    session: AsyncSession, type: ContextType, context_id: UUID, user_id: UUID, now: datetime
) -> bool:
    """For things of which we hold no file yet as well."""
    kind = literal(type, ContextReader.type.type)
    return bool(await session.scalar(select(_reads(kind, literal(context_id), user_id, now))))


def _column(attribute: InstrumentedAttribute[T]) -> ColumnElement[T]:
    return cast(ColumnElement[T], attribute)


async def advance(
    session: AsyncSession, type: ContextType, context_id: UUID, version: int, *, again: bool = False
) -> bool:
    """True when that version is news to us; with `again` also when it is the one we have."""
    known = ContextVersion.version
    statement = insert(ContextVersion).values(type=type, context_id=context_id, version=version)
    statement = statement.on_conflict_do_update(
        index_elements=[ContextVersion.type, ContextVersion.context_id],
        set_={"version": version},
        where=known <= version if again else known < version,
    ).returning(ContextVersion.version)
    return await session.scalar(statement) is not None


async def put_reader(
    session: AsyncSession,
    type: ContextType,
    context_id: UUID,
    user_id: UUID,
    *,
    via: UUID,
    until: datetime | None = None,
) -> None:
    statement = insert(ContextReader).values(
        type=type, context_id=context_id, user_id=user_id, via=via, until=until
    )
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["type", "context_id", "user_id", "via"], set_={"until": until}
        )
    )


async def keep_only(
    session: AsyncSession, type: ContextType, context_id: UUID, user_ids: Collection[UUID]
) -> None:
    """The readers that the thing itself names are these and no others."""
    await session.execute(
        delete(ContextReader).where(
            ContextReader.type == type,
            ContextReader.context_id == context_id,
            ContextReader.via == context_id,
            ContextReader.user_id.not_in(user_ids),
        )
    )
    for user_id in user_ids:
        await put_reader(session, type, context_id, user_id, via=context_id)


async def end_reading(
    session: AsyncSession, via: UUID, now: datetime, *, except_for: Collection[UUID]
) -> None:
    """All that these people read because of an order ends now; others keep it."""
    await session.execute(
        update(ContextReader)
        .where(
            ContextReader.via == via,
            ContextReader.user_id.not_in(except_for),
            or_(ContextReader.until.is_(None), ContextReader.until > now),
        )
        .values(until=now)
    )


async def put_order_pets(session: AsyncSession, order_id: UUID, pet_ids: Collection[UUID]) -> None:
    if pet_ids:
        rows = [{"order_id": order_id, "pet_id": pet_id} for pet_id in pet_ids]
        await session.execute(insert(OrderPet).values(rows).on_conflict_do_nothing())


async def put_hold(session: AsyncSession, order_id: UUID, cause: UUID) -> None:
    statement = insert(LegalHold).values(order_id=order_id, cause=cause)
    await session.execute(statement.on_conflict_do_nothing())


async def delete_hold(session: AsyncSession, order_id: UUID, cause: UUID) -> None:
    await session.execute(
        delete(LegalHold).where(LegalHold.order_id == order_id, LegalHold.cause == cause)
    )
