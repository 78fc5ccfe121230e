"""How a charge, refund or payout stands in the sandbox provider's books, as an answer."""

from datetime import timedelta

from app.config import settings
from app.models.sandbox import (
    HELD,
    PAID,
    REFUSED,
    VOIDED,
    WAITING,
    SandboxCharge,
    SandboxPayout,
    SandboxRefund,
)
from app.providers.provider import Declined, Held, NeedsConfirmation, Outcome, Paid, Pending, Voided
from lapa_kit import clock

HOLD_TTL = timedelta(days=7)


def outcome_of(known: SandboxCharge | SandboxPayout | SandboxRefund) -> Outcome:
    its_id = str(known.reference)
    if isinstance(known, SandboxCharge):
        return _outcome_of_charge(known, its_id)
    if known.outcome == PAID:
        return Paid(its_id, known.amount)
    if known.outcome == WAITING:
        return Pending(its_id)
    return Declined(known.code or "payment_declined", its_id)


def _outcome_of_charge(charge: SandboxCharge, its_id: str) -> Outcome:
    if charge.outcome == PAID:
        return Paid(its_id, charge.taken)
    if charge.outcome == HELD:
        return Held(its_id, charge.created_at + HOLD_TTL)
    if charge.outcome == VOIDED:
        return Voided(its_id)
    if charge.outcome == REFUSED:
        return Declined(charge.code or "payment_declined", its_id)
    if charge.token == "tok_pending":
        return Pending(its_id)
    page = f"{settings.public_url}/api/v1/payments/sandbox/{charge.secret}"
    return NeedsConfirmation(page, its_id)


def expire(charge: SandboxCharge) -> None:
    """Nobody has confirmed it in time, or taken what was held: over for good."""
    age = clock.now() - charge.created_at
    if charge.outcome == WAITING and charge.token != "tok_pending":
        if age > settings.confirmation_life:
            charge.lapse("confirmation_expired")
    elif charge.outcome == HELD and age > HOLD_TTL:
        charge.lapse("hold_expired")
