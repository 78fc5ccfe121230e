"""Disputes: opened by either side, decided by support, appealed once."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.models.dispute import (
    AlreadyDisputed,
    DisputeWindowClosed,
    NothingToAppeal,
    RefundOutOfRange,
)
from app.models.order import InvalidTransition, OrderNotFound
from app.schemas.aftermath import DisputeCreate, DisputeRead, DisputeResolve, Disputes
from app.services import disputes
from lapa_contracts.media import ContextType, MediaClient
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser, Principal, allowed
from lapa_kit.clients import client
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.problems import InvalidRequest, UpstreamFailed, problems

router = Router(prefix="/orders/{order_id:uuid}", tags=["disputes"])
Media = Annotated[MediaClient, Depends(client(MediaClient))]
Judge = Annotated[Principal, allowed("orders:resolve_disputes")]
OPENING_PROBLEMS = (
    *IDENTITY_PROBLEMS,
    OrderNotFound,
    InvalidTransition,
    DisputeWindowClosed,
    UpstreamFailed,
)


async def _claim_evidence(
    media: MediaClient, media_ids: list[UUID], *, owner_id: UUID, order_id: UUID
) -> None:
    if media_ids:
        await media.claim(
            media_ids, owner_id=owner_id, context_type=ContextType.DISPUTE, context_id=order_id
        )


@router.post("/dispute", status_code=201, responses=problems(*OPENING_PROBLEMS, AlreadyDisputed))
async def open_dispute(
    order_id: UUID, body: DisputeCreate, user: CurrentUser, media: Media, session: Session
) -> DisputeRead:
    """Say that the money must end otherwise, within 14 days; the walker's part is frozen at once."""
    await _claim_evidence(media, body.media_ids, owner_id=user.id, order_id=order_id)
    dispute = await disputes.open_dispute(
        session, order_id, opener_id=user.id, reason=body.reason, media_ids=body.media_ids
    )
    return DisputeRead.of(dispute)


@router.post(
    "/dispute/appeal", status_code=201, responses=problems(*OPENING_PROBLEMS, NothingToAppeal)
)
async def appeal_dispute(
    order_id: UUID, body: DisputeCreate, user: CurrentUser, media: Media, session: Session
) -> DisputeRead:
    """Ask for another look at the decision: once, within 7 days."""
    await _claim_evidence(media, body.media_ids, owner_id=user.id, order_id=order_id)
    dispute = await disputes.appeal(
        session, order_id, opener_id=user.id, reason=body.reason, media_ids=body.media_ids
    )
    return DisputeRead.of(dispute)


@router.post(
    "/dispute/resolve",
    responses=problems(*IDENTITY_PROBLEMS, OrderNotFound, InvalidTransition, RefundOutOfRange),
)
async def resolve_dispute(
    order_id: UUID, body: DisputeResolve, user: Judge, session: Session
) -> DisputeRead:
    """Decide: that much goes back to the client, the rest is divided as agreed; both read the reasons."""
    dispute = await disputes.resolve_dispute(
        session, order_id, resolver_id=user.id, refund_amount=body.refund_amount, text=body.note
    )
    return DisputeRead.of(dispute)


@router.get("/disputes", responses=problems(*IDENTITY_PROBLEMS, OrderNotFound, InvalidRequest))
async def list_disputes(order_id: UUID, user: CurrentUser, session: Session) -> Disputes:
    """The dispute and its appeal, for both sides and support."""
    may_see_all = user.may("orders:resolve_disputes")
    found = await disputes.get_disputes(session, order_id, user_id=None if may_see_all else user.id)
    return Disputes(items=[DisputeRead.of(one) for one in found])
