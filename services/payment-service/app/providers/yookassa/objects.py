"""What YooKassa's objects mean to us: https://yookassa.ru/developers/api."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from app.providers.provider import (
    Declined,
    Held,
    NeedsConfirmation,
    Outcome,
    Paid,
    Pending,
    ReportLine,
    Subject,
    Voided,
    reference_in,
)
from app.providers.rubles import kopecks

# `cancellation_details.reason`, where it is more than a refusal
REASONS = {
    "insufficient_funds": "insufficient_funds",
    "expired_on_confirmation": "confirmation_expired",
    "3d_secure_failed": "confirmation_refused",
}
LET_GO = {"canceled_by_merchant", "expired_on_capture"}


def outcome_of_payment(payment: dict[str, Any]) -> Outcome:
    its_id = payment["id"]
    match payment["status"]:
        case "succeeded":
            return Paid(its_id, kopecks(payment["amount"]["value"]))
        case "waiting_for_capture":
            expires_at = payment.get("expires_at")
            return Held(its_id, datetime.fromisoformat(expires_at) if expires_at else None)
        case "canceled":
            reason = _reason(payment)
            return Voided(its_id) if reason in LET_GO else Declined(_code(reason), its_id)
        case _:
            page = payment.get("confirmation", {}).get("confirmation_url")
            return NeedsConfirmation(page, its_id) if page else Pending(its_id)


def outcome_of_refund(refund: dict[str, Any]) -> Outcome:
    match refund["status"]:
        case "succeeded":
            return Paid(refund["id"], kopecks(refund["amount"]["value"]))
        case "canceled":
            return Declined("refund_failed", refund["id"])
        case _:
            return Pending(refund["id"])


def _reason(its: dict[str, Any]) -> str:
    return its.get("cancellation_details", {}).get("reason", "")


def _code(reason: str) -> str:
    return REASONS.get(reason, "payment_declined")


def reference_of(its: dict[str, Any]) -> UUID | None:
    return reference_in(its.get("metadata", {}).get("reference"))


def label_of(method: dict[str, Any]) -> str:
    last4 = method.get("card", {}).get("last4")
    return f"•{last4}" if last4 else str(method.get("title", method["type"]))[:64]


def report_lines(
    payments: list[dict[str, Any]], refunds: list[dict[str, Any]]
) -> Iterator[ReportLine]:
    for payment in payments:
        taken = kopecks(payment["amount"]["value"])
        income = payment.get("income_amount", payment["amount"])
        yield _line(Subject.CHARGE, payment, fee=taken - kopecks(income["value"]))
    for refund in refunds:
        yield _line(Subject.REFUND, refund)


def _line(subject: Subject, its: dict[str, Any], *, fee: int = 0) -> ReportLine:
    amount = its["amount"]
    return ReportLine(
        subject, its["id"], reference_of(its), kopecks(amount["value"]), amount["currency"], fee
    )
