"""Walkers' documents and the decisions on them."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Depends

from app.models.user import AccountSuspended, UserNotFound
from app.models.verification import (
    DocumentUsedBefore,
    InvalidTransition,
    OwnVerification,
    ReviewTaken,
    SecondReviewerNeeded,
    VerificationIsSuspended,
    VerificationNotFound,
)
from app.queries.verifications import get_case as get_verification_case
from app.queries.verifications import list_cases
from app.schemas.verifications import (
    Approval,
    DocumentsCreate,
    HandedIn,
    Justified,
    Question,
    Rejection,
    StandingRead,
    Suspension,
    VerificationRead,
)
from app.services import reviewing, verifications
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
LOOK_PROBLEMS = problems(*IDENTITY_PROBLEMS, VerificationNotFound)
REVIEW_PROBLEMS = LOOK_PROBLEMS | problems(OwnVerification, InvalidTransition, ReviewTaken)


@router.post(
    "/verify-documents",
    status_code=202,
    responses=problems(
        *IDENTITY_PROBLEMS,
        UserNotFound,
        AccountSuspended,
        InvalidTransition,
        VerificationIsSuspended,
        DocumentUsedBefore,
        UpstreamFailed,
    ),
)
async def hand_in_documents(
    body: DocumentsCreate, user: CurrentUser, media: Media, session: Session
) -> HandedIn:
    """Hand in documents of one kind; more kinds join the same case until a reviewer looks at it.

    It is submitted with the last that was missing: see `missing` of `/users/verification`.
    """
    media_ids = list(dict.fromkeys(body.media_ids))
    await media.claim(
        media_ids, owner_id=user.id, context_type=ContextType.VERIFICATION, context_id=user.id
    )
    case = await verifications.hand_in(session, user.id, body.document_type, media_ids)
    return HandedIn.of(case)


@router.get("/verification", responses=problems(*IDENTITY_PROBLEMS))
async def get_verification(user: CurrentUser, session: Session) -> StandingRead:
    """How far the caller's verification has come."""
    return StandingRead.of(await verifications.get_standing(session, user.id))


@router.get("/verifications", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_verifications(
    _: Reviewer,
    session: Session,
    page: Paging,
    status: Literal["pending", "approved", "rejected", "expired", "suspended"] | None = None,
) -> Page[VerificationRead]:
    """The reviewers' queue, the oldest first; drafts are their walkers' own."""
    return page_of(await list_cases(session, page, status=status), VerificationRead.of)


@router.get("/verifications/{verification_id:uuid}", responses=LOOK_PROBLEMS)
async def get_case(verification_id: UUID, _: Reviewer, session: Session) -> VerificationRead:
    """One case with all its steps."""
    return VerificationRead.of(await get_verification_case(session, verification_id))


@router.post("/verifications/{verification_id:uuid}/review", responses=REVIEW_PROBLEMS)
async def take_up_verification(
    verification_id: UUID, user: Reviewer, session: Session
) -> VerificationRead:
    """Begin to look at the documents: the walker sees that, other reviewers keep off."""
    case = await reviewing.take_up(session, verification_id, reviewer_id=user.id)
    return VerificationRead.of(case)


@router.post("/verifications/{verification_id:uuid}/request-info", responses=REVIEW_PROBLEMS)
async def ask_for_documents(
    verification_id: UUID, body: Question, user: Reviewer, session: Session
) -> VerificationRead:
    """Ask the walker for something else; `reason` tells him what."""
    case = await reviewing.ask_for_more(
        session, verification_id, reviewer_id=user.id, **body.model_dump()
    )
    return VerificationRead.of(case)


@router.post(
    "/verifications/{verification_id:uuid}/approve",
    responses=REVIEW_PROBLEMS
    | problems(
        OwnVerification,
        InvalidTransition,
        ReviewTaken,
        SecondReviewerNeeded,
        VerificationIsSuspended,
    ),
)
async def approve_verification(
    verification_id: UUID, user: Reviewer, session: Session, body: Approval | None = None
) -> VerificationRead:
    """Let the walker in, for a year; where two must agree, the second one does."""
    case = await reviewing.approve(
        session, verification_id, reviewer_id=user.id, reason=body.reason if body else None
    )
    return VerificationRead.of(case)


@router.post("/verifications/{verification_id:uuid}/reject", responses=REVIEW_PROBLEMS)
async def reject_verification(
    verification_id: UUID, body: Rejection, user: Reviewer, session: Session
) -> VerificationRead:
    """Turn the documents down; the walker may hand in others."""
    case = await reviewing.reject(
        session, verification_id, reviewer_id=user.id, **body.model_dump()
    )
    return VerificationRead.of(case)


@router.post("/verifications/{verification_id:uuid}/suspend", responses=REVIEW_PROBLEMS)
async def suspend_verification(
    verification_id: UUID, body: Suspension, user: Reviewer, session: Session
) -> VerificationRead:
    """An approval is in doubt: the walker is not found until it is reinstated."""
    case = await reviewing.suspend(
        session, verification_id, reviewer_id=user.id, **body.model_dump()
    )
    return VerificationRead.of(case)


@router.post("/verifications/{verification_id:uuid}/reinstate", responses=REVIEW_PROBLEMS)
async def reinstate_verification(
    verification_id: UUID, body: Justified, user: Reviewer, session: Session
) -> VerificationRead:
    """The doubt is gone: what is left of the approval holds again."""
    case = await reviewing.reinstate(
        session, verification_id, reviewer_id=user.id, reason=body.reason
    )
    return VerificationRead.of(case)
