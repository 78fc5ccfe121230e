"""The built-in provider's books in SQL."""

from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.sandbox import SandboxCharge, SandboxPayout, SandboxScenario


async def add_charge(session: AsyncSession, charge: SandboxCharge) -> SandboxCharge:
    """The charge of that reference: this one, or the one that was made before."""
    columns = {
        column.key: getattr(charge, column.key) for column in SandboxCharge.__table__.columns
    }
    await session.execute(
        insert(SandboxCharge)
        .values(**columns)
        .on_conflict_do_nothing(index_elements=[SandboxCharge.reference])
    )
    return await session.get_one(SandboxCharge, charge.reference)


async def lock_charge_of(session: AsyncSession, reference: UUID) -> SandboxCharge | None:
    return await session.get(SandboxCharge, reference, with_for_update=True)


async def lock_charge(session: AsyncSession, secret: str) -> SandboxCharge | None:
    statement = select(SandboxCharge).where(SandboxCharge.secret == secret).with_for_update()
    return await session.scalar(statement.execution_options(populate_existing=True))


async def add_payout(session: AsyncSession, payout: SandboxPayout) -> SandboxPayout:
    """The payout of that reference: this one, or the one that was made before, asked for once more."""
    columns = {
        column.key: getattr(payout, column.key) for column in SandboxPayout.__table__.columns
    }
    await session.execute(
        insert(SandboxPayout)
        .values(**columns)
        .on_conflict_do_update(
            index_elements=[SandboxPayout.reference], set_={"asked": SandboxPayout.asked + 1}
        )
    )
    return await session.get_one(SandboxPayout, payout.reference)


async def find_payout(session: AsyncSession, reference: UUID) -> SandboxPayout | None:
    return await session.get(SandboxPayout, reference)


async def find_scenario(session: AsyncSession) -> str | None:
    return await session.scalar(select(SandboxScenario.scenario))


async def put_scenario(session: AsyncSession, scenario: str) -> None:
    await session.execute(
        insert(SandboxScenario)
        .values(id=1, scenario=scenario)
        .on_conflict_do_update(index_elements=[SandboxScenario.id], set_={"scenario": scenario})
    )


async def delete_scenario(session: AsyncSession) -> None:
    await session.execute(delete(SandboxScenario))
