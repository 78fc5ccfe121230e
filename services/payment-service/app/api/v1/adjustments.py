"""Money moved by hand, by two people."""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from app.models.adjustment import (
    AdjustmentDecided,
    AdjustmentNotFound,
    AdjustmentState,
    SecondPersonNeeded,
)
from app.models.ledger import InsufficientFunds
from app.models.topup import CurrencyNotSupported, LimitExceeded
from app.queries.adjustments import list_adjustments as list_
from app.schemas.adjustments import AdjustmentCreate, AdjustmentRead
from app.services import adjustments
from app.services.transfers import RecipientNotFound
from lapa_kit.auth import IDENTITY_PROBLEMS, Principal, allowed
from lapa_kit.db import Session
from lapa_kit.idempotency import IdempotencyMismatch, InvalidIdempotencyKey, Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = Router(prefix="/ledger/adjustments", tags=["ledger"])
Bookkeeper = Annotated[Principal, allowed("ledger:adjust")]
KEYED = (*IDENTITY_PROBLEMS, IdempotencyMismatch, InvalidIdempotencyKey)
DECISION = (*KEYED, AdjustmentNotFound, AdjustmentDecided, SecondPersonNeeded)


@router.post(
    "",
    status_code=201,
    responses=problems(*KEYED, RecipientNotFound, CurrencyNotSupported, LimitExceeded),
)
async def propose_adjustment(
    body: AdjustmentCreate, user: Bookkeeper, session: Session
) -> AdjustmentRead:
    """Say what should be moved and why; nothing is, before somebody else agrees."""
    made = await adjustments.propose(session, **body.model_dump(), by=user.id)
    return AdjustmentRead.model_validate(made)


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_adjustments(
    _: Bookkeeper,
    session: Session,
    page: Paging,
    status: Annotated[list[AdjustmentState] | None, Query()] = None,
) -> Page[AdjustmentRead]:
    """All of them, newest first."""
    return page_of(await list_(session, page, status or []), AdjustmentRead.model_validate)


@router.post("/{adjustment_id:uuid}/approve", responses=problems(*DECISION, InsufficientFunds))
async def approve_adjustment(
    adjustment_id: UUID, user: Bookkeeper, session: Session
) -> AdjustmentRead:
    """Move the money; only who has not proposed it, and is not who it is for."""
    made = await adjustments.approve(session, adjustment_id, by=user.id)
    return AdjustmentRead.model_validate(made)


@router.post("/{adjustment_id:uuid}/reject", responses=problems(*DECISION))
async def reject_adjustment(
    adjustment_id: UUID, user: Bookkeeper, session: Session
) -> AdjustmentRead:
    """Let it be."""
    made = await adjustments.reject(session, adjustment_id, by=user.id)
    return AdjustmentRead.model_validate(made)
