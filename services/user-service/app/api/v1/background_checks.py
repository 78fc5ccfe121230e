"""Background checks of walkers: recorded, listed and revoked by reviewers."""

from typing import Annotated
from uuid import UUID

from app.models.background_check import CheckInTheFuture, CheckNotFound, CheckRevoked
from app.models.verification import OwnVerification
from app.models.walker import WalkerNotFound
from app.queries.background_checks import list_checks
from app.schemas.background_checks import CheckCreate, CheckRead, Revocation
from app.services import background_checks
from lapa_kit.auth import IDENTITY_PROBLEMS, Principal, allowed
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = Router(prefix="/users", tags=["verification"])
Reviewer = Annotated[Principal, allowed("verifications:review")]


@router.post(
    "/{user_id:uuid}/background-checks",
    status_code=201,
    responses=problems(*IDENTITY_PROBLEMS, WalkerNotFound, OwnVerification, CheckInTheFuture),
)
async def record_background_check(
    user_id: UUID, body: CheckCreate, user: Reviewer, session: Session
) -> CheckRead:
    """Record what a provider's report says; the newest one counts."""
    check = await background_checks.record_check(
        session, user_id, body.finding(), recorded_by=user.id
    )
    return CheckRead.of(check)


@router.get(
    "/{user_id:uuid}/background-checks", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor)
)
async def list_background_checks(
    user_id: UUID, _: Reviewer, session: Session, page: Paging
) -> Page[CheckRead]:
    """Everything recorded of a walker, the newest first."""
    return page_of(await list_checks(session, page, user_id), CheckRead.of)


@router.post(
    "/background-checks/{check_id:uuid}/revoke",
    responses=problems(*IDENTITY_PROBLEMS, CheckNotFound, OwnVerification, CheckRevoked),
)
async def revoke_background_check(
    check_id: UUID, body: Revocation, user: Reviewer, session: Session
) -> CheckRead:
    """Take one back that was recorded by mistake; the one before it counts again."""
    check = await background_checks.revoke_check(
        session, check_id, reviewer_id=user.id, reason=body.reason
    )
    return CheckRead.of(check)
