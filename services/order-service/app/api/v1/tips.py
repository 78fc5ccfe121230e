"""Thanking the walker."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Header

from app.models.order import InvalidTransition, OrderNotFound
from app.models.tip import InsufficientFunds, TippingWindowClosed
from app.schemas.aftermath import TipCreate, TipRead
from app.services import tips
from lapa_contracts.payment import PaymentClient
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.clients import client
from lapa_kit.db import Session
from lapa_kit.idempotency import HEADER, Router
from lapa_kit.problems import UpstreamFailed, problems

router = Router(prefix="/orders/{order_id:uuid}", tags=["tips"])
Payments = Annotated[PaymentClient, Depends(client(PaymentClient))]


@router.post(
    "/tip",
    status_code=201,
    responses=problems(
        *IDENTITY_PROBLEMS,
        OrderNotFound,
        InvalidTransition,
        TippingWindowClosed,
        InsufficientFunds,
        UpstreamFailed,
    ),
)
async def tip_walker(
    order_id: UUID,
    body: TipCreate,
    user: CurrentUser,
    payments: Payments,
    session: Session,
    key: Annotated[str | None, Header(alias=HEADER, include_in_schema=False)] = None,
) -> TipRead:
    """A tip from the client's wallet, whole to the walker, within 14 days of the walk."""
    order, result = await tips.tip_walker(
        session, payments, order_id, client_id=user.id, amount=body.amount, key=key
    )
    return TipRead(
        order_id=order.id,
        payment_id=result.payment_id,
        status=result.status.value,
        amount=body.amount,
        currency=order.currency,
    )
