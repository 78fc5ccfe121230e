"""Asking a provider: once, and then only what became of it. Between two transactions, never inside one."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.intent import Goal
from app.models.operation import Operation, OperationKind, OperationState
from app.providers import provider_of
from app.providers.provider import (
    CaptureRequest,
    ChargeRequest,
    Declined,
    Held,
    NeedsConfirmation,
    Outcome,
    Pending,
    Provider,
    RefundRequest,
    Unanswered,
    Voided,
    VoidRequest,
)
from app.queries import operations as operation_queries
from app.queries import payments as payment_queries
from app.queries.methods import find_any_method
from app.services import operations
from app.services.outcomes import settle
from lapa_kit import clock
from lapa_kit.db import Sessions
from lapa_kit.ids import new_id

LONGEST_WAIT = timedelta(hours=6)


class Asking:
    """One operation at one provider; `charge` is what it takes, lets go or gives back."""

    def __init__(self, provider: Provider, operation: Operation, charge: Operation | None) -> None:
        self.provider, self.operation = provider, operation
        self.charge = charge or operation
        self.token = self.return_url = ""

    async def send(self) -> Outcome:
        one, charge = self.operation, self.charge.known
        match one.kind:
            case OperationKind.CHARGE:
                return await self.provider.charge(
                    ChargeRequest(
                        one.id,
                        one.amount,
                        one.currency,
                        self.token,
                        hold=one.is_hold,
                        return_url=self.return_url,
                    )
                )
            case OperationKind.CAPTURE:
                request = CaptureRequest(one.id, charge, one.amount, one.currency)
                return await self.provider.capture(request)
            case OperationKind.VOID:
                return await self._void()
            case OperationKind.REFUND:
                refund = RefundRequest(one.id, charge, one.amount, one.currency)
                return await self.provider.refund(refund)

    async def _void(self) -> Outcome:
        """What cannot be let go any more has been taken, or is gone."""
        one = self.operation
        reference = one.id if one.kind is OperationKind.VOID else new_id()
        request = VoidRequest(reference, self.charge.known, self.charge.amount, one.currency)
        outcome = await self.provider.void(request)
        if isinstance(outcome, Declined):
            stands = await self.provider.look_up(self.charge.known)
            return Pending() if isinstance(stands, Held | NeedsConfirmation) else stands or Voided()
        return outcome

    async def look_up(self, *, is_given_up: bool) -> Outcome:
        """What became of it; what has not arrived there is sent again, under the same reference."""
        if self.operation.kind is OperationKind.REFUND:
            known = await self.provider.look_up_refund(self.operation.known, self.charge.known)
            return await self.send() if known is None else known
        if is_given_up and isinstance(await self._void(), Voided):
            return Declined("confirmation_expired")
        stands = await self.provider.look_up(self.charge.known)
        match self.operation.kind:
            case OperationKind.CHARGE:
                return stands or self._never_heard_of()
            case OperationKind.VOID:
                is_there = isinstance(stands, Held | NeedsConfirmation)
                return await self.send() if is_there else stands or Voided()
            case _:
                return await self.send() if isinstance(stands, Held) else stands or Unanswered()

    def _never_heard_of(self) -> Outcome:
        asked_at = self.operation.asked_at or self.operation.created_at
        is_over = clock.now() >= asked_at + settings.lookup_until
        return Declined("never_charged") if is_over else Unanswered()


async def ask(sessions: Sessions, operation_id: UUID) -> None:
    """Send it if it has not been sent, else look up what became of it."""
    async with sessions.begin() as session:
        operation = await operation_queries.lock_operation(session, operation_id)
        if not operation.is_open:
            return
        is_wanted = await _is_wanted(session, operation)
        is_new = operation.state is OperationState.PLANNED
        if is_new and is_wanted:
            operation.ask(clock.now())
            await operations.look_soon(
                session, operation.id, at=clock.now() + settings.provider_patience
            )
        asking = await _prepare(session, sessions, operation)
    if is_new and not is_wanted:
        outcome: Outcome = Declined("released")
    elif is_new:
        outcome = await asking.send()
    else:
        outcome = await asking.look_up(is_given_up=_is_given_up(operation, is_wanted=is_wanted))
    async with sessions.begin() as session:
        if await settle(session, operation_id, outcome):
            await operations.look_soon(session, operation_id, at=_next_look(operation))


async def _is_wanted(session: AsyncSession, operation: Operation) -> bool:
    """No charge is made to an order that has ended; all else is brought to its end."""
    if operation.kind is not OperationKind.CHARGE:
        return True
    goal = await payment_queries.find_goal(session, operation.payment_id)
    return goal is not Goal.RELEASE


async def _prepare(session: AsyncSession, sessions: Sessions, operation: Operation) -> Asking:
    charge = None
    if operation.charge_id:
        charge = await operation_queries.get_operation(session, operation.charge_id)
    asking = Asking(provider_of(operation.provider, sessions), operation, charge)
    if operation.method_id and (method := await find_any_method(session, operation.method_id)):
        asking.token = method.token
        payment = await payment_queries.get_payment(session, operation.payment_id)
        asking.return_url = f"{settings.public_url.rstrip('/')}/orders/{payment.order_id}"
    return asking


def _is_given_up(operation: Operation, *, is_wanted: bool) -> bool:
    """A person who has not confirmed in time, or need not any more, is not asked any longer."""
    if operation.state is not OperationState.REQUIRES_ACTION:
        return False
    asked_at = operation.asked_at or operation.created_at
    return not is_wanted or clock.now() > asked_at + settings.confirmation_life


def _next_look(operation: Operation) -> datetime:
    """Ever more seldom, what takes days: webhooks tell us before."""
    now = clock.now()
    age = now - (operation.asked_at or now)
    return now + max(settings.lookup_every, min(age / 10, LONGEST_WAIT))
