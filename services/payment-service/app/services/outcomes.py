"""What a provider has said of an operation, and what that does to the order's money; however often he says it."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.intent import Goal, Intent
from app.models.operation import Operation, OperationKind
from app.models.payment import Payment
from app.providers import capabilities_of
from app.providers.provider import (
    Declined,
    Held,
    NeedsConfirmation,
    Outcome,
    Paid,
    Voided,
    id_of,
)
from app.queries import operations as operation_queries
from app.queries import payments as payment_queries
from app.services import card_money, escrow, order_money
from app.services.telling import tell, tell_where_it_stands
from app.services.timers import watch_providers_hold
from lapa_contracts.payment import (
    PaymentActionRequired,
    PaymentFailed,
    PaymentState,
    PaymentVoided,
)
from lapa_kit import clock

KEPT_BEFORE_THE_END = timedelta(hours=24)


async def settle(session: AsyncSession, operation_id: UUID, outcome: Outcome) -> bool:
    """True while the provider has to be asked again. The order's intent is locked first, as everywhere."""
    operation = await operation_queries.get_operation(session, operation_id)
    payment = await payment_queries.get_payment(session, operation.payment_id)
    intent = await payment_queries.lock_intent(session, payment.order_id)
    assert intent, "an order that is paid for has one"
    payment = await payment_queries.lock_payment(session, payment.id)
    operation = await operation_queries.lock_operation(session, operation_id)
    if not operation.is_open:
        return False
    operation.provider_id = id_of(outcome, operation.provider_id)
    await HANDLERS[operation.kind](session, intent, payment, operation, outcome)
    if operation.is_open:
        return True
    await order_money.drive(session, intent)
    return False


async def _charged(
    session: AsyncSession, intent: Intent, payment: Payment, charge: Operation, outcome: Outcome
) -> None:
    match outcome:
        case Held(expires_at=expires_at):
            charge.succeed(clock.now())
            charge.hold_expires_at = expires_at
            await card_money.secured(session, intent, payment, charge)
            await _watch_life(session, intent, charge)
        case Paid(amount=amount):
            charge.succeed(clock.now())
            taken = charge.amount if amount is None else amount
            await escrow.take_in(session, payment, charge, taken, is_held=True)
            await card_money.secured(session, intent, payment, charge)
        case Declined(code):
            charge.fail(code, clock.now())
            await _refused(session, intent, payment, code)
        case Voided():
            charge.fail("confirmation_expired", clock.now())
            await _refused(session, intent, payment, "confirmation_expired")
        case NeedsConfirmation(url):
            _ask_person(session, payment, charge, url)
        case _:
            charge.reconcile()


def _ask_person(session: AsyncSession, payment: Payment, charge: Operation, url: str) -> None:
    if url in ("", charge.confirmation_url):
        return
    charge.wait_for_person(url)
    payment.require_action(url)
    expires_at = (charge.asked_at or clock.now()) + settings.confirmation_life
    tell(session, payment, PaymentActionRequired, confirmation_url=url, expires_at=expires_at)


async def _refused(session: AsyncSession, intent: Intent, payment: Payment, code: str) -> None:
    """Of a dearer time: all of it is the client's again. Of an order that has ended: there never was any."""
    if payment.state is PaymentState.AUTHORIZED:
        if intent.goal is not Goal.RELEASE:
            await card_money.lose(session, intent, payment, code)
    elif intent.goal is Goal.RELEASE:
        payment.void()
        tell_where_it_stands(session, payment, PaymentVoided)
    else:
        payment.lose(code)
        tell(session, payment, PaymentFailed, code=code)


async def _watch_life(session: AsyncSession, intent: Intent, charge: Operation) -> None:
    if charge.hold_expires_at is None:
        return
    ttl = capabilities_of(charge.provider).hold_ttl or KEPT_BEFORE_THE_END
    at = charge.hold_expires_at - min(KEPT_BEFORE_THE_END, ttl / 4)
    await watch_providers_hold(session, intent.order_id, at)


async def _captured(
    session: AsyncSession, intent: Intent, payment: Payment, capture: Operation, outcome: Outcome
) -> None:
    match outcome:
        case Paid(amount=amount):
            capture.succeed(clock.now())
            charge = await card_money.charge_of(session, payment)
            assert charge
            taken = capture.amount if amount is None else amount
            await escrow.take_in(session, payment, charge, taken, is_held=True)
            payment.keep_in_escrow()
        case Declined() | Voided():
            capture.fail("hold_lost", clock.now())
            await card_money.lose(session, intent, payment, "hold_lost")
        case _:
            capture.reconcile()


async def _voided(
    session: AsyncSession, intent: Intent, payment: Payment, void: Operation, outcome: Outcome
) -> None:
    match outcome:
        case Voided() | Declined():
            void.succeed(clock.now())
        case Paid(amount=amount):
            # it had been taken before it could be let go
            void.fail("taken", clock.now())
            assert void.charge_id
            charge = await operation_queries.get_operation(session, void.charge_id)
            taken = charge.amount if amount is None else amount
            await escrow.take_in(session, payment, charge, taken, is_held=False)
            await escrow.send_back(session, payment, charge, taken)
        case _:
            void.reconcile()


async def _refunded(
    session: AsyncSession, intent: Intent, payment: Payment, refund: Operation, outcome: Outcome
) -> None:
    match outcome:
        case Paid():
            refund.succeed(clock.now())
            await escrow.gone(session, payment, refund)
        case Declined(code):
            refund.fail(code, clock.now())
            await escrow.not_gone(session, payment, refund)
        case _:
            refund.reconcile()


HANDLERS = {
    OperationKind.CHARGE: _charged,
    OperationKind.CAPTURE: _captured,
    OperationKind.VOID: _voided,
    OperationKind.REFUND: _refunded,
}
