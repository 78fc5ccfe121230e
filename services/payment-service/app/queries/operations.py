"""What providers are asked, in SQL."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.operation import OVER, Operation, OperationKind, OperationState


async def get_operation(session: AsyncSession, operation_id: UUID) -> Operation:
    return await session.get_one(Operation, operation_id, populate_existing=True)


async def lock_operation(session: AsyncSession, operation_id: UUID) -> Operation:
    return await session.get_one(
        Operation, operation_id, with_for_update=True, populate_existing=True
    )


async def find_open_operation(session: AsyncSession, payment_id: UUID) -> Operation | None:
    """The charge or capture of a payment that is under way; what lets go and gives back goes on beside it."""
    statement = select(Operation).where(
        Operation.payment_id == payment_id,
        Operation.state.not_in(OVER),
        Operation.kind.in_((OperationKind.CHARGE, OperationKind.CAPTURE)),
    )
    return await session.scalar(statement.order_by(Operation.id).limit(1))


async def list_open_by_reference(
    session: AsyncSession, provider: str, reference: UUID | None, provider_id: str | None
) -> Sequence[UUID]:
    """By our reference, or where it was not repeated by the provider's own; what a charge waits for, too."""
    named = select(Operation.id).where(
        Operation.provider == provider,
        Operation.id == reference if reference else Operation.provider_id == provider_id,
    )
    statement = select(Operation.id).where(
        Operation.id.in_(named) | Operation.charge_id.in_(named),
        Operation.state.not_in((*OVER, OperationState.PLANNED)),
    )
    return (await session.scalars(statement)).all()


async def list_operations(session: AsyncSession, payment_id: UUID) -> Sequence[Operation]:
    statement = select(Operation).where(Operation.payment_id == payment_id).order_by(Operation.id)
    return (await session.scalars(statement)).all()


async def sum_given_back(session: AsyncSession, charge_id: UUID) -> int:
    """Of a charge, whatever has not failed."""
    statement = select(func.coalesce(func.sum(Operation.amount), 0)).where(
        Operation.charge_id == charge_id,
        Operation.kind == OperationKind.REFUND,
        Operation.state != OperationState.FAILED,
    )
    return int(await session.scalar(statement) or 0)
