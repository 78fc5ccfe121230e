"""Incidents: reported in a minute, answered within a deadline that both sides see, closed with words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.incident import (
    ANSWERED_WITHIN,
    Incident,
    IncidentKind,
    IncidentNote,
    IncidentState,
)
from app.models.order import InvalidTransition, Order, OrderStatus
from app.models.walk import UnknownPet
from app.queries.aftermath import list_incident_notes, list_incidents, lock_incident
from app.queries.orders import get_order, get_party_order, lock_order
from app.services.place import Place
from app.services.telling import note, party_of, tell
from lapa_contracts.order import IncidentClosed, IncidentOpened
from lapa_contracts.values import Severity
from lapa_kit import clock
from lapa_kit.audit import describe
from lapa_kit.auth import Principal
from lapa_kit.ids import new_id

MANAGE = "incidents:manage"
Author = Literal["client", "walker", "support", "system"]
REPORTABLE = frozenset(
    {
        OrderStatus.ASSIGNED,
        OrderStatus.EN_ROUTE,
        OrderStatus.IN_PROGRESS,
        OrderStatus.COMPLETED,
        OrderStatus.SETTLED,
        OrderStatus.NO_SHOW,
        OrderStatus.DISPUTED,
    }
)


@dataclass(frozen=True)
class Account:
    """What somebody tells of an incident."""

    kind: IncidentKind
    severity: Severity
    description: str
    occurred_at: datetime | None
    people: list[str]
    pet_ids: list[UUID]
    media_ids: list[UUID]
    place: Place | None


@dataclass(frozen=True)
class Case:
    """An incident with its steps, oldest first."""

    incident: Incident
    notes: list[IncidentNote]


async def report_incident(
    session: AsyncSession, order_id: UUID, account: Account, *, user: Principal
) -> Case:
    """By either side, or by support for one of them; a high one freezes the payout and pages support."""
    order = await _visible(session, order_id, user)
    await lock_order(session, order_id)
    if order.status not in REPORTABLE:
        raise InvalidTransition(f"On an order that is {order.status} nothing can have happened.")
    on_walk = {UUID(pet["pet_id"]) for pet in order.pets}
    if unknown := set(account.pet_ids) - on_walk:
        raise UnknownPet(f"Not on this walk: {', '.join(map(str, unknown))}.")
    by = _role_of(order, user)
    return Case(await open_incident(session, order, account, by=by, reporter_id=user.id), [])


async def open_incident(
    session: AsyncSession, order: Order, account: Account, *, by: Author, reporter_id: UUID | None
) -> Incident:
    now = clock.now()
    incident = Incident(
        id=new_id(),
        order_id=order.id,
        kind=account.kind,
        severity=account.severity,
        state=IncidentState.OPEN,
        reported_by=by,
        reporter_id=reporter_id,
        occurred_at=account.occurred_at or now,
        description=account.description,
        people=account.people,
        pet_ids=[str(pet_id) for pet_id in account.pet_ids],
        media_ids=[str(media_id) for media_id in account.media_ids],
        lat=account.place.lat if account.place else None,
        lon=account.place.lon if account.place else None,
        respond_by=now + ANSWERED_WITHIN[account.severity],
    )
    session.add(incident)
    order.version += 1
    note(
        session,
        order,
        "incident_opened",
        by,
        reporter_id,
        incident_id=str(incident.id),
        severity=incident.severity.value,
    )
    tell(session, order, IncidentOpened, incident_id=incident.id, severity=incident.severity)
    await session.flush()
    return incident


async def add_note(
    session: AsyncSession, order_id: UUID, incident_id: UUID, *, user: Principal, text: str
) -> Case:
    """A step, by either side or by support; support's first one answers the incident."""
    order = await _visible(session, order_id, user)
    incident = await lock_incident(session, order_id, incident_id)
    author = _role_of(order, user)
    if author == "support":
        before = incident.state
        incident.answer(clock.now())
        describe(
            session,
            action="incident_answered",
            subject_id=incident.id,
            before={"state": before.value},
            after={"state": incident.state.value},
            reason=text,
        )
    _write(session, incident, author, user.id, text)
    return await _case(session, incident)


async def close_incident(
    session: AsyncSession, order_id: UUID, incident_id: UUID, *, closer_id: UUID, resolution: str
) -> Case:
    """Dealt with: what was held on its account is free again."""
    order = await lock_order(session, order_id)
    incident = await lock_incident(session, order_id, incident_id)
    before = incident.state
    incident.close(clock.now())
    describe(
        session,
        action="incident_closed",
        subject_id=incident.id,
        before={"state": before.value},
        after={"state": incident.state.value, "severity": incident.severity.value},
        reason=resolution,
    )
    _write(session, incident, "support", closer_id, resolution)
    order.version += 1
    note(session, order, "incident_closed", "support", closer_id, incident_id=str(incident.id))
    tell(session, order, IncidentClosed, incident_id=incident.id, severity=incident.severity)
    return await _case(session, incident)


async def get_cases(session: AsyncSession, order_id: UUID, *, user: Principal) -> list[Case]:
    await _visible(session, order_id, user)
    return [await _case(session, one) for one in await list_incidents(session, order_id)]


async def _visible(session: AsyncSession, order_id: UUID, user: Principal) -> Order:
    if user.may(MANAGE):
        return await get_order(session, order_id)
    return await get_party_order(session, order_id, user.id)


def _role_of(order: Order, user: Principal) -> Author:
    if not order.is_party(user.id):
        return "support"
    return "client" if party_of(order, user.id) == "client" else "walker"


def _write(
    session: AsyncSession, incident: Incident, author: Author, author_id: UUID, text: str
) -> None:
    session.add(
        IncidentNote(
            id=new_id(),
            incident_id=incident.id,
            author=author,
            author_id=author_id,
            at=clock.now(),
            text=text,
        )
    )


async def _case(session: AsyncSession, incident: Incident) -> Case:
    await session.flush()
    return Case(incident, await list_incident_notes(session, incident.id))
