"""What T-Bank's statuses mean to us: https://developer.tbank.ru/eacq/intro/developer/operation-statuses."""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.providers.provider import (
    Declined,
    Held,
    NeedsConfirmation,
    Outcome,
    Paid,
    Pending,
    Voided,
)
from app.providers.tinkoff.terminal import error_of
from lapa_kit import clock

MOSCOW = ZoneInfo("Europe/Moscow")
HOLD_DAYS = 7
TAKEN = {"CONFIRMED", "PARTIAL_REFUNDED", "REFUNDED", "REFUNDING", "ASYNC_REFUNDING"}
HELD = {"AUTHORIZED", "PARTIAL_REVERSED"}
LET_GO = {"REVERSED", "CANCELED"}
REFUSED = {"REJECTED", "AUTH_FAIL", "DEADLINE_EXPIRED", "ATTEMPTS_EXPIRED"}
# the person has not done on the page what he came for
ASKS = {"NEW", "FORM_SHOWED", "3DS_CHECKING", "3DS_CHECKED"}
ORDER = [REFUSED, LET_GO, ASKS, HELD, TAKEN]
"""The further right, the further a payment has come; what is in none of them is being worked on."""

ERRORS = {"1051": "insufficient_funds", "116": "insufficient_funds", "101": "confirmation_refused"}
STATUSES = {"AUTH_FAIL": "confirmation_refused", "DEADLINE_EXPIRED": "confirmation_expired"}


def furthest(payments: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Of the attempts at one order, the one that counts."""
    return max(payments, key=_rank, default=None)


def _rank(payment: dict[str, Any]) -> float:
    for place, statuses in enumerate(ORDER):
        if payment["Status"] in statuses:
            return place
    return ORDER.index(ASKS) + 0.5


def outcome_of(payment: dict[str, Any], authorized_at: datetime, *, page: str = "") -> Outcome:
    """`authorized_at`: not after the moment it was; `page`: where the person goes, as far as it is known."""
    its_id, status = str(payment["PaymentId"]), payment["Status"]
    if status == "CONFIRMED":
        return Paid(its_id, int(payment["Amount"]))
    if status in TAKEN:
        return Paid(its_id)
    if status in HELD:
        return Held(its_id, held_until(authorized_at))
    if status in LET_GO:
        return Voided(its_id)
    if status in REFUSED:
        return Declined(code_of(payment), its_id)
    return NeedsConfirmation(page, its_id) if status in ASKS else Pending(its_id)


def code_of(answer: dict[str, Any]) -> str:
    known = ERRORS.get(error_of(answer)) or STATUSES.get(answer.get("Status", ""))
    return known or "payment_declined"


def held_until(authorized_at: datetime) -> datetime:
    """Seven days of Moscow's calendar, that of the authorisation counted."""
    last = authorized_at.astimezone(MOSCOW).date() + timedelta(days=HOLD_DAYS)
    return datetime.combine(last, time(), MOSCOW)


def due(life: timedelta) -> str:
    """The moment after which nobody can pay any more, as it is written there."""
    return (clock.now() + life).astimezone(MOSCOW).isoformat(timespec="seconds")
