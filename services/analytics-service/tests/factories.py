"""Envelopes as order-service sends them, and rows of events."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.event import PLATFORM, Event, EventKind
from lapa_contracts.order import OrderSettled
from lapa_kit import clock
from lapa_kit.events import Envelope
from lapa_kit.ids import new_id


def fact(name: str, at: datetime | None = None, **payload: Any) -> Envelope:
    """An envelope of any kind of event."""
    return Envelope(
        id=new_id(),
        type=f"{name}.v1",
        key=str(payload.get("order_id", new_id())),
        version=1,
        occurred_at=at or clock.now(),
        payload={
            name: str(value) if isinstance(value, UUID) else value
            for name, value in payload.items()
        },
    )


def settled(captured: int, commission: int, currency: str = "EUR", **more: Any) -> OrderSettled:
    """order-service's own event, so that a change of its contract is felt here."""
    defaults: dict[str, Any] = {
        "order_id": new_id(),
        "client_id": new_id(),
        "walker_id": new_id(),
        "market": "default",
        "status": "settled",
        "service_type": "walk",
        "scheduled_at": datetime.now(UTC),
        "duration_minutes": 30,
        "pets": [],
        "amount": captured,
        "currency": currency,
        "version": 9,
        "captured": captured,
        "walker_amount": captured - commission,
        "commission": commission,
    }
    return OrderSettled(**{**defaults, **more})


async def add_events(session: AsyncSession, name: str, moments: list[datetime]) -> None:
    session.add_all(
        Event(
            event_id=new_id(),
            writer=PLATFORM,
            name=name,
            kind=EventKind.BUSINESS,
            key="",
            order_id=new_id(),
            user_id=None,
            at=moment,
            received_at=moment,
            properties={},
        )
        for moment in moments
    )
    await session.commit()


def ago(**parts: float) -> datetime:
    return clock.now() - timedelta(**parts)
