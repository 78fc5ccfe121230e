"""Incidents: reported from the walk, answered by support, their steps visible to both sides."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.models.incident import IncidentClosedAlready, IncidentNotFound, IncidentState
from app.models.order import InvalidTransition, OrderNotFound
from app.models.walk import UnknownPet
from app.queries.aftermath import list_incidents_in_state
from app.schemas.aftermath import (
    IncidentClose,
    IncidentCreate,
    IncidentNoteCreate,
    IncidentRead,
    Incidents,
)
from app.services import incidents
from lapa_contracts.media import ContextType, MediaClient
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser, Principal, allowed
from lapa_kit.clients import client
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import UpstreamFailed, problems

router = Router(prefix="/orders", tags=["incidents"])
Media = Annotated[MediaClient, Depends(client(MediaClient))]
Manager = Annotated[Principal, allowed(incidents.MANAGE)]


@router.post(
    "/{order_id:uuid}/incidents",
    status_code=201,
    responses=problems(
        *IDENTITY_PROBLEMS, OrderNotFound, InvalidTransition, UnknownPet, UpstreamFailed
    ),
)
async def report_incident(
    order_id: UUID, body: IncidentCreate, user: CurrentUser, media: Media, session: Session
) -> IncidentRead:
    """Something went wrong. `high` pages support and freezes the payout; all say when an answer is due."""
    if body.media_ids:
        await media.claim(
            body.media_ids, owner_id=user.id, context_type=ContextType.ORDER, context_id=order_id
        )
    case = await incidents.report_incident(session, order_id, body.to_account(), user=user)
    return IncidentRead.of_case(case)


@router.get("/{order_id:uuid}/incidents", responses=problems(*IDENTITY_PROBLEMS, OrderNotFound))
async def list_order_incidents(order_id: UUID, user: CurrentUser, session: Session) -> Incidents:
    """What went wrong on this order and what was done, for both sides and support."""
    cases = await incidents.get_cases(session, order_id, user=user)
    return Incidents(items=[IncidentRead.of_case(case) for case in cases])


@router.get("/incidents", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_incidents(
    _: Manager, session: Session, page: Paging, state: IncidentState | None = None
) -> Page[IncidentRead]:
    """Of all orders, newest first: support's queue."""
    found = await list_incidents_in_state(session, page, state=state)
    return page_of(found, lambda incident: IncidentRead.of(incident, []))


@router.post(
    "/{order_id:uuid}/incidents/{incident_id:uuid}/notes",
    status_code=201,
    responses=problems(*IDENTITY_PROBLEMS, OrderNotFound, IncidentNotFound, IncidentClosedAlready),
)
async def add_incident_note(
    order_id: UUID, incident_id: UUID, body: IncidentNoteCreate, user: CurrentUser, session: Session
) -> IncidentRead:
    """A step in words, read by both sides; support's first one is the answer that was due."""
    case = await incidents.add_note(session, order_id, incident_id, user=user, text=body.text)
    return IncidentRead.of_case(case)


@router.post(
    "/{order_id:uuid}/incidents/{incident_id:uuid}/close",
    responses=problems(*IDENTITY_PROBLEMS, OrderNotFound, IncidentNotFound, IncidentClosedAlready),
)
async def close_incident(
    order_id: UUID, incident_id: UUID, body: IncidentClose, user: Manager, session: Session
) -> IncidentRead:
    """Dealt with; a payout that was frozen for it is free again."""
    case = await incidents.close_incident(
        session, order_id, incident_id, closer_id=user.id, resolution=body.resolution
    )
    return IncidentRead.of_case(case)
