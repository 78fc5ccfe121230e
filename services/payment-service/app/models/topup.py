"""Money on its way into a wallet, through a provider whose answer may be lost."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Money, Record
from lapa_contracts.payment import TopupState
from lapa_kit.problems import Conflict, InvalidRequest, NotFound, Problem

S = TopupState


class TopupNotFound(NotFound):
    title = "No such top-up"


class PaymentDeclined(Problem):
    status, title = 402, "The payment was declined"


class NothingToReview(Conflict):
    title = "This top-up does not wait for a review"


class LimitExceeded(InvalidRequest):
    title = "That is more than one payment may be"


class CurrencyNotSupported(InvalidRequest):
    title = "There are no wallets in that currency"


class ProviderNotAvailable(InvalidRequest):
    title = "There is no such payment provider"


class Topup(Record):
    __tablename__ = "topups"
    __table_args__ = (
        CheckConstraint("amount > 0", name="amount_positive"),
        # a refusal is not remembered: its key is given up, NULLs are no duplicates
        UniqueConstraint("user_id", "key"),
        Index("ix_topups_user_id_id", "user_id", "id"),
    )

    user_id: Mapped[UUID]
    provider: Mapped[str]
    # what he calls it, once he has said so
    provider_id: Mapped[str | None]
    amount: Mapped[Money]
    currency: Mapped[str]
    state: Mapped[TopupState] = mapped_column(default=TopupState.PENDING)
    failure_code: Mapped[str | None]
    confirmation_url: Mapped[str | None]
    # the provider has our word for it until then; after that we ask him
    look_up_from: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    # too many in an hour: the money is there, and held until somebody has looked at it
    held_for_review: Mapped[bool] = mapped_column(default=False)
    key: Mapped[str | None]
    request_hash: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)

    @property
    def is_open(self) -> bool:
        return self.state not in (S.SUCCEEDED, S.FAILED)

    def move(self, to: TopupState) -> None:
        self.state = to
        self.version += 1

    def succeed(self, now: datetime) -> None:
        self.move(S.SUCCEEDED)
        self.settled_at, self.confirmation_url = now, None

    def fail(self, code: str, now: datetime) -> None:
        self.move(S.FAILED)
        self.failure_code, self.settled_at, self.confirmation_url = code, now, None
        self.key = None
