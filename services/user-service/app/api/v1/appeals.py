"""Appeals against suspensions.

Those of an account carry a password and honour no Idempotency-Key: a second one is `appeal_is_open`.
"""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request

from app.models.appeal import (
    AppealAnswered,
    AppealIsOpen,
    AppealNotFound,
    AppealStatus,
    NothingToAppeal,
)
from app.models.user import InvalidCredentials, OwnRights, User, UserNotFound
from app.models.verification import InvalidTransition, ReviewTaken
from app.queries.appeals import list_appeals
from app.schemas.appeals import (
    AccountAppeal,
    AppealAnswer,
    AppealCase,
    AppealRead,
    Credentials,
    VerificationAppeal,
)
from app.services import accounts, appeals
from app.services.attempts import TooManyAttempts, signing_in
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser, Principal, allowed
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.openapi import ANSWERED_ONCE
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems
from lapa_kit.ratelimit import Limiter, RateLimiter, client_address

router = Router(prefix="/users/appeals", tags=["appeals"])
account_router = APIRouter(prefix="/users/appeals/account", tags=["appeals"])
Reader = Annotated[Principal, allowed("users:read_any")]
OPEN_PROBLEMS = (NothingToAppeal, AppealIsOpen)
KNOWN_PROBLEMS = (InvalidCredentials, TooManyAttempts)
ANSWER_PROBLEMS = problems(
    *IDENTITY_PROBLEMS,
    AppealNotFound,
    AppealAnswered,
    OwnRights,
    InvalidTransition,
    ReviewTaken,
)


@account_router.post(
    "",
    status_code=201,
    responses=problems(*KNOWN_PROBLEMS, *OPEN_PROBLEMS),
    openapi_extra=ANSWERED_ONCE,
)
async def appeal_for_account(
    body: AccountAppeal, request: Request, limiter: Limiter, session: Session
) -> AppealRead:
    """Contest the suspension of one's account, with its e-mail and password."""
    user = await _know(session, limiter, body, request)
    return AppealRead.of(await appeals.appeal_for_account(session, user, body.statement))


@account_router.post("/status", responses=problems(*KNOWN_PROBLEMS, InvalidCursor))
async def list_account_appeals(
    body: Credentials, request: Request, limiter: Limiter, session: Session, page: Paging
) -> Page[AppealRead]:
    """What has become of one's appeals, for those who cannot sign in."""
    user = await _know(session, limiter, body, request)
    return page_of(await list_appeals(session, page, user_id=user.id), AppealRead.of)


async def _know(
    session: Session, limiter: RateLimiter, body: Credentials, request: Request
) -> User:
    """Guesses count as those at the sign-in do."""
    async with signing_in(limiter, body.email, client_address(request)):
        return await accounts.recognise(session, email=body.email, password=body.password)


@router.post(
    "/verification",
    status_code=201,
    responses=problems(*IDENTITY_PROBLEMS, UserNotFound, *OPEN_PROBLEMS),
)
async def appeal_for_verification(
    body: VerificationAppeal, user: CurrentUser, session: Session
) -> AppealRead:
    """Contest the suspension of one's verification."""
    return AppealRead.of(await appeals.appeal_for_verification(session, user.id, body.statement))


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_own_appeals(user: CurrentUser, session: Session, page: Paging) -> Page[AppealRead]:
    """The caller's appeals and their answers, the newest first."""
    return page_of(await list_appeals(session, page, user_id=user.id), AppealRead.of)


@router.get("/queue", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_queue(
    _: Reader, session: Session, page: Paging, status: AppealStatus | None = None
) -> Page[AppealCase]:
    """Everybody's appeals, the oldest first."""
    return page_of(await list_appeals(session, page, status=status), AppealCase.of)


@router.post("/{appeal_id:uuid}/grant", responses=ANSWER_PROBLEMS)
async def grant_appeal(
    appeal_id: UUID, body: AppealAnswer, user: CurrentUser, session: Session
) -> AppealCase:
    """Lift the suspension: an account's needs `users:manage`, a verification's `verifications:review`."""
    answered = await appeals.answer(session, appeal_id, user, grant=True, answer=body.answer)
    return AppealCase.of(answered)


@router.post("/{appeal_id:uuid}/refuse", responses=ANSWER_PROBLEMS)
async def refuse_appeal(
    appeal_id: UUID, body: AppealAnswer, user: CurrentUser, session: Session
) -> AppealCase:
    """The suspension stays, and the person reads why."""
    answered = await appeals.answer(session, appeal_id, user, grant=False, answer=body.answer)
    return AppealCase.of(answered)
