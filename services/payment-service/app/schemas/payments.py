"""Payments, refunds and tips over HTTP."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from pydantic import Field

from app.models.operation import Operation, OperationKind, OperationState
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
    provider: str | None
    status: PaymentState = Field(validation_alias="state")
    failure_code: str | None
    confirmation_url: str | None
    amount: int
    currency: str
    captured: int
    released: int
    refunded: int
    created_at: Utc
    updated_at: Utc


class OperationRead(Schema):
    """What a provider was asked for: `charge`, `capture`, `void` or `refund`."""

    id: UUID
    kind: OperationKind
    provider: str
    amount: int
    currency: str
    status: OperationState = Field(validation_alias="state")
    failure_code: str | None
    created_at: Utc
    settled_at: Utc | None


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
    operations: list[OperationRead] = []

    @classmethod
    def of(
        cls, payment: Payment, refunds: Sequence[Refund], operations: Sequence[Operation]
    ) -> "PaymentDetail":
        detail = cls.model_validate(payment)
        detail.refunds = [RefundRead.model_validate(refund) for refund in refunds]
        detail.operations = [OperationRead.model_validate(one) for one in operations]
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
