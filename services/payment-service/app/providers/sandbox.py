"""The built-in provider for development, demos and tests: money out of nothing, answers by token.

It plays an outside company: its own books, its own transactions, committed before it answers.
"""

import secrets
from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.sandbox import SandboxCharge, SandboxPayout
from app.providers.provider import (
    Capabilities,
    ChargeRequest,
    Declined,
    NeedsConfirmation,
    Outcome,
    Paid,
    PayoutRequest,
    Unanswered,
)
from app.queries import sandbox as sandbox_queries
from lapa_kit import clock
from lapa_kit.db import Sessions
from lapa_kit.problems import NotFound

PAID, REFUSED, WAITING = "paid", "refused", "waiting"
# what a token does: how the charge ends, and why when it is refused
TOKENS: dict[str, tuple[str, str | None]] = {
    "tok_success": (PAID, None),
    "tok_declined": (REFUSED, "payment_declined"),
    "tok_insufficient": (REFUSED, "insufficient_funds"),
    "tok_3ds": (WAITING, None),
    "tok_timeout": (PAID, None),
}
ANSWER_IS_LOST = {"tok_timeout", "dest_timeout", "dest_late_refusal"}
# the same for where money goes; `dest_unheard`: the request never arrives
DESTINATIONS: dict[str, tuple[str, str | None]] = {
    "dest_success": (PAID, None),
    "dest_refused": (REFUSED, "destination_refused"),
    "dest_timeout": (PAID, None),
    "dest_late_refusal": (REFUSED, "destination_refused"),
}
NEVER_ARRIVES = "dest_unheard"


class ChargeNotFound(NotFound):
    title = "There is nothing to confirm here"


class Sandbox:
    name = "sandbox"
    capabilities = Capabilities(
        hold=True,
        hold_ttl=timedelta(days=7),
        partial_capture=True,
        partial_refund=True,
        split=False,
        async_refund=False,
    )

    def __init__(self, sessions: Sessions) -> None:
        self.sessions = sessions

    async def charge(self, request: ChargeRequest) -> Outcome:
        async with self.sessions.begin() as session:
            token = await sandbox_queries.find_scenario(session) or request.token
            outcome, code = TOKENS.get(token, (REFUSED, "payment_declined"))
            charge = SandboxCharge(
                reference=request.reference,
                secret=secrets.token_urlsafe(24),
                amount=request.amount,
                currency=request.currency,
                outcome=outcome,
                code=code,
                created_at=clock.now(),
            )
            charge = await sandbox_queries.add_charge(session, charge)
        return Unanswered() if token in ANSWER_IS_LOST else outcome_of(charge)

    async def look_up(self, reference: UUID) -> Outcome | None:
        async with self.sessions.begin() as session:
            charge = await sandbox_queries.lock_charge_of(session, reference)
            if charge is None:
                return None
            expire(charge)
            return outcome_of(charge)

    async def pay_out(self, request: PayoutRequest) -> Outcome:
        if request.token == NEVER_ARRIVES:
            return Unanswered()
        outcome, code = DESTINATIONS.get(request.token, (REFUSED, "destination_refused"))
        async with self.sessions.begin() as session:
            payout = SandboxPayout(
                reference=request.reference,
                amount=request.amount,
                currency=request.currency,
                outcome=outcome,
                code=code,
                asked=1,
                created_at=clock.now(),
            )
            payout = await sandbox_queries.add_payout(session, payout)
        return Unanswered() if request.token in ANSWER_IS_LOST else outcome_of(payout)

    async def look_up_payout(self, reference: UUID) -> Outcome | None:
        async with self.sessions.begin() as session:
            payout = await sandbox_queries.find_payout(session, reference)
        return outcome_of(payout) if payout else None


def outcome_of(charge: SandboxCharge | SandboxPayout) -> Outcome:
    if charge.outcome == PAID:
        return Paid()
    if isinstance(charge, SandboxCharge) and charge.outcome == WAITING:
        return NeedsConfirmation(f"{settings.public_url}/api/v1/payments/sandbox/{charge.secret}")
    return Declined(charge.code or "payment_declined")


def expire(charge: SandboxCharge) -> None:
    """Nobody has confirmed it in time: refused for good."""
    if charge.outcome == WAITING and charge.created_at + settings.confirmation_life < clock.now():
        charge.outcome, charge.code = REFUSED, "confirmation_expired"


async def decide(session: AsyncSession, secret: str, *, is_confirmed: bool) -> SandboxCharge:
    """The person on the confirmation page has said yes or no; the first word counts."""
    charge = await show(session, secret)
    if charge.outcome == WAITING:
        charge.outcome = PAID if is_confirmed else REFUSED
        charge.code = None if is_confirmed else "confirmation_refused"
    return charge


async def show(session: AsyncSession, secret: str) -> SandboxCharge:
    charge = await sandbox_queries.lock_charge(session, secret)
    if charge is None:
        raise ChargeNotFound
    expire(charge)
    return charge
