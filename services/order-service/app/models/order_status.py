"""The states of an order: what each may become, and what each side may do in it."""

from enum import StrEnum


class OrderStatus(StrEnum):
    AWAITING_PAYMENT = "awaiting_payment"
    SEARCHING = "searching"
    ASSIGNED = "assigned"
    EN_ROUTE = "en_route"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    SETTLED = "settled"
    PAYMENT_FAILED = "payment_failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"
    DISPUTED = "disputed"


S = OrderStatus
TRANSITIONS: dict[OrderStatus, frozenset[OrderStatus]] = {
    S.AWAITING_PAYMENT: frozenset({S.SEARCHING, S.PAYMENT_FAILED, S.EXPIRED, S.CANCELLED}),
    S.SEARCHING: frozenset({S.ASSIGNED, S.EXPIRED, S.CANCELLED}),
    S.ASSIGNED: frozenset({S.EN_ROUTE, S.IN_PROGRESS, S.SEARCHING, S.CANCELLED, S.NO_SHOW}),
    S.EN_ROUTE: frozenset({S.IN_PROGRESS, S.SEARCHING, S.CANCELLED, S.NO_SHOW}),
    S.IN_PROGRESS: frozenset({S.COMPLETED, S.CANCELLED}),
    S.COMPLETED: frozenset({S.SETTLED, S.DISPUTED}),
    S.SETTLED: frozenset({S.DISPUTED}),
    S.NO_SHOW: frozenset({S.DISPUTED}),
    S.DISPUTED: frozenset({S.SETTLED}),
    S.PAYMENT_FAILED: frozenset(),
    S.EXPIRED: frozenset(),
    S.CANCELLED: frozenset(),
}
BEFORE_THE_WALK = frozenset({S.AWAITING_PAYMENT, S.SEARCHING, S.ASSIGNED, S.EN_ROUTE})
RESCHEDULABLE = frozenset({S.AWAITING_PAYMENT, S.SEARCHING, S.ASSIGNED})
WITH_A_WALKER = frozenset({S.ASSIGNED, S.EN_ROUTE, S.IN_PROGRESS})
ENDED_WITHOUT_A_WALK = frozenset({S.PAYMENT_FAILED, S.EXPIRED, S.CANCELLED, S.NO_SHOW})
# in these the order has said how its money ends (a disputed one: that it must wait)
MONEY_ENDS = frozenset({S.SETTLED, S.DISPUTED, S.PAYMENT_FAILED, S.EXPIRED, S.CANCELLED, S.NO_SHOW})
WALK_IS_OVER = frozenset({S.COMPLETED, S.SETTLED, S.DISPUTED})

CLIENT_ACTIONS: dict[OrderStatus, list[str]] = {
    S.AWAITING_PAYMENT: ["reschedule", "cancel"],
    S.SEARCHING: ["reschedule", "cancel"],
    S.ASSIGNED: ["reschedule", "cancel", "incidents"],
    S.EN_ROUTE: ["cancel", "incidents"],
    S.IN_PROGRESS: ["extensions", "incidents"],
    S.COMPLETED: ["review", "tip", "dispute", "incidents"],
    S.SETTLED: ["review", "tip", "dispute", "incidents"],
    S.NO_SHOW: ["review", "dispute", "incidents"],
    S.DISPUTED: ["review", "tip", "incidents"],
}
WALKER_ACTIONS: dict[OrderStatus, list[str]] = {
    S.ASSIGNED: ["en-route", "running-late", "arrived", "start", "no-show", "cancel", "incidents"],
    S.EN_ROUTE: ["running-late", "arrived", "start", "no-show", "cancel", "incidents"],
    S.IN_PROGRESS: ["events", "drop-off", "extensions", "finish", "incidents"],
    S.COMPLETED: ["review", "dispute", "incidents"],
    S.SETTLED: ["review", "dispute", "incidents"],
    S.NO_SHOW: ["review", "dispute", "incidents"],
    S.DISPUTED: ["review", "incidents"],
}
