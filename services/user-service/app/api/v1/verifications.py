"""Walkers' documents and the decisions on them."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Depends

from app.models.user import AccountSuspended, UserNotFound
from app.models.verification import InvalidTransition, OwnVerification, VerificationNotFound
from app.queries.verifications import list_cases
from app.schemas.verifications import (
    Approval,
    DocumentsCreate,
    Question,
    Rejection,
    StandingRead,
    VerificationRead,
)
from app.services import verifications
from lapa_contracts.media import ContextType, MediaClient
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser, Principal, allowed
from lapa_kit.clients import client
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import UpstreamFailed, problems

router = Router(prefix="/users", tags=["verification"])
Media = Annotated[MediaClient, Depends(client(MediaClient))]
Reviewer = Annotated[Principal, allowed("verifications:review")]
REVIEW_PROBLEMS = problems(
    *IDENTITY_PROBLEMS, VerificationNotFound, OwnVerification, InvalidTransition
)


@router.post(
    "/verify-documents",
    status_code=202,
    responses=problems(
        *IDENTITY_PROBLEMS, UserNotFound, AccountSuspended, InvalidTransition, UpstreamFailed
    ),
)
async def hand_in_documents(
    body: DocumentsCreate, user: CurrentUser, media: Media, session: Session
) -> VerificationRead:
    """Hand in documents of one kind; more kinds join the same case until it is decided."""
    media_ids = list(dict.fromkeys(body.media_ids))
    await media.claim(
        media_ids, owner_id=user.id, context_type=ContextType.VERIFICATION, context_id=user.id
    )
    case = await verifications.hand_in(session, user.id, body.document_type, media_ids)
    return VerificationRead.of(case)


@router.get("/verification", responses=problems(*IDENTITY_PROBLEMS))
async def get_verification(user: CurrentUser, session: Session) -> StandingRead:
    """How far the caller's verification has come."""
    return StandingRead.of(await verifications.get_standing(session, user.id))


@router.get("/verifications", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_verifications(
    _: Reviewer,
    session: Session,
    page: Paging,
    status: Literal["pending", "approved", "rejected"] | None = None,
) -> Page[VerificationRead]:
    """The reviewers' queue, the oldest first."""
    return page_of(await list_cases(session, page, status=status), VerificationRead.of)


@router.post("/verifications/{verification_id}/review", responses=REVIEW_PROBLEMS)
async def take_up_verification(
    verification_id: UUID, user: Reviewer, session: Session
) -> VerificationRead:
    """Begin to look at the documents: the walker sees that."""
    case = await verifications.take_up(session, verification_id, reviewer_id=user.id)
    return VerificationRead.of(case)


@router.post("/verifications/{verification_id}/request-info", responses=REVIEW_PROBLEMS)
async def ask_for_documents(
    verification_id: UUID, body: Question, user: Reviewer, session: Session
) -> VerificationRead:
    """Ask the walker for something else; `reason` tells him what."""
    case = await verifications.ask_for_more(
        session, verification_id, reviewer_id=user.id, reason=body.reason
    )
    return VerificationRead.of(case)


@router.post("/verifications/{verification_id}/approve", responses=REVIEW_PROBLEMS)
async def approve_verification(
    verification_id: UUID, user: Reviewer, session: Session, body: Approval | None = None
) -> VerificationRead:
    """Let the walker in, for a year."""
    case = await verifications.approve(
        session, verification_id, reviewer_id=user.id, reason=body.reason if body else None
    )
    return VerificationRead.of(case)


@router.post("/verifications/{verification_id}/reject", responses=REVIEW_PROBLEMS)
async def reject_verification(
    verification_id: UUID, body: Rejection, user: Reviewer, session: Session
) -> VerificationRead:
    """Turn the documents down; the walker may hand in others."""
    case = await verifications.reject(
        session, verification_id, reviewer_id=user.id, **body.model_dump()
    )
    return VerificationRead.of(case)
