"""Quotes over HTTP."""

from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from app.models.quote import Quote
from app.schemas.values import Moment, Pickup, Schema, Utc
from app.services.quotes import Explanation, Request

ServiceType = Literal["walk", "drop_in", "sitting", "training"]


class QuoteRequest(Schema):
    """`scheduled_at` null means as soon as possible; `walker_id`: the one the client will ask for."""

    service_type: ServiceType = "walk"
    pet_ids: list[UUID] = Field(min_length=1, max_length=6)
    scheduled_at: Moment | None = None
    duration_minutes: int = Field(ge=10, le=720)
    pickup: Pickup
    promo_code: str | None = Field(default=None, max_length=32)
    walker_id: UUID | None = None

    def to_request(self) -> Request:
        return Request(
            service_type=self.service_type,
            pet_ids=list(dict.fromkeys(self.pet_ids)),
            scheduled_at=self.scheduled_at,
            duration_minutes=self.duration_minutes,
            lat=self.pickup.lat,
            lon=self.pickup.lon,
            address=self.pickup.address,
            promo_code=self.promo_code.strip().upper() if self.promo_code else None,
            walker_id=self.walker_id,
        )


class LineRead(Schema):
    """`tax` is this line's part of the tax: within `amount` where prices include it, else beside it."""

    code: str
    title: str
    amount: int
    tax: int = 0


class QuoteRead(Schema):
    """The lines sum to the amount, in minor units.

    `instant_book`: the walker named in the request is free then and need not be asked first.
    """

    quote_id: UUID
    amount: int
    currency: str
    lines: list[LineRead]
    tax: int
    tax_included: bool
    surge_multiplier: float
    instant_book: bool
    expires_at: Utc

    @classmethod
    def of(cls, quote: Quote, *, instant_book: bool) -> "QuoteRead":
        return cls(
            quote_id=quote.id,
            amount=quote.amount,
            currency=quote.currency,
            lines=[LineRead(**line) for line in quote.lines],
            tax=quote.tax,
            tax_included=quote.facts["is_tax_included"],
            surge_multiplier=quote.surge_bp / 10_000,
            instant_book=instant_book,
            expires_at=quote.expires_at,
        )


class WhatIfRead(Schema):
    """The amount if this factor alone were different: `to` is its other value, null when it is absent."""

    factor: str
    to: int | None
    amount: int
    difference: int


class ExplanationRead(Schema):
    """The quote replayed from the rule version and the inputs it was made with, and what would change it."""

    quote_id: UUID
    market: str
    rule_id: UUID
    rule_version: int
    inputs: dict[str, Any]
    lines: list[LineRead]
    amount: int
    what_if: list[WhatIfRead]

    @classmethod
    def of(cls, explanation: Explanation) -> "ExplanationRead":
        quote = explanation.quote
        amount = sum(line.amount for line in explanation.lines)
        return cls(
            quote_id=quote.id,
            market=quote.market,
            rule_id=quote.rule_id,
            rule_version=quote.rule_version,
            inputs={name: value for name, value in quote.facts.items() if name != "without"},
            lines=[LineRead.model_validate(line) for line in explanation.lines],
            amount=amount,
            what_if=[
                WhatIfRead(
                    factor=one.factor, to=one.to, amount=one.amount, difference=one.amount - amount
                )
                for one in explanation.what_ifs
            ],
        )
