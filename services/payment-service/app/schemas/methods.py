"""Payment methods over HTTP."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints, field_validator

from app.schemas.values import Schema, Utc


class PaymentMethodCreate(Schema):
    """`payment_token` is what the provider's own form in the browser gave, never a card number. Without `provider`:
    whom money is usually taken through."""

    payment_token: Annotated[str, StringConstraints(min_length=1, max_length=255)]
    provider: str | None = Field(default=None, min_length=1, max_length=32)
    is_default: bool = False

    @field_validator("payment_token")
    @classmethod
    def _is_no_card_number(cls, token: str) -> str:
        digits = [character for character in token if character not in " -"]
        if len(digits) >= 12 and all(character.isdigit() for character in digits):
            raise ValueError("a token is wanted, never a card number")
        return token


class PaymentMethodRead(Schema):
    id: UUID
    provider: str
    label: str
    is_default: bool
    created_at: Utc


class PaymentMethodList(Schema):
    items: list[PaymentMethodRead]
