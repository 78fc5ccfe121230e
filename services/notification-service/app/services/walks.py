"""What the people of a walk, and staff, are told of it: late, reported, paid, reviewed, gone wrong."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.queries import people
from app.services.notifying import tell_each
from app.services.orders import link, money, tell, tell_both
from lapa_contracts.order import (
    IncidentOpened,
    OrderSettled,
    OrderStartOverdue,
    ReportReady,
    ReviewRevealed,
)


async def tell_of_lateness(session: AsyncSession, event: OrderStartOverdue) -> None:
    """The ladder: the walker first, then the client and support too."""
    minutes = event.minutes_late
    await tell(session, event, event.walker_id, "order.start_overdue.walker", minutes=minutes)
    if not event.is_last_call:
        return
    await tell(session, event, event.client_id, "order.start_overdue", minutes=minutes)
    staff = await people.list_with_role(session, "support", "admin")
    source, about = str(event.envelope.id), {"order_id": event.order_id}
    facts = {"minutes": minutes, "link": link(f"orders/{event.order_id}")}
    await tell_each(
        session, staff, "order.start_overdue.staff", source=source, about=about, **facts
    )


async def tell_of_report(session: AsyncSession, event: ReportReady) -> None:
    """Once, however often it is revised."""
    await tell(
        session,
        event,
        event.client_id,
        "report.ready",
        source=f"report:{event.order_id}",
        distance_m=event.distance_m,
        minutes=round(event.duration_s / 60),
    )


async def tell_of_settlement(session: AsyncSession, event: OrderSettled) -> None:
    paid = money(event.captured, event.currency)
    earned = money(event.walker_amount, event.currency)
    once = f"settled:{event.order_id}"
    await tell(session, event, event.client_id, "order.settled", source=once, amount=paid)
    await tell(session, event, event.walker_id, "order.settled.walker", source=once, amount=earned)


async def tell_of_incident(session: AsyncSession, event: IncidentOpened) -> None:
    staff = await people.list_with_role(session, "support", "admin")
    source = str(event.envelope.id)
    about = {"order_id": event.order_id, "incident_id": event.incident_id}
    facts = {"severity": event.severity.value, "link": link(f"orders/{event.order_id}")}
    await tell_each(session, staff, "incident.opened", source=source, about=about, **facts)
    await tell_both(session, event, "incident.reported")


async def tell_of_review(session: AsyncSession, event: ReviewRevealed) -> None:
    await tell_each(
        session,
        [event.subject_id],
        "review.revealed",
        source=f"review:{event.order_id}:{event.author_id}",
        about={"order_id": event.order_id},
        rating=event.rating,
        link=link(f"orders/{event.order_id}"),
    )
