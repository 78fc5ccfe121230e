"""What the caller has paid, and giving it back."""

from typing import Annotated
from uuid import UUID

from fastapi import Query
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.payment import Payment, PaymentNotCaptured, PaymentNotFound, RefundExceedsCapture
from app.queries.operations import list_operations
from app.queries.payments import get_payment as find
from app.queries.payments import list_payments as list_
from app.queries.payments import list_refunds
from app.schemas.payments import PaymentDetail, PaymentRead, RefundCreate
from app.services import refunds
from lapa_contracts.payment import PaymentState
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = Router(prefix="/payments", tags=["payments"])
READ_ANY = "payments:read_any"


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_payments(
    user: CurrentUser,
    session: Session,
    page: Paging,
    order_id: UUID | None = None,
    status: Annotated[list[PaymentState] | None, Query()] = None,
    user_id: UUID | None = None,
) -> Page[PaymentRead]:
    """The caller's payments, newest first; `user_id` is for those who may read anybody's."""
    if user_id not in (None, user.id):
        user.require(READ_ANY)
    client_id = user_id or user.id
    rows = await list_(session, page, client_id=client_id, order_id=order_id, states=status or [])
    return page_of(rows, PaymentRead.model_validate)


@router.get("/{payment_id:uuid}", responses=problems(*IDENTITY_PROBLEMS, PaymentNotFound))
async def get_payment(payment_id: UUID, user: CurrentUser, session: Session) -> PaymentDetail:
    """A payment and its refunds, for who paid it and for support."""
    payer = None if user.may(READ_ANY) else user.id
    payment = await find(session, payment_id, client_id=payer)
    return await _detail(session, payment)


@router.post(
    "/{payment_id:uuid}/refund",
    responses=problems(
        *IDENTITY_PROBLEMS, PaymentNotFound, PaymentNotCaptured, RefundExceedsCapture
    ),
)
async def refund_payment(
    payment_id: UUID, body: RefundCreate, user: CurrentUser, session: Session
) -> PaymentDetail:
    """Give captured money back to what it was paid with, in parts or whole; never more than was captured."""
    user.require("payments:refund")
    payment, _ = await refunds.refund_payment(
        session, payment_id, amount=body.amount, reason=body.reason, actor_id=user.id
    )
    return await _detail(session, payment)


async def _detail(session: AsyncSession, payment: Payment) -> PaymentDetail:
    refunds = await list_refunds(session, payment.id)
    return PaymentDetail.of(payment, refunds, await list_operations(session, payment.id))
