"""The built-in provider's books in SQL."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import literal, select, union_all
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.sandbox import (
    PAID,
    SandboxCharge,
    SandboxChargeback,
    SandboxPayout,
    SandboxRefund,
    SandboxScenario,
)


async def add_charge(session: AsyncSession, charge: SandboxCharge) -> bool:
    """False when one of that reference was made before, which then is untouched."""
    columns = {
        column.key: getattr(charge, column.key) for column in SandboxCharge.__table__.columns
    }
    statement = (
        insert(SandboxCharge)
        .values(**columns)
        .on_conflict_do_nothing(index_elements=[SandboxCharge.reference])
        .returning(SandboxCharge.reference)
    )
    return await session.scalar(statement) is not None


async def lock_charge_of(session: AsyncSession, reference: UUID) -> SandboxCharge | None:
    return await session.get(SandboxCharge, reference, with_for_update=True, populate_existing=True)


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


async def find_refund(session: AsyncSession, reference: UUID) -> SandboxRefund | None:
    return await session.get(SandboxRefund, reference, populate_existing=True)


async def put_chargeback(
    session: AsyncSession, charge: SandboxCharge, stage: str, *, now: datetime
) -> bool:
    """False when it has come that far before."""
    insertion = insert(SandboxChargeback).values(
        reference=charge.reference,
        amount=charge.taken,
        currency=charge.currency,
        stage=stage,
        created_at=now,
    )
    if stage == "opened":
        insertion = insertion.on_conflict_do_nothing()
    else:
        insertion = insertion.on_conflict_do_update(
            index_elements=[SandboxChargeback.reference],
            set_={"stage": stage},
            where=SandboxChargeback.stage == "opened",
        )
    return await session.scalar(insertion.returning(SandboxChargeback.reference)) is not None


async def list_movements(session: AsyncSession, day: date) -> list[tuple[str, UUID, int, str]]:
    """Subject, reference, amount, currency of everything that moved on that day."""
    start = datetime.combine(day, time(), UTC)
    end = start + timedelta(days=1)
    movements = union_all(
        select(
            literal("charge"), SandboxCharge.reference, SandboxCharge.taken, SandboxCharge.currency
        ).where(SandboxCharge.taken_at >= start, SandboxCharge.taken_at < end),
        select(
            literal("refund"), SandboxRefund.reference, SandboxRefund.amount, SandboxRefund.currency
        ).where(
            SandboxRefund.created_at >= start,
            SandboxRefund.created_at < end,
            SandboxRefund.outcome == PAID,
        ),
        select(
            literal("payout"), SandboxPayout.reference, SandboxPayout.amount, SandboxPayout.currency
        ).where(
            SandboxPayout.created_at >= start,
            SandboxPayout.created_at < end,
            SandboxPayout.outcome == PAID,
        ),
        select(
            literal("chargeback"),
            SandboxChargeback.reference,
            SandboxChargeback.amount,
            SandboxChargeback.currency,
        ).where(SandboxChargeback.created_at >= start, SandboxChargeback.created_at < end),
    )
    rows = await session.execute(movements)
    return [(subject, reference, amount, currency) for subject, reference, amount, currency in rows]


async def find_scenario(session: AsyncSession) -> str | None:
    """What all charges do; None when each goes by its own token."""
    scenario = await session.scalar(select(SandboxScenario.scenario))
    return None if scenario in (None, "none") else scenario


async def find_webhook_mode(session: AsyncSession) -> str:
    return await session.scalar(select(SandboxScenario.webhooks)) or "normal"


async def put_scenario(session: AsyncSession, scenario: str, webhooks: str) -> None:
    given = {"scenario": scenario, "webhooks": webhooks}
    await session.execute(
        insert(SandboxScenario)
        .values(id=1, **given)
        .on_conflict_do_update(index_elements=[SandboxScenario.id], set_=given)
    )
