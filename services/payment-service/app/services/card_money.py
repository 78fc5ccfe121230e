"""The money of an order that is paid through a provider: what to ask him next.

Two paths: it is held there and taken at the end, or taken into escrow and what is not used goes back. A charge or
capture that is under way is waited for; its end drives on.
"""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.intent import Goal, Intent
from app.models.ledger import escrow
from app.models.method import PaymentMethod
from app.models.operation import Operation, OperationKind
from app.models.payment import MONEY_MOVED, Mode, Payment
from app.providers import capabilities_of
from app.queries import operations as operation_queries
from app.queries.ledger import find_hold, void_hold
from app.services import operations, settling
from app.services.escrow import send_back
from app.services.methods import find_method_to_charge
from app.services.telling import tell, tell_where_it_stands
from app.services.timers import stop_watching, watch_hold
from lapa_contracts.payment import (
    PaymentAuthorizationLost,
    PaymentAuthorized,
    PaymentFailed,
    PaymentState,
    PaymentVoided,
)
from lapa_kit import clock

# before the provider's hold ends, or a quarter of its life where that is less
KEPT_BEFORE_THE_END = timedelta(hours=24)


async def drive(session: AsyncSession, intent: Intent, payment: Payment | None) -> None:
    payment = payment or await _begin(session, intent)
    if payment.state in MONEY_MOVED or payment.state is PaymentState.VOIDED:
        return
    if under_way := await operation_queries.find_open_operation(session, payment.id):
        if intent.goal is Goal.RELEASE:
            await operations.look_soon(session, under_way.id)
        return
    if intent.goal is Goal.RELEASE:
        await _release(session, payment)
    elif intent.goal is Goal.SETTLE:
        await _settle(session, intent, payment)
    elif payment.state is PaymentState.AUTHORIZED:
        await _adjust(session, intent, payment)


async def _begin(session: AsyncSession, intent: Intent) -> Payment:
    """Have the money held or taken, or say at once that there is nothing to take it from."""
    payment = intent.new_payment(PaymentState.RECONCILING)
    session.add(payment)
    await session.flush()
    if intent.goal is Goal.RELEASE:
        payment.void()
        tell_where_it_stands(session, payment, PaymentVoided)
    elif not intent.amount:
        await secured(session, intent, payment, None)
    elif not await _charge(session, intent, payment):
        payment.lose("payment_method_not_supported")
        tell(session, payment, PaymentFailed, code="payment_method_not_supported")
    return payment


async def _charge(session: AsyncSession, intent: Intent, payment: Payment) -> bool:
    """False when the method is not there any more."""
    method = await find_method_to_charge(session, intent.method, user_id=intent.client_id)
    if method is None:
        return False
    payment.provider = method.provider
    await operations.plan_charge(
        session,
        payment,
        method_id=method.id,
        provider=method.provider,
        amount=intent.amount,
        is_hold=_can_hold(intent, method),
    )
    return True


def _can_hold(intent: Intent, method: PaymentMethod) -> bool:
    """Whether the provider holds money, and for as long as the order needs it."""
    can = capabilities_of(method.provider)
    if not can.hold or can.hold_ttl is None or intent.hold_until is None:
        return can.hold
    return intent.hold_until <= clock.now() + can.hold_ttl


async def secured(
    session: AsyncSession, intent: Intent, payment: Payment, charge: Operation | None
) -> None:
    """A charge holds the order's money, or has taken it; an earlier one is let go."""
    is_escrow = charge is not None and charge.taken > 0
    if payment.state is PaymentState.AUTHORIZED:
        await let_go(session, payment)
    expires_at = None if charge is None else charge.hold_expires_at
    payment.authorize(
        charge.id if charge else None,
        mode=Mode.ESCROW if is_escrow else Mode.HOLD,
        amount=intent.amount,
        expires_at=None if is_escrow else expires_at,
    )
    await watch_hold(session, intent.order_id, intent.hold_until)
    if intent.goal is Goal.SECURE:
        tell(
            session,
            payment,
            PaymentAuthorized,
            mode=payment.mode,
            amount=payment.amount,
            expires_at=payment.hold_expires_at,
        )


