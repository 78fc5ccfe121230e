"""What Stripe says, as JSON: how things stand, its webhooks, its balance transactions."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from app.providers.provider import (
    ChargedBack,
    Declined,
    Held,
    Moved,
    NeedsConfirmation,
    Notice,
    Outcome,
    Paid,
    Pending,
    ReportLine,
    Stage,
    Subject,
    Voided,
    reference_in,
)

HOLD_TTL = timedelta(days=7)
# the refusals that we have words of our own for
CODES = {
    "insufficient_funds": "insufficient_funds",
    "authentication_required": "confirmation_refused",
    "payment_intent_authentication_failure": "confirmation_refused",
}
STAGES = {"won": Stage.WON, "lost": Stage.LOST}
DISPUTES = ("charge.dispute.created", "charge.dispute.funds_withdrawn", "charge.dispute.closed")
OF_CHARGES = ("charge", "payment")
OF_REFUNDS = ("refund", "payment_refund")


def reference_of(told: dict[str, Any]) -> UUID | None:
    """Ours, where it is a charge or refund that we have made."""
    metadata: dict[str, Any] = told.get("metadata") or {}
    return reference_in(metadata.get("reference"))


def outcome_of(intent: dict[str, Any]) -> Outcome:
    """A person who refused, and a card that was declined, leave an intent that waits for another card."""
    its_id = str(intent["id"])
    match intent["status"]:
        case "requires_capture":
            return Held(its_id, datetime.fromtimestamp(intent["created"], UTC) + HOLD_TTL)
        case "succeeded":
            return Paid(its_id, int(intent["amount_received"]))
        case "canceled":
            return Voided(its_id)
        case "requires_action":
            action: dict[str, Any] = intent.get("next_action") or {}
            page: dict[str, Any] = action.get("redirect_to_url") or {}
            return NeedsConfirmation(page["url"], its_id) if page else Pending(its_id)
        case "requires_payment_method":
            return Declined(_code_in(intent.get("last_payment_error") or {}), its_id)
        case _:
            return Pending(its_id)


def outcome_of_refund(refund: dict[str, Any]) -> Outcome:
    match refund["status"]:
        case "succeeded":
            return Paid(str(refund["id"]), int(refund["amount"]))
        case "failed" | "canceled":
            return Declined("refund_failed", str(refund["id"]))
        case _:
            return Pending(str(refund["id"]))


def refusal_in(body: Any) -> Declined:
    """What the answer to a declined card says."""
    error: dict[str, Any] = (body or {}).get("error") or {}
    intent: dict[str, Any] = error.get("payment_intent") or {}
    return Declined(_code_in(error), intent.get("id"))


def _code_in(error: dict[str, Any]) -> str:
    reason = error.get("decline_code") or error.get("code")
    return CODES.get(str(reason), "payment_declined")


def notices_of(event: dict[str, Any]) -> list[Notice]:
    """Nothing for what is no business of ours. Raises LookupError or ValueError for what is no event."""
    event_id, kind = str(event["id"]), str(event["type"])
    told: dict[str, Any] = event["data"]["object"]
    if kind.startswith("payment_intent."):
        reference = reference_of(told)
        return [Moved(event_id, Subject.CHARGE, reference, str(told["id"]))]
    if kind.startswith("refund.") or kind == "charge.refund.updated":
        reference = reference_of(told)
        return [Moved(event_id, Subject.REFUND, reference, str(told["id"]))]
    # an inquiry has taken no money
    if kind in DISPUTES and not str(told["status"]).startswith("warning_"):
        return [_charged_back(event_id, told)]
    return []


def _charged_back(event_id: str, dispute: dict[str, Any]) -> ChargedBack:
    return ChargedBack(
        event_id=event_id,
        provider_id=str(dispute["id"]),
        reference=None,
        charge_id=str(dispute["payment_intent"]),
        amount=int(dispute["amount"]),
        currency=str(dispute["currency"]).upper(),
        stage=STAGES.get(str(dispute["status"]), Stage.OPENED),
    )


def line_of(transaction: dict[str, Any]) -> ReportLine | None:
    """A balance transaction with its source; None for what is no movement of a client's money."""
    source: dict[str, Any] = transaction.get("source") or {}
    kind, category = transaction["type"], transaction.get("reporting_category")
    if kind in OF_CHARGES:
        subject, provider_id = Subject.CHARGE, source.get("payment_intent") or source.get("id")
    elif kind in OF_REFUNDS:
        subject, provider_id = Subject.REFUND, source.get("id")
    elif category == "dispute":
        subject, provider_id = Subject.CHARGEBACK, source.get("id")
    else:
        return None
    is_named = subject is not Subject.CHARGEBACK
    return ReportLine(
        subject,
        str(provider_id),
        reference_of(source) if is_named else None,
        abs(int(transaction["amount"])),
        str(transaction["currency"]).upper(),
        int(transaction["fee"]),
    )
