"""The money of an order: what the order wants of it (the intent), and driving it there.

Every event of an order ends here. The intent comes from the highest order version seen, so early, late,
doubled and swapped events are harmless; driving a payment that is where it should be does nothing.
"""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.intent import Goal, Intent
from app.models.ledger import AccountName, InsufficientFunds, Line, debt, platform, wallet
from app.models.payment import MONEY_MOVED, Payment, PaymentKind
from app.queries import payments as payment_queries
from app.queries.ledger import Capture, expire_hold, place_hold, post, resize_hold, void_hold
from app.services import documents
from app.services.freezing import freeze_share, must_wait
from app.services.telling import tell, tell_where_it_stands
from lapa_contracts.order import (
    OrderEvent,
    OrderExtended,
    OrderPlaced,
    OrderRescheduled,
    OrderSettlementDue,
    Settlement,
)
from lapa_contracts.payment import (
    PaymentAuthorizationLost,
    PaymentAuthorized,
    PaymentCaptured,
    PaymentFailed,
    PaymentState,
    PaymentVoided,
)
from lapa_kit import jobs
from lapa_kit.ids import new_id

WALLET = "wallet"


async def secure_order(session: AsyncSession, event: OrderPlaced) -> None:
    await want(
        session,
        intent_of(event, Goal.SECURE, method=event.payment_method, hold_until=event.hold_until),
    )


async def adjust_order(session: AsyncSession, event: OrderRescheduled | OrderExtended) -> None:
    """The walk has another time or length, and price: hold that much, and as long."""
    facts = {"method": event.payment_method, "hold_until": event.hold_until}
    await want(session, intent_of(event, Goal.SECURE, **facts))


async def end_order(session: AsyncSession, event: OrderEvent, settlement: Settlement) -> None:
    """The order is over: divide its money as the settlement says, or give it all back."""
    is_paid_for = isinstance(event, OrderSettlementDue) or settlement.lines
    goal = Goal.SETTLE if is_paid_for else Goal.RELEASE
    wanted = intent_of(event, goal, settlement=settlement.model_dump(mode="json"))
    await want(session, wanted)


def intent_of(event: OrderEvent, goal: Goal, **facts: object) -> Intent:
    """What is missing when the end of an order comes before its beginning is as for a wallet."""
    known = {"method": WALLET, "hold_until": None, "settlement": None}
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
    payment = await payment_queries.lock_payment_of_order(session, intent.order_id)
    if intent.goal is Goal.RELEASE:
        await _release(session, intent, payment)
        return
    if payment is None:
        payment = await _secure(session, intent)
    elif payment.state is PaymentState.AUTHORIZED and not _is_as_wanted(payment, intent):
        await _resize(session, intent, payment)
    if intent.goal is Goal.SETTLE and payment.state not in MONEY_MOVED:
        await _settle(session, intent, payment)


async def _secure(session: AsyncSession, intent: Intent) -> Payment:
    """Hold the money in the client's wallet, or say at once that it cannot be."""
    payment = _payment_for(intent, PaymentState.AUTHORIZED)
    payment.hold_expires_at = intent.hold_until
    session.add(payment)
    code = await _try_hold(session, intent, payment)
    if code:
        payment.lose(code)
        tell(session, payment, PaymentFailed, code=code)
        return payment
    await _watch_hold(session, intent)
    tell(
        session,
        payment,
        PaymentAuthorized,
        mode="hold",
        amount=payment.amount,
        expires_at=payment.hold_expires_at,
    )
    return payment


async def _watch_hold(session: AsyncSession, intent: Intent) -> None:
    if intent.hold_until:
        key, payload = f"hold:{intent.order_id}", {"order_id": str(intent.order_id)}
        await jobs.enqueue(session, "expire_order_hold", payload, at=intent.hold_until, key=key)


async def _try_hold(session: AsyncSession, intent: Intent, payment: Payment) -> str | None:
    if intent.method != WALLET:
        return "payment_method_not_supported"
    try:
        await place_hold(
            session,
            payment.id,
            wallet(intent.client_id, intent.currency),
            intent.amount,
            ref=intent.order_id,
            expires_at=intent.hold_until,
        )
    except InsufficientFunds as refusal:
        return refusal.code
    return None


def _is_as_wanted(payment: Payment, intent: Intent) -> bool:
    return (payment.amount, payment.hold_expires_at) == (intent.amount, intent.hold_until)


