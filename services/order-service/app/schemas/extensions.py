"""Extensions over HTTP."""

from collections.abc import Sequence
from uuid import UUID

from pydantic import Field

from app.models.extension import Extension, ExtensionState
from app.schemas.values import Schema, Utc


class ExtensionCreate(Schema):
    minutes: int = Field(ge=5, le=240)


class ExtensionRead(Schema):
    """`amount`: by how much the price grows, minor units of the order's currency."""

    id: UUID
    order_id: UUID
    proposed_by: str
    minutes: int
    amount: int
    state: ExtensionState
    expires_at: Utc


class Extensions(Schema):
    items: list[ExtensionRead]

    @classmethod
    def of(cls, extensions: Sequence[Extension]) -> "Extensions":
        return cls(items=[ExtensionRead.model_validate(one) for one in extensions])
