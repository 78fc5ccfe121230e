"""An offer of an order to one walker, open for a while."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Money, Record
from lapa_kit.problems import Conflict, NotFound


class OfferState(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class OfferNotFound(NotFound):
    title = "No such offer"


class OfferTaken(Conflict):
    title = "Another walker was faster"


class OfferClosed(Conflict):
    title = "The offer is no longer open"


class Offer(Record):
    __tablename__ = "offers"
    __table_args__ = (
        # one offer to a walker in each round of searching
        UniqueConstraint("order_id", "attempt", "walker_id"),
        Index("ix_offers_open", "walker_id", "expires_at", postgresql_where=text("state = 'open'")),
    )

    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"), index=True)
    walker_id: Mapped[UUID]
    attempt: Mapped[int]
    wave: Mapped[int]
    distance_m: Mapped[int]
    earnings: Mapped[Money]
    # why he, and before whom: see models/ranking.py
    score: Mapped[int]
    factors: Mapped[dict[str, Any]]
    # in the place of a walker who is late or lost, because the client has named him for that
    as_substitute: Mapped[bool] = mapped_column(default=False)
    state: Mapped[OfferState] = mapped_column(default=OfferState.OPEN)
    expires_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]

    def answer(self, to: OfferState, now: datetime) -> None:
        """Raises OfferTaken when another won, OfferClosed when it is too late."""
        if self.state is OfferState.WITHDRAWN:
            raise OfferTaken
        if self.state is not OfferState.OPEN or now >= self.expires_at:
            raise OfferClosed
        self.close(to, now)

    def close(self, to: OfferState, now: datetime) -> None:
        self.state, self.closed_at = to, now
