"""Everything people are told of: its category, the variables of its text, the channels it goes out on."""

from dataclasses import dataclass, field
from enum import StrEnum

from lapa_contracts.notification import Channel


class Category(StrEnum):
    ORDERS = "orders"
    OFFERS = "offers"
    MESSAGES = "messages"
    PAYMENTS = "payments"
    PETS = "pets"
    ACCOUNT = "account"
    SAFETY = "safety"
    WORK = "work"
    MARKETING = "marketing"


CATEGORIES = tuple(Category)
# these can neither be muted nor made to wait
CRITICAL = frozenset({Category.SAFETY, Category.ACCOUNT})


@dataclass(frozen=True, slots=True)
class Kind:
    """`variables`: name -> text, money, moment, date or number."""

    category: Category
    variables: dict[str, str] = field(default_factory=dict[str, str])
    by_email: bool = False

    @property
    def channels(self) -> tuple[Channel, ...]:
        return (Channel.INBOX, Channel.EMAIL) if self.by_email else (Channel.INBOX,)


_WALK = {"pets": "text", "when": "moment", "link": "text"}
_MONEY = {"amount": "money", "link": "text"}
_ENDING = {"on": "moment", "days": "number", "link": "text"}


def _order(*, email: bool = False, **more: str) -> Kind:
    return Kind(Category.ORDERS, {**_WALK, **more}, email)


def _payment(*, email: bool = False, **more: str) -> Kind:
    return Kind(Category.PAYMENTS, {**_MONEY, **more}, email)


