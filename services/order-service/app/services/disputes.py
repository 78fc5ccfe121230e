"""Disputes: the walker's part is frozen at once, support divides the money anew, once more on appeal."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.dispute import AlreadyDisputed, Dispute, DisputeWindowClosed, NothingToAppeal
from app.models.order import InvalidTransition, Order, OrderStatus
from app.queries.aftermath import list_disputes
from app.queries.orders import get_party_order, lock_order
from app.services import walks
from app.services.telling import note, party_of, tell
from lapa_contracts.order import OrderDisputed, OrderDisputeResolved, Settlement
from lapa_kit import clock
from lapa_kit.audit import describe
from lapa_kit.ids import new_id

DISPUTED_WITHIN = timedelta(days=14)
APPEALED_WITHIN = timedelta(days=7)


async def open_dispute(
    session: AsyncSession, order_id: UUID, *, opener_id: UUID, reason: str, media_ids: list[UUID]
) -> Dispute:
    """By either side, within 14 days of the end; until it is decided the walker's part is not payable."""
    await get_party_order(session, order_id, opener_id)
    order = await lock_order(session, order_id)
    if await list_disputes(session, order.id):
        raise AlreadyDisputed("A decision can be appealed once.")
    _check_disputable(order)
    if clock.now() > _ended_at(order) + DISPUTED_WITHIN:
        raise DisputeWindowClosed
    by = party_of(order, opener_id)
    return await _open(
        session, order, number=1, by=by, opener_id=opener_id, reason=reason, media_ids=media_ids
    )


async def appeal(
    session: AsyncSession, order_id: UUID, *, opener_id: UUID, reason: str, media_ids: list[UUID]
) -> Dispute:
    """Once, by either side, within 7 days of the decision."""
    await get_party_order(session, order_id, opener_id)
    order = await lock_order(session, order_id)
    known = await list_disputes(session, order.id)
    decided_at = known[-1].resolved_at if known else None
    if decided_at is None or any(one.is_appeal for one in known):
        raise NothingToAppeal
    if clock.now() > decided_at + APPEALED_WITHIN:
        raise DisputeWindowClosed
    _check_disputable(order)
    by = party_of(order, opener_id)
    return await _open(
        session,
        order,
        number=len(known) + 1,
        by=by,
        opener_id=opener_id,
        reason=reason,
        media_ids=media_ids,
    )


async def take_chargeback(session: AsyncSession, order_id: UUID, *, amount: int) -> None:
    """The client's bank has taken the money back: frozen and for support to decide, as a dispute of its own.

    One that is open decides on it too; an order that cannot be disputed keeps it on its timeline.
    """
    order = await lock_order(session, order_id)
    note(session, order, "charged_back", "system", amount=amount)
    known = await list_disputes(session, order.id)
    if OrderStatus.DISPUTED not in order.next_states or any(one.is_open for one in known):
        return
    await _open(
        session,
        order,
        number=len(known) + 1,
        by="system",
        opener_id=None,
        reason="chargeback",
        media_ids=[],
    )


def _check_disputable(order: Order) -> None:
    if OrderStatus.DISPUTED not in order.next_states:
        raise InvalidTransition(f"An order that is {order.status} cannot be disputed.")


def _ended_at(order: Order) -> datetime:
    return order.finished_at or order.ends_at


async def _open(
    session: AsyncSession,
    order: Order,
    *,
    number: int,
    by: str,
    opener_id: UUID | None,
    reason: str,
    media_ids: list[UUID],
) -> Dispute:
    settlement = order.settlement or {"capture": order.amount}
    earlier = await list_disputes(session, order.id)
    dispute = Dispute(
        id=new_id(),
        order_id=order.id,
        number=number,
        opened_by=by,
        opener_id=opener_id,
        reason=reason,
        media_ids=[str(media_id) for media_id in media_ids],
        # an appeal divides what the dispute divided, not what its decision left
        base=earlier[0].base if earlier else settlement["capture"],
    )
    session.add(dispute)
    order.move(OrderStatus.DISPUTED)
    note(session, order, "disputed", by, opener_id, number=number)
    tell(session, order, OrderDisputed, opened_by=by)
    await session.flush()
    return dispute


async def resolve_dispute(
    session: AsyncSession, order_id: UUID, *, resolver_id: UUID, refund_amount: int, text: str
) -> Dispute:
    """Decide how much of the money goes back to the client in all; both sides read the reasons."""
    order = await lock_order(session, order_id)
    open_ones = [one for one in await list_disputes(session, order.id) if one.is_open]
    if order.status is not OrderStatus.DISPUTED or not open_ones:
        raise InvalidTransition("There is no dispute to be decided.")
    dispute = open_ones[0]
    dispute.resolve(
        clock.now(),
        refund_amount=refund_amount,
        refunded=order.refunded,
        note=text,
        resolver_id=resolver_id,
    )
    describe(
        session,
        action="dispute_resolved",
        subject_id=order.id,
        before={"status": order.status.value, "refunded": order.refunded},
        after={"refund_amount": refund_amount, "base": dispute.base, "number": dispute.number},
        reason=text,
    )
    order.settle_for(dispute.base - refund_amount)
    order.move(OrderStatus.SETTLED)
    note(session, order, "dispute_resolved", "support", resolver_id, refund_amount=refund_amount)
    tell(session, order, OrderDisputeResolved, settlement=resolution_of(order, dispute))
    await walks.close_money(session, order)
    await session.flush()
    return dispute


def resolution_of(order: Order, decision: Dispute) -> Settlement:
    """The final division: of what had been captured, or was due."""
    assert order.settlement
    return Settlement(
        capture=order.settlement["capture"],
        lines=order.settlement["lines"],
        release=decision.refund_amount or 0,
    )


async def get_disputes(
    session: AsyncSession, order_id: UUID, *, user_id: UUID | None
) -> list[Dispute]:
    """The dispute and its appeal, for the order's parties; `user_id` None is for support."""
    if user_id is not None:
        await get_party_order(session, order_id, user_id)
    return await list_disputes(session, order_id)