async def _resize(session: AsyncSession, intent: Intent, payment: Payment) -> None:
    """Hold more or less; when the client has not got the difference, all of it is his again."""
    try:
        await resize_hold(session, payment.id, intent.amount, expires_at=intent.hold_until)
    except InsufficientFunds as refusal:
        await void_hold(session, payment.id)
        await jobs.cancel(session, f"hold:{intent.order_id}")
        payment.lose(refusal.code)
        if intent.goal is Goal.SECURE:
            tell(session, payment, PaymentAuthorizationLost, code=refusal.code)
        return
    payment.resize(intent.amount, intent.hold_until)
    await _watch_hold(session, intent)


async def _settle(session: AsyncSession, intent: Intent, payment: Payment) -> None:
    """Capture, divide, free the rest: one journal. The walker is paid even when the hold was lost."""
    settlement = intent.division()
    payer = wallet(intent.client_id, intent.currency)
    if not any(line.amount for line in settlement.lines):
        await void_hold(session, payment.id)
    elif payment.state is PaymentState.AUTHORIZED:
        hold = Capture(payment.id, settlement.capture)
        await _post_settlement(session, intent, payment, settlement, payer, hold)
    else:
        try:
            await _post_settlement(session, intent, payment, settlement, payer)
        except InsufficientFunds:
            payer = debt(intent.client_id, intent.currency)
            await _post_settlement(session, intent, payment, settlement, payer)
    division = {line.to: line.amount for line in settlement.lines}
    payment.walker_id = intent.walker_id
    payment.capture(division, captured=settlement.capture, released=settlement.release)
    await jobs.cancel(session, f"hold:{intent.order_id}")
    if await must_wait(session, intent):
        await freeze_share(session, payment)
    await documents.plan(session, payment)
    tell_where_it_stands(session, payment, PaymentCaptured)


async def _post_settlement(
    session: AsyncSession,
    intent: Intent,
    payment: Payment,
    settlement: Settlement,
    payer: AccountName,
    hold: Capture | None = None,
) -> None:
    lines = [Line(payer, -settlement.capture)]
    for line in settlement.lines:
        account = account_of(line.to, intent.walker_id, intent.currency)
        lines.append(Line(account, line.amount))
    await post(
        session,
        key=f"settle:{intent.order_id}",
        kind="settlement",
        lines=lines,
        ref=payment.id,
        details={"order_id": str(intent.order_id)},
        captures=[hold] if hold else [],
    )


def account_of(part: str, walker_id: UUID | None, currency: str) -> AccountName:
    """Where a part of a settlement goes."""
    if part == "walker":
        assert walker_id, "a division that pays a walker has one: Intent.division proves it"
        return wallet(walker_id, currency)
    return platform("promo" if part == "promo_platform" else part, currency)


async def _release(session: AsyncSession, intent: Intent, payment: Payment | None) -> None:
    """Give everything back; what was never secured is void from now on."""
    if payment is None:
        payment = _payment_for(intent, PaymentState.AUTHORIZED)
        session.add(payment)
    elif payment.state is not PaymentState.AUTHORIZED:
        return
    else:
        await void_hold(session, payment.id)
        await jobs.cancel(session, f"hold:{intent.order_id}")
    payment.void()
    tell_where_it_stands(session, payment, PaymentVoided)


async def expire_order_hold(session: AsyncSession, order_id: UUID) -> None:
    """The order has not ended its money in time: it goes back to the client, and the order is told."""
    if await payment_queries.lock_intent(session, order_id) is None:
        return
    payment = await payment_queries.lock_payment_of_order(session, order_id)
    if payment is None or payment.state is not PaymentState.AUTHORIZED:
        return
    if await expire_hold(session, payment.id):
        payment.lose("hold_expired")
        tell(session, payment, PaymentAuthorizationLost, code="hold_expired")


def _payment_for(intent: Intent, state: PaymentState) -> Payment:
    return Payment(
        id=new_id(),
        kind=PaymentKind.ORDER,
        key=f"order:{intent.order_id}",
        order_id=intent.order_id,
        client_id=intent.client_id,
        walker_id=intent.walker_id,
        method=intent.method,
        amount=intent.amount,
        currency=intent.currency,
        state=state,
        captured=0,
        released=0,
        refunded=0,
        division={},
        version=1,
    )