KINDS: dict[str, Kind] = {
    "user.welcome": Kind(Category.ACCOUNT, {"link": "text"}, by_email=True),
    "code.verify": Kind(Category.ACCOUNT, {"code": "text", "minutes": "number"}, by_email=True),
    "code.reset": Kind(Category.ACCOUNT, {"code": "text", "minutes": "number"}, by_email=True),
    "code.otp": Kind(Category.ACCOUNT, {"code": "text", "minutes": "number"}, by_email=True),
    "code.new_device": Kind(Category.ACCOUNT, {"code": "text", "minutes": "number"}, by_email=True),
    "session.new_device": Kind(
        Category.ACCOUNT,
        {"when": "moment", "device": "text", "country": "text", "link": "text"},
        by_email=True,
    ),
    "offer.made": Kind(Category.OFFERS, {**_WALK, "earnings": "money", "until": "moment"}),
    "order.search_again": _order(),
    "order.assigned": _order(email=True),
    "order.assigned.walker": _order(email=True),
    "order.unassigned": _order(),
    "order.rescheduled": _order(email=True, before="moment"),
    "order.reminder": _order(hours="number"),
    "order.en_route": _order(),
    "order.delayed": _order(minutes="number", until="moment"),
    "order.started": _order(),
    "order.pets_dropped_off": _order(),
    "order.extension_proposed": Kind(
        Category.SAFETY, {**_WALK, "minutes": "number", "amount": "money", "until": "moment"}
    ),
    "order.extended": _order(minutes="number"),
    "order.completed": _order(),
    "report.ready": _order(email=True, distance_m="number", minutes="number"),
    "order.settled": _order(email=True, amount="money"),
    "order.settled.walker": _order(email=True, amount="money"),
    "order.cancelled": _order(email=True, fee="money"),
    "order.expired": _order(email=True),
    "order.no_show": _order(email=True),
    "order.client_awaited": Kind(Category.SAFETY, {**_WALK, "until": "moment"}, by_email=True),
    "order.start_overdue": Kind(Category.SAFETY, {**_WALK, "minutes": "number"}, by_email=True),
    "order.start_overdue.walker": Kind(
        Category.SAFETY, {**_WALK, "minutes": "number"}, by_email=True
    ),
    "order.start_overdue.staff": Kind(Category.WORK, {"minutes": "number", "link": "text"}),
    "order.payment_failed": _order(email=True),
    "order.disputed": _order(email=True),
    "order.dispute_resolved": _order(email=True, refund="money"),
    "series.occurrence_failed": Kind(
        Category.ORDERS, {"when": "moment", "link": "text"}, by_email=True
    ),
    "series.paused": Kind(Category.ORDERS, {"link": "text"}, by_email=True),
    "substitute.asked": Kind(Category.OFFERS, {"link": "text"}, by_email=True),
    "substitute.consented": Kind(Category.ORDERS, {"link": "text"}),
    "substitute.declined": Kind(Category.ORDERS, {"link": "text"}),
    "access.revealed": Kind(Category.SAFETY, {**_WALK, "outcome": "text"}, by_email=True),
    "alert.raised": Kind(Category.SAFETY, {"kind": "text", "link": "text"}),
    "review.revealed": Kind(Category.ORDERS, {"rating": "number", "link": "text"}),
    "payment.action_required": Kind(Category.PAYMENTS, {"link": "text", "until": "moment"}, True),
    "payment.refunded": _payment(email=True),
    "topup.succeeded": _payment(),
    "topup.failed": _payment(),
    "tip.paid": _payment(),
    "payout.sent": _payment(email=True),
    "payout.failed": _payment(email=True),
    "webhook.disabled": Kind(Category.ACCOUNT, {"link": "text"}, by_email=True),
    "user.suspended": Kind(Category.ACCOUNT, {"link": "text"}, by_email=True),
    "user.reinstated": Kind(Category.ACCOUNT, {"link": "text"}, by_email=True),
    "appeal.opened": Kind(Category.WORK, {"link": "text"}),
    "appeal.granted": Kind(Category.ACCOUNT, {"link": "text"}, by_email=True),
    "appeal.refused": Kind(Category.ACCOUNT, {"link": "text"}, by_email=True),
    "verification.submitted": Kind(Category.WORK, {"link": "text"}),
    "verification.approved": Kind(Category.ACCOUNT, {"link": "text"}, by_email=True),
    "verification.rejected": Kind(Category.ACCOUNT, {"link": "text"}, by_email=True),
    "verification.in_review": Kind(Category.ACCOUNT, {"link": "text"}),
    "verification.needs_info": Kind(Category.ACCOUNT, {"link": "text"}, by_email=True),
    "verification.suspended": Kind(Category.ACCOUNT, {"link": "text"}, by_email=True),
    "verification.reinstated": Kind(Category.ACCOUNT, {"link": "text"}, by_email=True),
    "verification.expiring": Kind(Category.ACCOUNT, _ENDING, by_email=True),
    "verification.expired": Kind(Category.ACCOUNT, {"link": "text"}, by_email=True),
    "background_check.passed": Kind(Category.ACCOUNT, {"link": "text"}, by_email=True),
    "background_check.failed": Kind(Category.ACCOUNT, {"link": "text"}, by_email=True),
    "background_check.revoked": Kind(Category.ACCOUNT, {"link": "text"}, by_email=True),
    "background_check.expiring": Kind(Category.ACCOUNT, _ENDING, by_email=True),
    "background_check.expired": Kind(Category.ACCOUNT, {"link": "text"}, by_email=True),
    "pet.vaccination_due": Kind(
        Category.PETS, {"pet": "text", "on": "date", "days": "number", "link": "text"}, True
    ),
    "message.posted": Kind(Category.MESSAGES, {"sender": "text", "link": "text"}),
    "incident.reported": Kind(Category.SAFETY, _WALK, by_email=True),
    "incident.closed": Kind(Category.SAFETY, _WALK, by_email=True),
    "incident.opened": Kind(Category.WORK, {"severity": "text", "link": "text"}),
    "chat.reported": Kind(Category.WORK, {"link": "text"}),
    "kpi.status_changed": Kind(Category.WORK, {"kpi": "text", "status": "text", "link": "text"}),
}
