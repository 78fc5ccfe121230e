"""Chargebacks in SQL."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.chargeback import Chargeback
from app.models.operation import Operation, OperationKind
from app.models.topup import Topup
from lapa_kit import clock
from lapa_kit.pagination import PageQuery, paginate


async def add_chargeback(session: AsyncSession, chargeback: Chargeback) -> tuple[Chargeback, bool]:
    """The chargeback of that name, locked until commit, and whether it is new."""
    now = clock.now()
    columns = {
        column.key: getattr(chargeback, column.key)
        for column in Chargeback.__table__.columns
        if column.key not in ("created_at", "updated_at")
    }
    statement = (
        insert(Chargeback)
        .values(**columns, created_at=now, updated_at=now)
        .on_conflict_do_nothing(index_elements=[Chargeback.provider, Chargeback.provider_id])
        .returning(Chargeback.id)
    )
    is_new = await session.scalar(statement) is not None
    named = select(Chargeback).where(
        Chargeback.provider == chargeback.provider,
        Chargeback.provider_id == chargeback.provider_id,
    )
    known = await session.scalars(named.with_for_update().execution_options(populate_existing=True))
    return known.one(), is_new


async def find_charged_payment(
    session: AsyncSession, provider: str, reference: UUID | None, provider_id: str | None
) -> UUID | None:
    """Whose charge it was, by our reference or the provider's id."""
    name = Operation.id == reference if reference else Operation.provider_id == provider_id
    statement = select(Operation.payment_id).where(
        Operation.provider == provider, name, Operation.kind == OperationKind.CHARGE
    )
    return await session.scalar(statement.limit(1))


async def find_charged_topup(
    session: AsyncSession, provider: str, reference: UUID | None, provider_id: str | None
) -> UUID | None:
    name = Topup.id == reference if reference else Topup.provider_id == provider_id
    return await session.scalar(select(Topup.id).where(Topup.provider == provider, name).limit(1))


async def lock_chargebacks_of(session: AsyncSession, payment_id: UUID) -> Sequence[Chargeback]:
    statement = select(Chargeback).where(Chargeback.payment_id == payment_id)
    return (await session.scalars(statement.order_by(Chargeback.id).with_for_update())).all()


async def list_chargebacks(
    session: AsyncSession, page: PageQuery
) -> tuple[list[Chargeback], str | None]:
    return await paginate(session, select(Chargeback), page, Chargeback.id)
