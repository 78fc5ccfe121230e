"""The order card that every event about an order carries, and how money is divided."""

from typing import Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, Field, model_validator

from lapa_contracts.values import Currency, PetSize, Value
from lapa_kit.events.contract import Event

Party = Literal["client", "walker"]


Actor = Literal["client", "walker", "support", "system"]


# a weak proof is a coarse fix: counted, but not trusted alone
Proof = Literal["valid", "weak"]


class CardPet(Value):
    """A dog of the order, as it was when quoted."""

    pet_id: UUID
    name: str
    size: PetSize


class SettlementLine(Value):
    """A share in minor units; negative only for `promo_platform`, which pays a discount to the others."""

    to: Literal["walker", "commission", "tax", "promo_platform"]
    amount: int

    @model_validator(mode="after")
    def _only_the_promo_pays(self) -> Self:
        if self.amount < 0 and self.to != "promo_platform":
            raise ValueError(f"{self.to} cannot be paid {self.amount}")
        return self


class Settlement(Value):
    """How an order's money ends, in minor units: `capture` is divided by the lines, `release` goes back."""

    capture: int = Field(ge=0)
    lines: list[SettlementLine] = []
    release: int = Field(ge=0)

    @model_validator(mode="after")
    def _lines_divide_the_capture(self) -> Self:
        total = sum(line.amount for line in self.lines)
        if total != self.capture:
            raise ValueError(f"lines sum to {total}, capture is {self.capture}")
        return self


class OrderEvent(Event):
    """The order card: enough of the order for a consumer that has never heard of it."""

    producer = "order-service"
    key_field = "order_id"

    order_id: UUID
    client_id: UUID
    walker_id: UUID | None = None
    market: str
    status: str
    service_type: Literal["walk", "drop_in", "sitting", "training"]
    scheduled_at: AwareDatetime
    duration_minutes: int = Field(gt=0)
    pets: list[CardPet]
    amount: int = Field(ge=0)
    currency: Currency
    version: int = Field(ge=0)


class WalkerOrderEvent(OrderEvent):
    """The card of an order that has its walker."""

    # narrower than the card's, which is sound because events are frozen
    walker_id: UUID  # pyright: ignore[reportIncompatibleVariableOverride, reportGeneralTypeIssues]


class MoneyEndingEvent(OrderEvent):
    """The card and what becomes of all its money."""

    settlement: Settlement

    @model_validator(mode="after")
    def _nothing_is_left_over(self) -> Self:
        settled = self.settlement.capture + self.settlement.release
        if settled != self.amount:
            raise ValueError(f"settlement covers {settled} of {self.amount}")
        return self
