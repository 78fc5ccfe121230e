"""What payment-service says of money, and what it answers; amounts in minor units."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field, TypeAdapter

from lapa_contracts.values import Currency, Value
from lapa_kit.clients import ServiceClient
from lapa_kit.events.contract import Event, Snapshot


class PaymentState(StrEnum):
    REQUIRES_ACTION = "requires_action"
    RECONCILING = "reconciling"
    AUTHORIZED = "authorized"
    CAPTURED = "captured"
    PARTIALLY_REFUNDED = "partially_refunded"
    REFUNDED = "refunded"
    VOIDED = "voided"
    FAILED = "failed"


class TopupState(StrEnum):
    REQUIRES_ACTION = "requires_action"
    PENDING = "pending"
    RECONCILING = "reconciling"
    SUCCEEDED = "succeeded"
    FAILED = "failed"


class PayoutState(StrEnum):
    REQUESTED = "requested"
    APPROVED = "approved"
    SENT = "sent"
    RECONCILING = "reconciling"
    PAID = "paid"
    REJECTED = "rejected"
    FAILED = "failed"


class PaymentEvent(Event):
    """A happening to the payment of an order; `client_id` is who pays, `version` the payment's."""

    producer = "payment-service"
    key_field = "payment_id"

    order_id: UUID
    payment_id: UUID
    client_id: UUID
    currency: Currency
    version: int = Field(default=0, ge=0)


class PaymentAuthorized(PaymentEvent):
    """The order's money is secured: held (it lapses at `expires_at`) or taken into escrow."""

    type = "payment.authorized.v1"

    mode: Literal["hold", "escrow"]
    amount: int = Field(ge=0)
    expires_at: AwareDatetime | None = None


class PaymentActionRequired(PaymentEvent):
    """The client must confirm on his bank's page."""

    type = "payment.action_required.v1"

    confirmation_url: str
    expires_at: AwareDatetime


class PaymentFailed(PaymentEvent):
    """The money could not be secured; `code` says why."""

    type = "payment.failed.v1"

    code: str


class PaymentAuthorizationLost(PaymentEvent):
    """Money that had been secured no longer is."""

    type = "payment.authorization_lost.v1"

    code: str


class PaymentMoved(PaymentEvent):
    """Where the payment stands after money moved: totals, not differences."""

    captured: int = Field(default=0, ge=0)
    released: int = Field(default=0, ge=0)
    refunded: int = Field(default=0, ge=0)


class PaymentCaptured(PaymentMoved):
    """The settlement has been posted."""

    type = "payment.captured.v1"


class PaymentVoided(PaymentMoved):
    """All has been released, nothing was captured."""

    type = "payment.voided.v1"


class PaymentRefunded(PaymentMoved):
    """Captured money has gone back, in part or whole."""

    type = "payment.refunded.v1"

    refund_id: UUID | None = None


class PaymentChargedBack(PaymentEvent):
    """The client's bank has taken money back."""

    type = "payment.charged_back.v1"

    amount: int = Field(gt=0)


class TopupChanged(Snapshot):
    """How far putting money into a wallet has come."""

    type = "topup.changed.v1"
    producer = "payment-service"
    key_field = "topup_id"

    topup_id: UUID
    user_id: UUID
    state: TopupState
    amount: int = Field(gt=0)
    currency: Currency


class TipPaid(Event):
    """A client has thanked his walker."""

    type = "tip.paid.v1"
    producer = "payment-service"
    key_field = "payment_id"

    payment_id: UUID
    order_id: UUID
    from_user_id: UUID
    walker_id: UUID
    amount: int = Field(gt=0)
    currency: Currency


class TransferMade(Event):
    """Somebody has sent money from his wallet to another person's; what he wrote stays with payment-service."""

    type = "transfer.made.v1"
    producer = "payment-service"
    key_field = "transfer_id"

    transfer_id: UUID
    from_user_id: UUID
    to_user_id: UUID
    amount: int = Field(gt=0)
    currency: Currency


class PayoutChanged(Snapshot):
    """How far paying a walker out has come."""

    type = "payout.changed.v1"
    producer = "payment-service"
    key_field = "payout_id"

    payout_id: UUID
    walker_id: UUID
    amount: int = Field(gt=0)
    currency: Currency
    state: PayoutState
    expected_on: date | None = None


class TipResult(Value):
    payment_id: UUID
    status: PaymentState


class OrderMoney(Value):
    """An order's money as payment-service has it; `state` is `none` when there never was any."""

    order_id: UUID
    payment_id: UUID | None = None
    state: PaymentState | Literal["none"]
    captured: int
    refunded: int
    released: int
    frozen: bool


_MONEY = TypeAdapter(list[OrderMoney])


class WalletMoney(Value):
    """What a person could spend now, in minor units."""

    available: int
    currency: Currency


class PaymentClient(ServiceClient):
    service: ClassVar[str] = "payment-service"

    async def tip(
        self,
        *,
        order_id: UUID,
        from_user_id: UUID,
        to_walker_id: UUID,
        amount: int,
        currency: str,
        key: str,
    ) -> TipResult:
        """Pay a tip from the client's wallet; the same `key` never pays twice."""
        body = {
            "order_id": str(order_id),
            "from_user_id": str(from_user_id),
            "to_walker_id": str(to_walker_id),
            "amount": amount,
            "currency": currency,
            "key": key,
        }
        response = await self.call("POST", "/tips", json=body)
        return TipResult.model_validate(response.json())

    async def payments_of(self, order_ids: Sequence[UUID]) -> list[OrderMoney]:
        """One entry an order, in no promised order; `order_ids` is repeated in the query."""
        params = [("order_ids", str(order_id)) for order_id in order_ids]
        response = await self.call("GET", "/payments", params=params)
        return _MONEY.validate_python(response.json()["items"])

    async def wallet_of(self, user_id: UUID, currency: str) -> WalletMoney:
        response = await self.call("GET", f"/wallets/{user_id}", params={"currency": currency})
        return WalletMoney.model_validate(response.json())
