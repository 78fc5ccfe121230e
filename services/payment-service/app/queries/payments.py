"""Intents, payments and refunds in SQL. Ownership is a WHERE: a stranger's id does not exist for him."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.intent import Goal, Intent
from app.models.payment import Payment, PaymentKind, PaymentNotFound
from app.models.refund import Refund
from lapa_contracts.payment import PaymentState
from lapa_kit import clock
from lapa_kit.pagination import PageQuery, paginate


async def put_intent(session: AsyncSession, wanted: Intent) -> Intent:
    """The order's one intent, locked until commit: this one if it is the first, else the stored one."""
    now = clock.now()
    columns = {
        column.key: getattr(wanted, column.key)
        for column in Intent.__table__.columns
        if column.key not in ("created_at", "updated_at")
    }
    await session.execute(
        insert(Intent).values(**columns, created_at=now, updated_at=now).on_conflict_do_nothing()
    )
    intent = await lock_intent(session, wanted.order_id)
    assert intent is not None
    return intent


async def find_goal(session: AsyncSession, payment_id: UUID) -> Goal | None:
    """What the order of a payment wants of it."""
    statement = select(Intent.goal).join(Payment, Payment.order_id == Intent.order_id)
    return await session.scalar(statement.where(Payment.id == payment_id))


async def lock_intent(session: AsyncSession, order_id: UUID) -> Intent | None:
    return await session.get(Intent, order_id, with_for_update=True, populate_existing=True)


async def lock_payment_of_order(session: AsyncSession, order_id: UUID) -> Payment | None:
    statement = select(Payment).where(Payment.key == f"order:{order_id}").with_for_update()
    return await session.scalar(statement.execution_options(populate_existing=True))


async def add_payment(session: AsyncSession, payment: Payment) -> bool:
    """False when there is one of that key already, which then is untouched."""
    now = clock.now()
    columns = {
        column.key: value
        for column in Payment.__table__.columns
        if (value := getattr(payment, column.key)) is not None
    }
    statement = (
        insert(Payment)
        .values(**columns, created_at=now, updated_at=now)
        .on_conflict_do_nothing(index_elements=[Payment.key])
        .returning(Payment.id)
    )
    return await session.scalar(statement) is not None


async def get_payment_by_key(session: AsyncSession, key: str) -> Payment:
    return (await session.scalars(select(Payment).where(Payment.key == key))).one()


async def get_payment(
    session: AsyncSession, payment_id: UUID, *, client_id: UUID | None = None
) -> Payment:
    """The payment; for another client it does not exist."""
    statement = select(Payment).where(Payment.id == payment_id)
    if client_id is not None:
        statement = statement.where(Payment.client_id == client_id)
    if payment := await session.scalar(statement):
        return payment
    raise PaymentNotFound


async def lock_payment(session: AsyncSession, payment_id: UUID) -> Payment:
    if payment := await session.get(
        Payment, payment_id, with_for_update=True, populate_existing=True
    ):
        return payment
    raise PaymentNotFound


async def list_payments(
    session: AsyncSession,
    page: PageQuery,
    *,
    client_id: UUID | None,
    order_id: UUID | None,
    states: Sequence[PaymentState],
) -> tuple[list[Payment], str | None]:
    """Newest first; everybody's when no client is named."""
    statement = select(Payment)
    if client_id is not None:
        statement = statement.where(Payment.client_id == client_id)
    if order_id is not None:
        statement = statement.where(Payment.order_id == order_id)
    if states:
        statement = statement.where(Payment.state.in_(states))
    return await paginate(session, statement, page, Payment.id)


async def list_payments_of_orders(
    session: AsyncSession, order_ids: Sequence[UUID]
) -> Sequence[Payment]:
    statement = select(Payment).where(
        Payment.order_id.in_(order_ids), Payment.kind == PaymentKind.ORDER
    )
    return (await session.scalars(statement)).all()


async def list_frozen_orders(session: AsyncSession, order_ids: Sequence[UUID]) -> set[UUID]:
    statement = select(Intent.order_id).where(Intent.order_id.in_(order_ids), Intent.is_frozen)
    return set(await session.scalars(statement))


async def list_refunds(session: AsyncSession, payment_id: UUID) -> Sequence[Refund]:
    statement = select(Refund).where(Refund.payment_id == payment_id).order_by(Refund.id)
    return (await session.scalars(statement)).all()
