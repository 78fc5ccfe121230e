"""Taking one's data along, and leaving."""

from typing import Annotated
from uuid import UUID

from fastapi import Request
from fastapi.responses import StreamingResponse

from app.models.erasure import CannotLeaveYet, ErasureNotFound, ExportIncomplete
from app.models.user import PasswordRequired
from app.queries import erasures as erasure_queries
from app.schemas.erasures import ErasureRead, ErasureReport, LeaveBody, receipt_of
from app.services import erasures, exports
from app.services.attempts import TooManyAttempts, signing_in
from app.services.reauthentication import SignInAgain
from lapa_contracts.services import SERVICES
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser, Principal, ViewOnly, allowed
from lapa_kit.clients import Clients
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.openapi import NO_SESSION, OPEN_TO_ANYBODY
from lapa_kit.problems import UpstreamFailed, problems
from lapa_kit.ratelimit import Limiter, Rate, RateLimited, client_address, rate_limit

router = Router(prefix="/users", tags=["leaving"])


@router.get(
    "/profile/export",
    dependencies=[rate_limit("export", Rate(10, 3600))],
    responses={
        **problems(*IDENTITY_PROBLEMS, RateLimited, ExportIncomplete),
        200: {"content": {"application/zip": {}}, "description": "A ZIP archive"},
    },
    response_class=StreamingResponse,
    openapi_extra=NO_SESSION,
)
async def export_profile(user: CurrentUser, request: Request) -> StreamingResponse:
    """Everything the platform holds of the caller: JSON lines of each service, and all files."""
    if user.actor_id:
        raise ViewOnly
    clients: Clients = request.app.state.clients
    archive = await exports.export_person(clients, user.id)
    headers = {"Content-Disposition": 'attachment; filename="lapa-export.zip"'}
    return StreamingResponse(
        exports.read_pieces(archive), media_type="application/zip", headers=headers
    )


@router.delete(
    "/profile",
    status_code=202,
    responses=problems(
        *IDENTITY_PROBLEMS,
        PasswordRequired,
        SignInAgain,
        CannotLeaveYet,
        TooManyAttempts,
        UpstreamFailed,
    ),
)
async def leave(
    body: LeaveBody, user: CurrentUser, session: Session, limiter: Limiter, request: Request
) -> ErasureRead:
    """Leave for good. What is still under way is listed in `blockers`; money records stay, anonymised."""
    clients: Clients = request.app.state.clients
    obstacles = await erasures.find_obstacles(clients, user.id)
    async with signing_in(limiter, f"change:{user.id}", client_address(request)):
        erasure = await erasures.request_erasure(
            session,
            user.id,
            session_id=user.session_id,
            current_password=body.current_password,
            waived=set(body.waive),
            obstacles=obstacles,
        )
    return ErasureRead.of(erasure)


@router.get(
    "/erasures/{erasure_id:uuid}/status",
    responses=problems(ErasureNotFound),
    openapi_extra=OPEN_TO_ANYBODY,
)
async def get_erasure_status(erasure_id: UUID, session: Session) -> ErasureRead:
    """How far it is: for who has left and has but this id, which nobody can guess."""
    return ErasureRead.of(await erasure_queries.get_erasure(session, erasure_id))


@router.get("/erasures/{erasure_id:uuid}", responses=problems(*IDENTITY_PROBLEMS, ErasureNotFound))
async def get_erasure(
    erasure_id: UUID, _: Annotated[Principal, allowed("users:manage")], session: Session
) -> ErasureReport:
    """Each service's receipt: what it erased, what it keeps, why and until when."""
    erasure = await erasure_queries.get_erasure(session, erasure_id)
    rows = await erasure_queries.list_receipts(session, erasure_id)
    given = {row.service for row in rows}
    missing: list[str] = [name for name in SERVICES if name not in given]
    return ErasureReport(
        **ErasureRead.of(erasure).model_dump(),
        user_id=erasure.user_id,
        receipts=[receipt_of(row) for row in rows],
        missing=missing,
    )
