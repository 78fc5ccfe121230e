"""What the payment service does when others speak."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.services import disputes, incidents, order_money, payouts, reminders, wallets
from lapa_contracts.order import (
    IncidentClosed,
    IncidentOpened,
    MarketChanged,
    OrderCancelled,
    OrderDisputed,
    OrderDisputeResolved,
    OrderExpired,
    OrderExtended,
    OrderMoneyReminded,
    OrderNoShow,
    OrderPaymentFailed,
    OrderPlaced,
    OrderRescheduled,
    OrderSettlementDue,
)
from lapa_contracts.user import UserChanged, UserErasureRequested, UserRegistered
from lapa_kit.events import Subscriber
from lapa_kit.privacy.erasing import begin_erasure

subscriber = Subscriber()


@subscriber.on(UserRegistered)
async def on_user_registered(event: UserRegistered, session: AsyncSession) -> None:
    await wallets.open_wallet(session, event.user_id)


@subscriber.on(OrderPlaced)
async def on_order_placed(event: OrderPlaced, session: AsyncSession) -> None:
    await order_money.secure_order(session, event)


@subscriber.on(OrderRescheduled)
async def on_order_rescheduled(event: OrderRescheduled, session: AsyncSession) -> None:
    await order_money.adjust_order(session, event)


@subscriber.on(OrderExtended)
async def on_order_extended(event: OrderExtended, session: AsyncSession) -> None:
    await order_money.adjust_order(session, event)


@subscriber.on(OrderSettlementDue)
async def on_order_settlement_due(event: OrderSettlementDue, session: AsyncSession) -> None:
    await order_money.end_order(session, event, event.settlement)


@subscriber.on(OrderPaymentFailed)
async def on_order_payment_failed(event: OrderPaymentFailed, session: AsyncSession) -> None:
    await order_money.end_order(session, event, event.settlement)


@subscriber.on(OrderExpired)
async def on_order_expired(event: OrderExpired, session: AsyncSession) -> None:
    await order_money.end_order(session, event, event.settlement)


@subscriber.on(OrderCancelled)
async def on_order_cancelled(event: OrderCancelled, session: AsyncSession) -> None:
    await order_money.end_order(session, event, event.settlement)


@subscriber.on(OrderNoShow)
async def on_order_no_show(event: OrderNoShow, session: AsyncSession) -> None:
    await order_money.end_order(session, event, event.settlement)


@subscriber.on(OrderDisputed)
async def on_order_disputed(event: OrderDisputed, session: AsyncSession) -> None:
    await disputes.freeze_order(session, event)


@subscriber.on(OrderDisputeResolved)
async def on_order_dispute_resolved(event: OrderDisputeResolved, session: AsyncSession) -> None:
    await disputes.resolve(session, event, event.settlement)


@subscriber.on(UserChanged)
async def on_user_changed(event: UserChanged, session: AsyncSession) -> None:
    await payouts.follow_user(session, event)


@subscriber.on(IncidentOpened)
async def on_incident_opened(event: IncidentOpened, session: AsyncSession) -> None:
    await incidents.freeze_order(session, event)


@subscriber.on(IncidentClosed)
async def on_incident_closed(event: IncidentClosed, session: AsyncSession) -> None:
    await incidents.thaw_order(session, event)


@subscriber.on(MarketChanged)
async def on_market_changed(event: MarketChanged, session: AsyncSession) -> None:
    await payouts.follow_market(session, event)


@subscriber.on(OrderMoneyReminded)
async def on_order_money_reminded(event: OrderMoneyReminded, session: AsyncSession) -> None:
    await reminders.follow_reminder(session, event)


@subscriber.on(UserErasureRequested)
async def on_user_erasure_requested(event: UserErasureRequested, session: AsyncSession) -> None:
    await begin_erasure(session, **event.model_dump())
