"""What the sandbox provider does when it is asked."""

import secrets
from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.sandbox import (
    HELD,
    PAID,
    REFUSED,
    VOIDED,
    WAITING,
    SandboxCharge,
    SandboxPayout,
)
from app.providers.provider import (
    Capabilities,
    CaptureRequest,
    ChargeRequest,
    Declined,
    Known,
    MethodRequest,
    Notice,
    Outcome,
    PayoutRequest,
    RefundRequest,
    ReportLine,
    SavedMethod,
    Stage,
    Subject,
    Unanswered,
    VoidRequest,
    Webhook,
)
from app.providers.sandbox import webhooks
from app.providers.sandbox.refunding import decide_refund, give_back, go_on_later
from app.providers.sandbox.scenarios import (
    ANSWER_IS_LOST,
    DESTINATIONS,
    NEVER_ARRIVES,
    REFUSALS,
    TOKENS,
    label_of,
)
from app.providers.sandbox.standing import HOLD_TTL, expire, outcome_of
from app.queries import sandbox as sandbox_queries
from lapa_kit import clock
from lapa_kit.db import Sessions


class Sandbox:
    name = "sandbox"
    webhook_answer = ""
    capabilities = Capabilities(
        hold=True,
        hold_ttl=HOLD_TTL,
        partial_capture=True,
        partial_refund=True,
        split=False,
        async_refund=True,
        payout=True,
    )

    def __init__(self, sessions: Sessions) -> None:
        self.sessions = sessions

    async def save_method(self, request: MethodRequest) -> SavedMethod | Declined | Unanswered:
        if request.token not in TOKENS:
            return Declined("payment_declined")
        return SavedMethod(request.token, label_of(request.token))

    async def charge(self, request: ChargeRequest) -> Outcome:
        async with self.sessions.begin() as session:
            token = await sandbox_queries.find_scenario(session) or request.token
            charge = _charge_of(request, token)
            if await sandbox_queries.add_charge(session, charge):
                await _decide(session, charge)
            charge = await sandbox_queries.lock_charge_of(session, request.reference)
            assert charge, "it has just been written, or was there before"
            return _answer(charge)

    async def look_up(self, charge: Known) -> Outcome | None:
        async with self.sessions.begin() as session:
            known = await sandbox_queries.lock_charge_of(session, charge.reference)
            if known is None:
                return None
            expire(known)
            return outcome_of(known)

    async def capture(self, request: CaptureRequest) -> Outcome:
        async with self.sessions.begin() as session:
            charge = await sandbox_queries.lock_charge_of(session, request.charge.reference)
            if charge is None:
                return Declined("not_held")
            expire(charge)
            if charge.outcome == HELD and charge.token == "tok_hold_lost":
                charge.lapse("hold_lost")
            if charge.outcome == HELD and 0 < request.amount <= charge.amount:
                charge.take(request.amount, clock.now())
                await _after_taking(session, charge)
                await tell(session, charge)
            elif charge.outcome != PAID or charge.taken != request.amount:
                return Declined("not_held")
            return _answer(charge)

    async def void(self, request: VoidRequest) -> Outcome:
        async with self.sessions.begin() as session:
            charge = await sandbox_queries.lock_charge_of(session, request.charge.reference)
            if charge is None or charge.outcome not in (HELD, WAITING, VOIDED):
                return Declined("not_held")
            if charge.outcome != VOIDED:
                charge.outcome = VOIDED
                await tell(session, charge)
            return _answer(charge)

    async def refund(self, request: RefundRequest) -> Outcome:
        async with self.sessions.begin() as session:
            charge = await sandbox_queries.lock_charge_of(session, request.charge.reference)
            if charge is None:
                return Declined("nothing_to_refund")
            refund = await sandbox_queries.find_refund(session, request.reference)
            if refund is None:
                if charge.outcome != PAID or request.amount > charge.taken - charge.refunded:
                    return Declined("nothing_to_refund")
                refund = await give_back(session, charge, request)
            return Unanswered() if charge.token in ANSWER_IS_LOST else outcome_of(refund)

    async def look_up_refund(self, refund: Known, charge: Known) -> Outcome | None:
        async with self.sessions.begin() as session:
            await sandbox_queries.lock_charge_of(session, charge.reference)
            known = await sandbox_queries.find_refund(session, refund.reference)
            if known is None:
                return None
            await decide_refund(session, known)
            return outcome_of(known)

    async def pay_out(self, request: PayoutRequest) -> Outcome:
        if request.token == NEVER_ARRIVES:
            return Unanswered()
        code = DESTINATIONS.get(request.token, "destination_refused")
        async with self.sessions.begin() as session:
            payout = SandboxPayout(
                reference=request.reference,
                amount=request.amount,
                currency=request.currency,
                outcome=REFUSED if code else PAID,
                code=code,
                asked=1,
                created_at=clock.now(),
            )
            payout = await sandbox_queries.add_payout(session, payout)
        return Unanswered() if request.token in ANSWER_IS_LOST else outcome_of(payout)

    async def look_up_payout(self, payout: Known) -> Outcome | None:
        async with self.sessions.begin() as session:
            known = await sandbox_queries.find_payout(session, payout.reference)
        return outcome_of(known) if known else None

    async def read_webhook(self, webhook: Webhook) -> list[Notice]:
        return webhooks.read(webhook)

    async def report(self, day: date) -> list[ReportLine]:
        async with self.sessions.begin() as session:
            rows = await sandbox_queries.list_movements(session, day)
        return [
            _line_of(Subject(subject), reference, amount, currency)
            for subject, reference, amount, currency in rows
        ]