async def _adjust(session: AsyncSession, intent: Intent, payment: Payment) -> None:
    """What is held beyond the price is given back at the end; for a higher one there is a new charge."""
    charge = await charge_of(session, payment)
    if charge is None or charge.amount >= intent.amount:
        if payment.amount != intent.amount:
            payment.resize(intent.amount, payment.hold_expires_at)
        await watch_hold(session, intent.order_id, intent.hold_until)
    elif not await _charge(session, intent, payment):
        await lose(session, intent, payment, "payment_method_not_supported")


async def _settle(session: AsyncSession, intent: Intent, payment: Payment) -> None:
    captured = intent.division().capture
    charge = await charge_of(session, payment)
    is_secured = payment.state is PaymentState.AUTHORIZED
    if is_secured and captured and charge and captured <= charge.amount:
        if payment.mode is Mode.HOLD:
            await take(session, payment, charge, captured)
            return
        await _divide_escrow(session, intent, payment, charge, captured)
    else:
        if is_secured:
            await let_go(session, payment)
        if settling.pays_somebody(intent):
            await settling.divide_unsecured(session, intent, payment)
        else:
            await settling.divide_nothing(session, intent, payment)
    await stop_watching(session, intent.order_id)


async def _divide_escrow(
    session: AsyncSession, intent: Intent, payment: Payment, charge: Operation, captured: int
) -> None:
    payer = escrow(intent.client_id, intent.currency)
    await settling.divide(session, intent, payment, payer=payer, hold_id=charge.id)
    await send_back(session, payment, charge, charge.taken - captured)


async def take(session: AsyncSession, payment: Payment, charge: Operation, amount: int) -> None:
    """Out of what is held; all of it where the provider cannot take a part."""
    if not capabilities_of(charge.provider).partial_capture:
        amount = charge.amount
    await operations.plan(session, payment, OperationKind.CAPTURE, charge, amount)


async def keep(session: AsyncSession, intent: Intent, payment: Payment) -> None:
    """The provider's hold nears its end and the order does not: take the money into escrow."""
    if intent.goal is not Goal.SECURE or payment.mode is not Mode.HOLD:
        return
    charge = await charge_of(session, payment)
    if charge and not await operation_queries.find_open_operation(session, payment.id):
        await operations.plan(session, payment, OperationKind.CAPTURE, charge, charge.amount)


async def _release(session: AsyncSession, payment: Payment) -> None:
    if payment.state is not PaymentState.AUTHORIZED:
        return
    await let_go(session, payment)
    await stop_watching(session, payment.order_id)
    payment.void()
    tell_where_it_stands(session, payment, PaymentVoided)


async def expire(session: AsyncSession, payment: Payment) -> None:
    """The order has not ended its money in time: it is the client's again, and the order is told."""
    if await operation_queries.find_open_operation(session, payment.id):
        await watch_hold(session, payment.order_id, clock.now() + timedelta(minutes=1))
        return
    await let_go(session, payment)
    payment.lose("hold_expired")
    tell(session, payment, PaymentAuthorizationLost, code="hold_expired")


async def lose(session: AsyncSession, intent: Intent, payment: Payment, code: str) -> None:
    """What is secured no longer is enough, or no longer there."""
    await let_go(session, payment)
    await stop_watching(session, intent.order_id)
    payment.lose(code)
    if intent.goal is Goal.SECURE:
        tell(session, payment, PaymentAuthorizationLost, code=code)


async def let_go(session: AsyncSession, payment: Payment) -> None:
    """Have it voided, or sent back out of escrow. The payment's own state is the caller's to say."""
    charge = await charge_of(session, payment)
    if charge is None:
        return
    if payment.mode is Mode.HOLD:
        await operations.plan(session, payment, OperationKind.VOID, charge, charge.amount)
    elif await void_hold(session, charge.id):
        hold = await find_hold(session, charge.id)
        assert hold
        await send_back(session, payment, charge, hold.amount)


async def charge_of(session: AsyncSession, payment: Payment) -> Operation | None:
    """The charge that secures a payment."""
    if payment.charge_id is None:
        return None
    return await operation_queries.get_operation(session, payment.charge_id)
