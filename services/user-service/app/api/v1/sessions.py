"""Signed-in devices, and tickets for their WebSockets."""

from uuid import UUID

from fastapi import APIRouter, Request

from app.models.session import SessionNotFound
from app.queries.sessions import list_live_sessions
from app.schemas.auth import SessionRead, Sessions, TicketRead
from app.services import sessions
from app.services.revocation import real_now
from app.services.tickets import TICKET_LIFE_S, issue
from lapa_kit.auth import (
    IDENTITY_PROBLEMS,
    Authenticator,
    CurrentUser,
    EnrollingUser,
    bearer_token,
)
from lapa_kit.db import Session
from lapa_kit.openapi import NO_SESSION
from lapa_kit.problems import ServiceUnavailable, problems

router = APIRouter(prefix="/auth", tags=["sessions"])


@router.get("/sessions", responses=problems(*IDENTITY_PROBLEMS))
async def list_sessions(user: CurrentUser, session: Session) -> Sessions:
    """Where the caller is signed in, the last used first."""
    rows = await list_live_sessions(session, user.id, real_now())
    return Sessions(items=[SessionRead.of(row, user.session_id) for row in rows])


@router.delete(
    "/sessions/{session_id}",
    status_code=204,
    responses=problems(*IDENTITY_PROBLEMS, SessionNotFound),
)
async def end_session(session_id: UUID, user: CurrentUser, session: Session) -> None:
    """Sign one device out; its access token stops working within seconds."""
    await sessions.end_session(session, session_id, user_id=user.id)


@router.post("/logout", status_code=204, responses=problems(*IDENTITY_PROBLEMS))
async def log_out(user: EnrollingUser, session: Session) -> None:
    """Sign this device out."""
    await sessions.log_out(session, user.session_id, user_id=user.id)


@router.post("/logout-all", status_code=204, responses=problems(*IDENTITY_PROBLEMS))
async def log_out_everywhere(user: CurrentUser, session: Session) -> None:
    """Sign every device out, this one too."""
    await sessions.end_all_sessions(session, user.id, reason="logout")


@router.post(
    "/ws-ticket",
    responses=problems(*IDENTITY_PROBLEMS, ServiceUnavailable),
    openapi_extra=NO_SESSION,
)
async def issue_ws_ticket(_: CurrentUser, request: Request) -> TicketRead:
    """A one-time ticket for a browser's WebSocket: `Sec-WebSocket-Protocol: lapa.ticket.<ticket>`."""
    authenticator: Authenticator = request.app.state.authenticator
    claims = authenticator.verifier.verify(bearer_token(request) or "")
    ticket = await issue(request.app.state.redis, claims, request.headers.get("origin"))
    return TicketRead(ticket=ticket, expires_in=TICKET_LIFE_S)
