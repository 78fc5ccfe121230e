"""Having a provider asked for something: written down first, asked by a job once that is committed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.operation import Operation, OperationKind
from app.models.payment import Payment
from lapa_kit import jobs
from lapa_kit.ids import new_id


async def plan_charge(
    session: AsyncSession,
    payment: Payment,
    *,
    method_id: UUID,
    provider: str,
    amount: int,
    is_hold: bool,
) -> Operation:
    charge = _operation(payment, OperationKind.CHARGE, provider=provider, amount=amount)
    charge.method_id, charge.is_hold = method_id, is_hold
    return await _plan(session, charge)


async def plan(
    session: AsyncSession,
    payment: Payment,
    kind: OperationKind,
    charge: Operation,
    amount: int,
    *,
    reference: UUID | None = None,
) -> Operation:
    """Take a charge, let it go, or give it back."""
    planned = _operation(payment, kind, provider=charge.provider, amount=amount)
    planned.id, planned.charge_id = reference or planned.id, charge.id
    return await _plan(session, planned)


def _operation(payment: Payment, kind: OperationKind, *, provider: str, amount: int) -> Operation:
    return Operation(
        id=new_id(),
        payment_id=payment.id,
        kind=kind,
        provider=provider,
        amount=amount,
        currency=payment.currency,
    )


async def _plan(session: AsyncSession, planned: Operation) -> Operation:
    session.add(planned)
    await session.flush()
    await look_soon(session, planned.id)
    return planned


async def look_soon(
    session: AsyncSession, operation_id: UUID, *, at: datetime | None = None
) -> None:
    """Ask the provider, or ask him again what became of it."""
    payload = {"operation_id": str(operation_id)}
    await jobs.enqueue(session, "ask_provider", payload, at=at, key=f"operation:{operation_id}")
