"""Reconciliation and chargebacks over HTTP."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import Field

from app.providers.provider import Stage, Subject
from app.schemas.values import Schema, Utc


class ExceptionRead(Schema):
    """What the books and the report disagree on; `status` is where ours stands, where there is one.

    `missing_here`: the provider has it, the books have not. `status_differs`: the same, of something that we know and
    have not booked. `missing_there`: the books have it, his report has not.
    """

    kind: Literal["missing_here", "missing_there", "amount_differs", "status_differs"] = Field(
        validation_alias="verdict"
    )
    subject: Subject
    reference: UUID | None
    provider_id: str | None
    currency: str
    ours: int | None
    theirs: int | None
    status: str | None = Field(validation_alias="state")


class ReconciliationRead(Schema):
    """Without `fetched_at` there is no report of that day yet."""

    provider: str
    day: date
    fetched_at: Utc | None
    matched: int
    exceptions: list[ExceptionRead]


class ReportOrder(Schema):
    provider: str = Field(min_length=1, max_length=32)
    day: date = Field(ge=date(2020, 1, 1))


class ChargebackRead(Schema):
    """`recovered` of the amount has been given up by those who had got it; the rest the platform bears, unless it was won."""

    id: UUID
    provider: str
    provider_id: str
    payment_id: UUID | None
    topup_id: UUID | None
    amount: int
    recovered: int
    currency: str
    stage: Stage
    created_at: Utc
