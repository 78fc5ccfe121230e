"""Adjustments over HTTP."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from app.models.adjustment import AdjustmentState
from app.schemas.values import Currency, Schema, Utc


def _not_zero(amount: int) -> int:
    if amount == 0:
        raise ValueError("an adjustment of nothing")
    return amount


class AdjustmentCreate(Schema):
    """`amount` goes into the wallet when it is positive, out of it when it is negative."""

    user_id: UUID
    amount: Annotated[int, Field(strict=True, ge=-(10**15), le=10**15), AfterValidator(_not_zero)]
    currency: Currency
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=500)]


class AdjustmentRead(Schema):
    id: UUID
    user_id: UUID
    amount: int
    currency: str
    reason: str
    status: AdjustmentState = Field(validation_alias="state")
    proposed_by: UUID
    decided_by: UUID | None
    created_at: Utc
    decided_at: Utc | None