def _line_of(subject: Subject, reference: UUID, amount: int, currency: str) -> ReportLine:
    """A chargeback has a name of his; all else goes by the customer's reference."""
    if subject is Subject.CHARGEBACK:
        return ReportLine(subject, webhooks.name_of_chargeback(reference), None, amount, currency)
    return ReportLine(subject, str(reference), reference, amount, currency)


def _charge_of(request: ChargeRequest, token: str) -> SandboxCharge:
    return SandboxCharge(
        reference=request.reference,
        secret=secrets.token_urlsafe(24),
        token=token,
        amount=request.amount,
        currency=request.currency,
        is_hold=request.hold,
        outcome=WAITING,
        taken=0,
        refunded=0,
        return_url=request.return_url,
        created_at=clock.now(),
    )


async def _decide(session: AsyncSession, made: SandboxCharge) -> None:
    charge = await sandbox_queries.lock_charge_of(session, made.reference)
    assert charge
    if charge.token in ("tok_3ds", "tok_pending"):
        if charge.token == "tok_pending":
            await go_on_later(session, charge.reference)
        return
    if charge.token not in TOKENS or charge.token in REFUSALS:
        charge.refuse(REFUSALS.get(charge.token, "payment_declined"))
    else:
        await accept(session, charge)
    await tell(session, charge)


async def accept(session: AsyncSession, charge: SandboxCharge) -> None:
    """The card is good, or its owner has confirmed."""
    charge.accept(clock.now())
    if charge.outcome == PAID:
        await _after_taking(session, charge)


async def _after_taking(session: AsyncSession, charge: SandboxCharge) -> None:
    if charge.token == "tok_chargeback":
        await go_on_later(session, charge.reference)


async def go_on(session: AsyncSession, reference: UUID) -> None:
    """A minute later: a charge or refund is decided, or the bank takes a charge back."""
    if refund := await sandbox_queries.find_refund(session, reference):
        await sandbox_queries.lock_charge_of(session, refund.charge_reference)
        await decide_refund(session, refund)
        return
    charge = await sandbox_queries.lock_charge_of(session, reference)
    if charge and charge.outcome == WAITING:
        await accept(session, charge)
        await tell(session, charge)
    elif charge and charge.outcome == PAID and charge.token == "tok_chargeback":
        await charge_back(session, charge, Stage.OPENED)


async def charge_back(session: AsyncSession, charge: SandboxCharge, stage: Stage) -> None:
    """The cardholder's bank takes the money back, or has decided who keeps it."""
    if await sandbox_queries.put_chargeback(session, charge, stage.value, now=clock.now()):
        await webhooks.plan(
            session,
            Subject.CHARGEBACK,
            charge.reference,
            amount=charge.taken,
            currency=charge.currency,
            stage=stage,
        )


async def tell(session: AsyncSession, charge: SandboxCharge) -> None:
    amount, currency = charge.amount, charge.currency
    await webhooks.plan(session, Subject.CHARGE, charge.reference, amount=amount, currency=currency)


def _answer(charge: SandboxCharge) -> Outcome:
    return Unanswered() if charge.token in ANSWER_IS_LOST else outcome_of(charge)
