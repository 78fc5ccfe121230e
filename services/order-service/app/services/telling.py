"""Writing down and saying what happened to an order, in the same transaction as the change."""

from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.order import Order
from app.models.timeline import TimelineEntry
from app.models.walker import Walker
from lapa_contracts.order import OrderEvent, WalkerReputationChanged
from lapa_kit import clock
from lapa_kit.events import publish

E = TypeVar("E", bound=OrderEvent)


def card(order: Order) -> dict[str, Any]:
    """The order card that every event about an order carries."""
    return {
        "order_id": order.id,
        "client_id": order.client_id,
        "walker_id": order.walker_id,
        "market": order.market,
        "status": order.status.value,
        "service_type": order.service_type,
        "scheduled_at": order.scheduled_at,
        "duration_minutes": order.duration_minutes,
        "pets": order.pets,
        "amount": order.amount,
        "currency": order.currency,
        "version": order.version,
    }


def tell(session: AsyncSession, order: Order, event: type[E], /, **facts: Any) -> None:
    """Publish an event about the order."""
    publish(session, event(**{**card(order), **facts}))


def note(
    session: AsyncSession,
    order: Order,
    kind: str,
    actor: str,
    actor_id: UUID | None = None,
    **data: Any,
) -> None:
    """One line of the order's timeline."""
    entry = TimelineEntry(
        order_id=order.id, at=clock.now(), kind=kind, actor=actor, actor_id=actor_id, data=data
    )
    session.add(entry)


def party_of(order: Order, user_id: UUID) -> str:
    return "client" if user_id == order.client_id else "walker"


def reputation_changed(walker: Walker) -> WalkerReputationChanged:
    return WalkerReputationChanged(
        walker_id=walker.walker_id,
        rating_avg_x100=walker.rating_avg_x100,
        rating_count=walker.rating_count,
        completed_walks=walker.completed_walks,
        reliability=walker.reliability,
        version=walker.reputation_version,
    )


def tell_reputation(session: AsyncSession, walker: Walker) -> None:
    """The whole of it, as a snapshot."""
    walker.reputation_version += 1
    publish(session, reputation_changed(walker))
