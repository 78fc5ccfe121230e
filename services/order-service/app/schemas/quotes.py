"""Quotes over HTTP."""

from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from app.models.quote import Quote
from app.schemas.values import Moment, Pickup, Schema, Utc
from app.services.quotes import Explanation, Request

ServiceType = Literal["walk", "drop_in", "sitting", "training"]


class QuoteRequest(Schema):
    """`scheduled_at` null means as soon as possible."""

    service_type: ServiceType = "walk"
    pet_ids: list[UUID] = Field(min_length=1, max_length=6)
    scheduled_at: Moment | None = None
    duration_minutes: int = Field(ge=10, le=720)
    pickup: Pickup

    def to_request(self) -> Request:
        return Request(
            service_type=self.service_type,
            pet_ids=list(dict.fromkeys(self.pet_ids)),
            scheduled_at=self.scheduled_at,
            duration_minutes=self.duration_minutes,
            lat=self.pickup.lat,
            lon=self.pickup.lon,
            address=self.pickup.address,
        )


class LineRead(Schema):
    code: str
    title: str
    amount: int


class QuoteRead(Schema):
    """The lines sum to the amount, in minor units."""

    quote_id: UUID
    amount: int
    currency: str
    lines: list[LineRead]
    surge_multiplier: float
    expires_at: Utc

    @classmethod
    def of(cls, quote: Quote) -> "QuoteRead":
        return cls(
            quote_id=quote.id,
            amount=quote.amount,
            currency=quote.currency,
            lines=[LineRead(**line) for line in quote.lines],
            surge_multiplier=quote.surge_bp / 10_000,
            expires_at=quote.expires_at,
        )


class ExplanationRead(Schema):
    """The quote replayed from the rule version and the inputs it was made with."""

    quote_id: UUID
    rule_version: int
    inputs: dict[str, Any]
    lines: list[LineRead]
    amount: int

    @classmethod
    def of(cls, explanation: Explanation) -> "ExplanationRead":
        lines = [LineRead.model_validate(line) for line in explanation.lines]
        return cls(
            quote_id=explanation.quote.id,
            rule_version=explanation.quote.rule_version,
            inputs=explanation.inputs,
            lines=lines,
            amount=sum(line.amount for line in lines),
        )
