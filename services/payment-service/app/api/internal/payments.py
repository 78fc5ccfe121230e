"""Tips and the state of orders' money, for order-service."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from app.models.payment import Payment
from app.queries.payments import list_frozen_orders, list_payments_of_orders
from app.schemas.payments import TipCreate
from app.services import tips, wallets
from lapa_contracts.payment import OrderMoney, TipResult, WalletMoney
from lapa_contracts.values import Currency
from lapa_kit.auth import CallingService
from lapa_kit.db import Session

router = APIRouter()


@router.post("/tips")
async def pay_tip(body: TipCreate, _: CallingService, session: Session) -> TipResult:
    """From the client's wallet to the walker's, whole; the same `key` never pays twice."""
    payment = await tips.pay_tip(session, **body.model_dump())
    return TipResult(payment_id=payment.id, status=payment.state)


@router.get("/wallets/{user_id}")
async def get_wallet(
    user_id: UUID, _: CallingService, session: Session, currency: Currency
) -> WalletMoney:
    """What that person could spend now; a promise of nothing."""
    wallet = await wallets.get_wallet(session, user_id, currency=currency)
    return WalletMoney(available=wallet.available, currency=currency)


@router.get("/payments")
async def list_money_of_orders(
    _: CallingService,
    session: Session,
    order_ids: Annotated[list[UUID], Query(min_length=1, max_length=500)],
) -> dict[str, list[OrderMoney]]:
    """One entry an order asked for; `none` for one that never had money."""
    payments = await list_payments_of_orders(session, order_ids)
    known = {payment.order_id: payment for payment in payments}
    frozen = await list_frozen_orders(session, order_ids)
    items = [_money(order_id, known.get(order_id), frozen) for order_id in set(order_ids)]
    return {"items": items}


def _money(order_id: UUID, payment: Payment | None, frozen: set[UUID]) -> OrderMoney:
    return OrderMoney(
        order_id=order_id,
        payment_id=payment.id if payment else None,
        state=payment.state if payment else "none",
        captured=payment.captured if payment else 0,
        refunded=payment.refunded if payment else 0,
        released=payment.released if payment else 0,
        frozen=order_id in frozen,
    )
