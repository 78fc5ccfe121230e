"""A disputed order: the walker's part is frozen at once, and divided anew by the resolution."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.intent import Goal, Intent, SettlementRefused
from app.models.ledger import PLATFORM
from app.models.payment import MONEY_MOVED, Payment
from app.queries import payments as payment_queries
from app.services import order_money
from app.services.freezing import freeze_share, must_wait, thaw_share
from app.services.refunds import give_back, parts_left
from lapa_contracts.order import OrderEvent, Settlement


async def freeze_order(session: AsyncSession, event: OrderEvent) -> None:
    """Also before the money is divided: then the part is frozen as soon as it is there."""
    intent = await known_intent(session, event)
    if not intent.dispute(is_open=True, version=event.version):
        return
    payment = await payment_queries.lock_payment_of_order(session, event.order_id)
    if payment:
        await freeze_share(session, payment)


async def resolve(session: AsyncSession, event: OrderEvent, final: Settlement) -> None:
    """The final division: what has been posted is brought to it, what has not is posted by it."""
    intent = await known_intent(session, event)
    if not intent.dispute(is_open=False, version=event.version):
        return
    payment = await payment_queries.lock_payment_of_order(session, event.order_id)
    if payment is None or payment.state not in MONEY_MOVED:
        # it speaks of what was captured, or was to be; the rest of what is held is let go as before
        settlement = {**final.model_dump(mode="json"), "release": intent.amount - final.capture}
        intent.decide(order_money.intent_of(event, Goal.SETTLE, settlement=settlement))
        await order_money.drive(session, intent)
        return
    await thaw_share(session, payment)
    await _divide_anew(session, payment, final)
    if await must_wait(session, intent):
        left = await parts_left(session, payment)
        await freeze_share(session, payment, share=left.get("walker", 0))


async def known_intent(session: AsyncSession, event: OrderEvent) -> Intent:
    """A dispute says nothing of what to do with the money: of an unknown order any later event knows more."""
    unknown = order_money.intent_of(event, Goal.SECURE)
    unknown.order_version = 0
    return await payment_queries.put_intent(session, unknown)


async def _divide_anew(session: AsyncSession, payment: Payment, final: Settlement) -> None:
    """Post the difference between the final division and the one that stands."""
    if final.capture + final.release != payment.captured:
        raise SettlementRefused(f"it divides another amount than {payment.captured}")
    back = final.release - payment.refunded
    if back < 0:
        raise SettlementRefused(f"{payment.refunded} has been refunded already")
    if not back:
        return
    left = await parts_left(session, payment)
    kept = {line.to: line.amount for line in final.lines}
    parts = {*left, *kept}
    division = {part: left.get(part, 0) - kept.get(part, 0) for part in parts}
    payment.refund(back)
    await give_back(
        session, payment, back, division=division, reason="dispute_resolved", actor_id=PLATFORM
    )
