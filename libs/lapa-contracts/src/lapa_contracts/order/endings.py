"""How the money of an order ends."""

from uuid import UUID

from lapa_contracts.order.card import (
    Actor,
    MoneyEndingEvent,
    OrderEvent,
    Party,
    Settlement,
    WalkerOrderEvent,
)


class OrderSettlementDue(MoneyEndingEvent):
    """The walk is to be paid for."""

    type = "order.settlement_due.v1"

    walker_id: UUID  # pyright: ignore[reportIncompatibleVariableOverride, reportGeneralTypeIssues]


class OrderSettled(WalkerOrderEvent):
    """The money has been divided; minor units."""

    type = "order.settled.v1"

    captured: int
    walker_amount: int
    commission: int


class OrderPaymentFailed(MoneyEndingEvent):
    """The money could not be secured."""

    type = "order.payment_failed.v1"

    by: Actor = "system"
    reason_code: str


class OrderExpired(MoneyEndingEvent):
    """Nobody paid, or nobody was found, in time."""

    type = "order.expired.v1"

    by: Actor = "system"
    reason_code: str


class OrderCancelled(MoneyEndingEvent):
    """Somebody called the order off; a fee is the settlement's capture."""

    type = "order.cancelled.v1"

    by: Actor
    reason_code: str


class OrderNoShow(MoneyEndingEvent):
    """One side, `party`, did not come; `by` is who established it."""

    type = "order.no_show.v1"

    by: Actor
    party: Party
    reason_code: str


class OrderMoneyReminded(OrderEvent):
    """The watchdog has found that the money did not end as the order did, and says the intent again."""

    type = "order.money_reminded.v1"

    # how the order ended, unless it is disputed or a dispute has been decided
    settlement: Settlement | None = None
    is_disputed: bool = False
    # of the last dispute, as in order.dispute_resolved
    resolution: Settlement | None = None
