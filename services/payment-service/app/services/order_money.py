"""The money of an order: what the order wants of it (the intent), and driving it there.

Every event of an order ends here. The intent comes from the highest order version seen, so early, late,
doubled and swapped events are harmless; driving a payment that is where it should be does nothing.
"""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.intent import UNKNOWN, Goal, Intent
from app.queries import payments as payment_queries
from app.services import card_money, wallet_money
from lapa_contracts.order import (
    OrderEvent,
    OrderPlaced,
    OrderRescheduled,
    OrderSettlementDue,
    Settlement,
)
from lapa_contracts.payment import PaymentState

WALLET = "wallet"


async def secure_order(session: AsyncSession, event: OrderPlaced) -> None:
    await want(
        session,
        intent_of(event, Goal.SECURE, method=event.payment_method, hold_until=event.hold_until),
    )


async def adjust_order(session: AsyncSession, event: OrderRescheduled) -> None:
    """The walk has another time and price: hold that much, and as long."""
    facts = {"method": event.payment_method, "hold_until": event.hold_until}
    await want(session, intent_of(event, Goal.SECURE, **facts))


async def end_order(session: AsyncSession, event: OrderEvent, settlement: Settlement) -> None:
    """The order is over: divide its money as the settlement says, or give it all back."""
    is_paid_for = isinstance(event, OrderSettlementDue) or settlement.lines
    goal = Goal.SETTLE if is_paid_for else Goal.RELEASE
    wanted = intent_of(event, goal, settlement=settlement.model_dump(mode="json"))
    await want(session, wanted)


def intent_of(event: OrderEvent, goal: Goal, **facts: object) -> Intent:
    known = {"method": UNKNOWN, "hold_until": None, "settlement": None}
    known |= {"is_frozen": False, "dispute_version": 0}
    return Intent(
        order_id=event.order_id,
        client_id=event.client_id,
        walker_id=event.walker_id,
        amount=event.amount,
        currency=event.currency,
        goal=goal,
        order_version=event.version,
        **(known | facts),
    )


async def want(session: AsyncSession, wanted: Intent) -> None:
    intent = await payment_queries.put_intent(session, wanted)
    intent.follow(wanted)
    await drive(session, intent)


async def drive(session: AsyncSession, intent: Intent) -> None:
    """Bring the money to where the intent wants it; the intent's lock keeps others out until commit."""
    if intent.method == UNKNOWN and intent.goal is not Goal.RELEASE:
        return
    payment = await payment_queries.lock_payment_of_order(session, intent.order_id)
    if is_by_card(intent):
        await card_money.drive(session, intent, payment)
    else:
        await wallet_money.drive(session, intent, payment)


async def expire_order_hold(session: AsyncSession, order_id: UUID) -> None:
    intent = await payment_queries.lock_intent(session, order_id)
    payment = await payment_queries.lock_payment_of_order(session, order_id)
    if intent is None or payment is None or payment.state is not PaymentState.AUTHORIZED:
        return
    if is_by_card(intent):
        await card_money.expire(session, payment)
    else:
        await wallet_money.expire(session, payment)


async def keep_order_money(session: AsyncSession, order_id: UUID) -> None:
    """The provider's hold nears its end."""
    intent = await payment_queries.lock_intent(session, order_id)
    payment = await payment_queries.lock_payment_of_order(session, order_id)
    if intent and payment and payment.state is PaymentState.AUTHORIZED:
        await card_money.keep(session, intent, payment)


def is_by_card(intent: Intent) -> bool:
    """Through a provider; what has ended before anybody knew how it would be paid has no money anywhere."""
    return intent.method not in (WALLET, UNKNOWN)
