"""Substitutes over HTTP."""

from collections.abc import Sequence
from uuid import UUID

from pydantic import Field

from app.models.substitute import MOST, Substitute, SubstituteState
from app.schemas.values import Schema


class RankSubstitutes(Schema):
    walker_ids: list[UUID] = Field(max_length=MOST)

    def ids(self) -> list[UUID]:
        return list(dict.fromkeys(self.walker_ids))


class SubstituteRead(Schema):
    """`rank` 1 is asked first; only who has `consented` is."""

    id: UUID
    client_id: UUID
    walker_id: UUID
    rank: int
    state: SubstituteState


class Substitutes(Schema):
    items: list[SubstituteRead]

    @classmethod
    def of(cls, substitutes: Sequence[Substitute]) -> "Substitutes":
        return cls(items=[SubstituteRead.model_validate(one) for one in substitutes])
