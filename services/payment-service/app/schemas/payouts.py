"""Payouts over HTTP."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from app.models.payout import Due
from app.schemas.values import Amount, Currency, Schema, Utc
from lapa_contracts.payment import PayoutState


class DestinationCreate(Schema):
    """`token` is what the provider knows the account or card by, never its number. With `sandbox` it is one of
    `dest_success`, `dest_refused`, `dest_timeout`, `dest_late_refusal`, `dest_unheard`."""

    provider: str = Field(min_length=1, max_length=32)
    token: str = Field(min_length=1, max_length=255)
    label: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64)]


class DestinationRead(Schema):
    """Payouts leave from `usable_from` on."""

    id: UUID
    provider: str
    label: str
    usable_from: Utc
    created_at: Utc


class DestinationList(Schema):
    items: list[DestinationRead]


class PayoutCreate(Schema):
    amount: Amount
    currency: Currency
    destination: UUID
    instant: bool = False


class PayoutRead(Schema):
    """`amount` leaves the wallet, `fee` of it stays with the platform, the rest arrives on `expected_on`."""

    id: UUID
    user_id: UUID
    destination: UUID = Field(validation_alias="destination_id")
    provider: str
    amount: int
    fee: int
    currency: str
    instant: bool = Field(validation_alias="is_instant")
    status: PayoutState = Field(validation_alias="state")
    approvals: list[UUID]
    reason: str | None
    failure_code: str | None
    expected_on: date
    created_at: Utc
    sent_at: Utc | None
    settled_at: Utc | None


class Earning(Schema):
    on: date
    amount: int


class UpcomingRead(Schema):
    """`payable` can be paid out now and would arrive on `expected_on`; `upcoming` from its day on."""

    payable: int
    owed: int
    minimum: int
    currency: str
    expected_on: date
    upcoming: list[Earning]

    @classmethod
    def of(cls, due: Due) -> "UpcomingRead":
        return cls(
            payable=due.payable,
            owed=due.owed,
            minimum=due.minimum,
            currency=due.currency,
            expected_on=due.expected_on,
            upcoming=[Earning(on=day, amount=amount) for day, amount in due.upcoming],
        )


class Rejection(Schema):
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
