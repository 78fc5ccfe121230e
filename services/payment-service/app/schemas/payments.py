"""Payments, refunds and tips over HTTP."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from pydantic import Field

from app.models.payment import Payment, PaymentKind
from app.models.refund import Refund, RefundState
from app.schemas.values import Amount, Currency, Schema, Utc
from lapa_contracts.payment import PaymentState


class PaymentRead(Schema):
    """`captured` has been taken, `released` has been let go, `refunded` came back of what was taken."""

    id: UUID
    kind: PaymentKind
    order_id: UUID
    client_id: UUID
    walker_id: UUID | None
    method: str
    status: PaymentState = Field(validation_alias="state")
    failure_code: str | None
    amount: int
    currency: str
    captured: int
    released: int
    refunded: int
    created_at: Utc
    updated_at: Utc


class RefundRead(Schema):
    """`route` is `wallet`, or where else it goes; it is there on `expected_on` at the latest."""

    id: UUID
    amount: int
    currency: str
    reason: str
    route: str
    status: RefundState = Field(validation_alias="state")
    expected_on: date
    created_at: Utc


class PaymentDetail(PaymentRead):
    refunds: list[RefundRead] = []

    @classmethod
    def with_refunds(cls, payment: Payment, refunds: Sequence[Refund]) -> "PaymentDetail":
        detail = cls.model_validate(payment)
        detail.refunds = [RefundRead.model_validate(refund) for refund in refunds]
        return detail


class RefundCreate(Schema):
    """Without `amount` all that is left is refunded."""

    amount: Amount | None = None
    reason: str = Field(min_length=1, max_length=500)


class TipCreate(Schema):
    order_id: UUID
    from_user_id: UUID
    to_walker_id: UUID
    amount: Amount
    currency: Currency
    key: str = Field(min_length=1, max_length=255)
