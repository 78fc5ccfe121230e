"""For operators: events that were given up, and another chance for them."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict

from lapa_kit.auth import CurrentUser, PermissionDenied
from lapa_kit.db import Session
from lapa_kit.events.subscriber import list_dead, replay
from lapa_kit.problems import NotFound, Unauthorized, problems

operations_router = APIRouter(prefix="/operations", tags=["operations"])


class DeadEventNotFound(NotFound):
    title = "No such event was given up"


class DeadEvent(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    event_id: UUID
    attempts: int
    error: str
    failed_at: datetime


@operations_router.get("/dead-events", responses=problems(Unauthorized, PermissionDenied))
async def list_dead_events(
    user: CurrentUser, session: Session, limit: Annotated[int, Query(ge=1, le=100)] = 20
) -> list[DeadEvent]:
    """Events whose handler failed to the last attempt, oldest first."""
    user.require("operations:manage")
    return [DeadEvent.model_validate(row) for row in await list_dead(session, limit)]


@operations_router.post(
    "/dead-events/{event_id}/replay",
    status_code=204,
    responses=problems(Unauthorized, PermissionDenied, DeadEventNotFound),
)
async def replay_dead_event(
    event_id: UUID, user: CurrentUser, session: Session, request: Request
) -> None:
    """Handle it again, in one transaction; when it fails again it stays where it is."""
    user.require("operations:manage")
    if not await replay(session, request.app.state.subscriber, event_id):
        raise DeadEventNotFound
