"""Whom a client would have in his walker's place, in that order, and who of them has agreed to be asked."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_kit.problems import InvalidRequest, NotFound

MOST = 5


class SubstituteState(StrEnum):
    ASKED = "asked"
    CONSENTED = "consented"
    DECLINED = "declined"


class SubstituteNotFound(NotFound):
    title = "Nobody has named you so"


class NotMetYet(InvalidRequest):
    """Says in `walker_ids` who they are."""

    title = "A substitute is somebody who has walked for you before"


class Substitute(Record):
    __tablename__ = "substitutes"
    __table_args__ = (UniqueConstraint("client_id", "walker_id"),)

    client_id: Mapped[UUID]
    walker_id: Mapped[UUID] = mapped_column(index=True)
    # 1 is asked first
    rank: Mapped[int]
    state: Mapped[SubstituteState] = mapped_column(default=SubstituteState.ASKED)

    def answer(self, *, consents: bool) -> bool:
        """A walker may change his mind at any time; False when he has said the same before."""
        state = SubstituteState.CONSENTED if consents else SubstituteState.DECLINED
        is_new = self.state is not state
        self.state = state
        return is_new
