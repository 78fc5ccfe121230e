"""What the people of an order are told, and reminded of."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.queries import marks
from app.services.notifying import notify
from lapa_contracts.order import OrderEvent, OrderExtensionProposed, OrderPetsDroppedOff
from lapa_kit import clock
from lapa_kit.jobs import enqueue

REMINDED_BEFORE = (24, 1)
STILL_AHEAD = {"assigned", "en_route"}


def link(path: str = "") -> str:
    return f"{settings.public_url.rstrip('/')}/{path}"


def money(amount: int, currency: str) -> dict[str, Any]:
    return {"amount": amount, "currency": currency}


async def tell(
    session: AsyncSession,
    event: OrderEvent,
    user_id: UUID | None,
    key: str,
    *,
    source: str | None = None,
    **more: Any,
) -> None:
    """One of the order's people, in the words of `key`; nobody when there is no such person."""
    await marks.put_order(session, event.order_id, event.version, event.status, event.scheduled_at)
    if user_id is None:
        return
    params = {
        "pets": ", ".join(pet.name for pet in event.pets) or "-",
        "when": event.scheduled_at.isoformat(),
        "link": link(f"orders/{event.order_id}"),
        **more,
    }
    await notify(
        session,
        user_id,
        key,
        source=source or str(event.envelope.id),
        params=params,
        about={"order_id": event.order_id},
    )


async def tell_both(session: AsyncSession, event: OrderEvent, key: str, **more: Any) -> None:
    await tell(session, event, event.client_id, key, **more)
    await tell(session, event, event.walker_id, key, **more)


async def tell_of_proposal(session: AsyncSession, event: OrderExtensionProposed) -> None:
    """The side that decides."""
    other = event.walker_id if event.proposed_by == "client" else event.client_id
    await tell(
        session,
        event,
        other,
        "order.extension_proposed",
        source=f"extension:{event.extension_id}",
        minutes=event.minutes,
        amount=money(event.delta, event.currency),
        until=event.expires_at.isoformat(),
    )


async def tell_of_drop_off(session: AsyncSession, event: OrderPetsDroppedOff) -> None:
    names = ", ".join(pet.name for pet in event.pets if pet.pet_id in event.pet_ids) or "-"
    await tell(session, event, event.client_id, "order.pets_dropped_off", pets=names)


async def plan_reminders(session: AsyncSession, event: OrderEvent) -> None:
    """A day and an hour before; planned again at another time, they move there."""
    for hours in REMINDED_BEFORE:
        at = event.scheduled_at - timedelta(hours=hours)
        if at > clock.now():
            payload = {
                "order_id": str(event.order_id),
                "user_ids": [str(one) for one in (event.client_id, event.walker_id) if one],
                "pets": ", ".join(pet.name for pet in event.pets) or "-",
                "scheduled_at": event.scheduled_at.isoformat(),
                "hours": hours,
            }
            key = f"reminder:{event.order_id}:{hours}"
            await enqueue(session, "remind", payload, at=at, key=key)


async def remind(session: AsyncSession, payload: dict[str, Any]) -> None:
    """Only of a walk that is still to come, at the time we knew."""
    order_id, when = UUID(payload["order_id"]), payload["scheduled_at"]
    order = await marks.find_order(session, order_id)
    if order is None or order.status not in STILL_AHEAD:
        return
    if order.scheduled_at != datetime.fromisoformat(when):
        return
    params = {
        "pets": payload["pets"],
        "when": when,
        "hours": payload["hours"],
        "link": link(f"orders/{order_id}"),
    }
    for user_id in payload["user_ids"]:
        source = f"reminder:{order_id}:{when}:{payload['hours']}"
        about = {"order_id": order_id}
        await notify(
            session, UUID(user_id), "order.reminder", source=source, params=params, about=about
        )
