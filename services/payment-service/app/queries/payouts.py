"""Payouts, their destinations and what keeps them back, in SQL."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.ledger import Account, AccountName, Journal, Posting
from app.models.payout import (
    Destination,
    DestinationNotFound,
    MarketTerms,
    Payout,
    PayoutBlock,
    PayoutNotFound,
)
from lapa_contracts.payment import PayoutState
from lapa_kit.pagination import PageQuery, paginate

EARNED = ("settlement", "tip")


async def list_destinations(session: AsyncSession, user_id: UUID) -> Sequence[Destination]:
    statement = select(Destination).where(
        Destination.user_id == user_id, Destination.removed_at.is_(None)
    )
    return (await session.scalars(statement.order_by(Destination.id))).all()


async def has_had_destination(session: AsyncSession, user_id: UUID) -> bool:
    statement = select(Destination.id).where(Destination.user_id == user_id).limit(1)
    return await session.scalar(statement) is not None


async def get_destination(
    session: AsyncSession, destination_id: UUID, *, user_id: UUID
) -> Destination:
    """For another person it does not exist; nor for its owner, once he has removed it."""
    statement = select(Destination).where(
        Destination.id == destination_id,
        Destination.user_id == user_id,
        Destination.removed_at.is_(None),
    )
    if destination := await session.scalar(statement):
        return destination
    raise DestinationNotFound


async def find_token(session: AsyncSession, destination_id: UUID) -> str:
    return (await session.get_one(Destination, destination_id)).token


async def find_last_change(session: AsyncSession, user_id: UUID) -> datetime | None:
    """Until when the newest of somebody's destinations keeps all his payouts back."""
    statement = select(func.max(Destination.usable_from)).where(Destination.user_id == user_id)
    return await session.scalar(statement)


async def list_owners_of_destinations(session: AsyncSession) -> Sequence[UUID]:
    statement = select(Destination.user_id).where(Destination.removed_at.is_(None)).distinct()
    return (await session.scalars(statement)).all()


async def get_payout(
    session: AsyncSession, payout_id: UUID, *, user_id: UUID | None = None
) -> Payout:
    statement = select(Payout).where(Payout.id == payout_id)
    if user_id is not None:
        statement = statement.where(Payout.user_id == user_id)
    if payout := await session.scalar(statement):
        return payout
    raise PayoutNotFound


async def lock_payout(session: AsyncSession, payout_id: UUID) -> Payout:
    if payout := await session.get(Payout, payout_id, with_for_update=True, populate_existing=True):
        return payout
    raise PayoutNotFound


async def find_payout_of_run(session: AsyncSession, user_id: UUID, run_on: date) -> Payout | None:
    statement = select(Payout).where(Payout.user_id == user_id, Payout.run_on == run_on)
    return await session.scalar(statement)


async def list_payouts(
    session: AsyncSession,
    page: PageQuery,
    *,
    user_id: UUID | None,
    states: Sequence[PayoutState],
) -> tuple[list[Payout], str | None]:
    """Newest first; everybody's when nobody is named."""
    statement = select(Payout)
    if user_id is not None:
        statement = statement.where(Payout.user_id == user_id)
    if states:
        statement = statement.where(Payout.state.in_(states))
    return await paginate(session, statement, page, Payout.id)


async def list_recent_earnings(
    session: AsyncSession, account: AccountName, *, since: datetime
) -> list[tuple[date, int]]:
    """What came in for walks since then, by day (UTC), the oldest first."""
    day: ColumnElement[Any] = func.date(Journal.created_at)
    statement = (
        select(day, func.sum(Posting.amount))
        .join(Posting.account)
        .join(Posting.journal)
        .where(Journal.kind.in_(EARNED), Journal.created_at > since, Posting.amount > 0)
        .where(
            Account.owner_id == account.owner_id,
            Account.kind == account.kind,
            Account.currency == account.currency,
        )
        .group_by(day)
        .order_by(day)
    )
    return [(earned_on, int(amount)) for earned_on, amount in await session.execute(statement)]


async def put_block(session: AsyncSession, block: PayoutBlock) -> None:
    """The newest word counts."""
    values = {
        "key": block.key,
        "user_id": block.user_id,
        "is_on": block.is_on,
        "version": block.version,
    }
    statement = insert(PayoutBlock).values(**values)
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=[PayoutBlock.key],
            set_=values,
            where=PayoutBlock.version < statement.excluded.version,
        )
    )


async def is_blocked(session: AsyncSession, user_id: UUID) -> bool:
    statement = select(PayoutBlock.key).where(PayoutBlock.user_id == user_id, PayoutBlock.is_on)
    return await session.scalar(statement.limit(1)) is not None


async def put_terms(session: AsyncSession, terms: MarketTerms) -> None:
    values = {column.key: getattr(terms, column.key) for column in MarketTerms.__table__.columns}
    statement = insert(MarketTerms).values(**values)
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=[MarketTerms.code],
            set_=values,
            where=MarketTerms.version < statement.excluded.version,
        )
    )


async def find_terms(session: AsyncSession, currency: str) -> tuple[int, int] | None:
    """The longest delay in days and the highest minimum of the markets in that currency."""
    statement = (
        select(func.max(MarketTerms.delay_days), func.max(MarketTerms.minimum))
        .where(MarketTerms.currency == currency)
        .having(func.count() > 0)
    )
    terms = (await session.execute(statement)).one_or_none()
    return (terms[0], terms[1]) if terms else None
