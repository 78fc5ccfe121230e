"""Moving money by hand, between a wallet and the platform's own account for that; never by one person alone."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.adjustment import Adjustment, AdjustmentState
from app.models.ledger import Line, platform, wallet
from app.queries.adjustments import lock_adjustment
from app.queries.ledger import find_account, post
from app.services.limits import check_amount
from app.services.transfers import RecipientNotFound
from lapa_kit import clock
from lapa_kit.audit import describe
from lapa_kit.ids import new_id


async def propose(
    session: AsyncSession, *, user_id: UUID, amount: int, currency: str, reason: str, by: UUID
) -> Adjustment:
    """Nothing moves yet. Raises RecipientNotFound when there is no such wallet."""
    check_amount(abs(amount), currency)
    if await find_account(session, wallet(user_id, currency)) is None:
        raise RecipientNotFound
    adjustment = Adjustment(
        id=new_id(),
        user_id=user_id,
        amount=amount,
        currency=currency,
        reason=reason,
        proposed_by=by,
        state=AdjustmentState.PROPOSED,
    )
    session.add(adjustment)
    await session.flush()
    _describe(session, "adjustment_proposed", adjustment)
    return adjustment


async def approve(session: AsyncSession, adjustment_id: UUID, *, by: UUID) -> Adjustment:
    """Raises SecondPersonNeeded, AdjustmentDecided, InsufficientFunds."""
    adjustment = await lock_adjustment(session, adjustment_id)
    adjustment.decide(AdjustmentState.POSTED, by=by, now=clock.now())
    await post(
        session,
        key=f"adjustment:{adjustment.id}",
        kind="adjustment",
        lines=[
            Line(wallet(adjustment.user_id, adjustment.currency), adjustment.amount),
            Line(platform("adjustments", adjustment.currency), -adjustment.amount),
        ],
        ref=adjustment.id,
    )
    _describe(session, "adjustment_approved", adjustment, AdjustmentState.PROPOSED)
    return adjustment


async def reject(session: AsyncSession, adjustment_id: UUID, *, by: UUID) -> Adjustment:
    adjustment = await lock_adjustment(session, adjustment_id)
    adjustment.decide(AdjustmentState.REJECTED, by=by, now=clock.now())
    _describe(session, "adjustment_rejected", adjustment, AdjustmentState.PROPOSED)
    return adjustment


def _describe(
    session: AsyncSession,
    action: str,
    adjustment: Adjustment,
    before: AdjustmentState | None = None,
) -> None:
    moved = {"amount": adjustment.amount, "currency": adjustment.currency}
    describe(
        session,
        action=action,
        subject_id=adjustment.user_id,
        before={"state": before.value} if before else {},
        after={"adjustment_id": str(adjustment.id), "state": adjustment.state.value, **moved},
        reason=adjustment.reason,
    )
