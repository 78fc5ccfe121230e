"""What is asked of T-Bank, and how: https://developer.tbank.ru/eacq/intro.

People send the tokens `page` (a card given on the bank's page each time, and kept there for them) and `card` (the one
that was kept last). A kept card is known by a number that could be guessed, so saved tokens bear our seal.
"""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import orjson

from app.config import settings
from app.providers.provider import (
    Capabilities,
    CaptureRequest,
    ChargeRequest,
    Declined,
    Known,
    MethodRequest,
    Moved,
    NeedsConfirmation,
    Notice,
    Outcome,
    Paid,
    PayoutRequest,
    Pending,
    RefundRequest,
    ReportLine,
    ReportNotAvailable,
    SavedMethod,
    Subject,
    Unanswered,
    Voided,
    VoidRequest,
    Webhook,
    WebhookNotGenuine,
    WebhookNotUnderstood,
    reference_in,
)
from app.providers.rubles import RUB
from app.providers.tinkoff.statuses import HELD, LET_GO, TAKEN, code_of, due, furthest, outcome_of
from app.providers.tinkoff.terminal import NO_SUCH_ORDER, NoAnswer, Terminal, error_of
from lapa_kit import clock
from lapa_kit.db import Sessions

PAGE, CARD = "page", "card"
WEBHOOKS = "/api/v1/payments/webhooks/tinkoff"


class Tinkoff:
    name = "tinkoff"
    webhook_answer = "OK"
    capabilities = Capabilities(
        hold=True,
        # the first of the seven days may be nearly over
        hold_ttl=timedelta(days=6),
        partial_capture=True,
        partial_refund=True,
        split=False,
        async_refund=True,
        payout=False,
        report=False,
    )

    def __init__(self, sessions: Sessions, terminal: Terminal | None = None) -> None:
        self.terminal = terminal or Terminal(
            settings.tinkoff_terminal_key,
            settings.tinkoff_password.get_secret_value(),
            url=settings.tinkoff_url,
            patience_s=settings.provider_patience.total_seconds(),
        )

    async def save_method(self, request: MethodRequest) -> SavedMethod | Declined | Unanswered:
        if request.token == PAGE:
            return SavedMethod(self.terminal.seal(f"{PAGE}:{request.owner_id}"), "T-Bank")
        if request.token != CARD:
            return Declined("payment_declined")
        try:
            cards = await self.terminal.ask("GetCardList", CustomerKey=str(request.owner_id))
        except NoAnswer:
            return Unanswered()
        kept = [card for card in cards if _is_usable(card)] if isinstance(cards, list) else []
        if not kept:
            return Declined("payment_declined")
        card = max(kept, key=lambda card: int(card["RebillId"]))
        return SavedMethod(self.terminal.seal(f"{CARD}:{card['RebillId']}"), f"•{card['Pan'][-4:]}")

    async def charge(self, request: ChargeRequest) -> Outcome:
        if request.currency != RUB:
            return Declined("currency_not_supported")
        kind, value = self._payer(request.token)
        if kind is None:
            return Declined("payment_declined")
        try:
            # it does not promise to make one payment of one order
            if known := await self._find(request.reference):
                return outcome_of(known, clock.now())
            return await self._start(request, kind, value)
        except NoAnswer:
            return Unanswered()

    def _payer(self, token: str) -> tuple[str | None, str]:
        """Page or card, and whose or which."""
        if token == PAGE:
            return PAGE, ""
        kind, _, value = (self.terminal.unseal(token) or "").partition(":")
        return (kind, value) if kind in (PAGE, CARD) else (None, "")

    async def _start(self, request: ChargeRequest, kind: str, value: str) -> Outcome:
        back = request.return_url or settings.public_url
        given: dict[str, Any] = {
            "Amount": request.amount,
            "OrderId": str(request.reference),
            "Description": "Lapa",
            "PayType": "T" if request.hold else "O",
            "RedirectDueDate": due(settings.confirmation_life),
            "NotificationURL": f"{settings.public_url}{WEBHOOKS}",
            "SuccessURL": back,
            "FailURL": back,
        }
        if kind == PAGE and value:
            given |= {"CustomerKey": value, "Recurrent": "Y"}
        payment = await self.terminal.ask("Init", **given)
        if not payment["Success"]:
            return Declined(code_of(payment))
        if kind == PAGE:
            return outcome_of(payment, clock.now(), page=payment["PaymentURL"])
        its_id = str(payment["PaymentId"])
        charged = await self.terminal.ask("Charge", PaymentId=its_id, RebillId=value)
        if not charged["Success"]:
            return Declined(code_of(charged), its_id)
        return outcome_of({"Amount": request.amount, **charged}, clock.now())

    async def look_up(self, charge: Known) -> Outcome | None:
        try:
            payment = await self._find(charge.reference)
        except NoAnswer:
            return Unanswered()
        if payment is None:
            return None
        outcome = outcome_of(payment, charge.asked_at)
        if isinstance(outcome, NeedsConfirmation) and charge.provider_id is None:
            # its address was lost with the answer: nobody can go there, and it ends by itself
            return Pending(outcome.provider_id)
        return outcome

    async def _find(self, reference: UUID) -> dict[str, Any] | None:
        """Raises NoAnswer."""
        answer = await self.terminal.ask("CheckOrder", OrderId=str(reference))
        if error_of(answer) == NO_SUCH_ORDER:
            return None
        if not answer["Success"]:
            raise NoAnswer
        return furthest(answer.get("Payments") or [])

    async def capture(self, request: CaptureRequest) -> Outcome:
        try:
            payment = await self._find(request.charge.reference)
            if payment and payment["Status"] in HELD:
                its_id = str(payment["PaymentId"])
                await self.terminal.ask("Confirm", PaymentId=its_id, Amount=request.amount)
                payment = await self._find(request.charge.reference)
        except NoAnswer:
            return Unanswered()
        outcome = outcome_of(payment, clock.now()) if payment else None
        if isinstance(outcome, Paid) and outcome.amount in (None, request.amount):
            return Paid(outcome.provider_id, request.amount)
        return outcome if isinstance(outcome, Pending) else Declined("not_held")

    async def void(self, request: VoidRequest) -> Outcome:
        try:
            payment = await self._find(request.charge.reference)
            if payment is None or payment["Status"] in TAKEN:
                # from here on the same question would be a refund
                return Declined("not_held")
            if payment["Status"] not in LET_GO:
                its_id = str(payment["PaymentId"])
                payment = await self.terminal.ask(
                    "Cancel", PaymentId=its_id, ExternalRequestId=str(request.reference)
                )
        except NoAnswer:
            return Unanswered()
        is_gone = payment["Status"] in LET_GO if payment.get("Status") else False
        return Voided(str(payment["PaymentId"])) if is_gone else Declined("not_held")

    async def refund(self, request: RefundRequest) -> Outcome:
        return await self._refund(request.charge, request.reference, request.amount)

    async def _refund(self, charge: Known, reference: UUID, amount: int) -> Outcome:
        """Once for each `reference`: T-Bank makes one of all that bear the same `ExternalRequestId`."""
        try:
            payment = await self._find(charge.reference)
            if payment is None or payment["Status"] not in TAKEN:
                # before it is taken the same question would let the hold go
                return Declined("nothing_to_refund")
            answer = await self.terminal.ask(
                "Cancel",
                PaymentId=str(payment["PaymentId"]),
                Amount=amount,
                ExternalRequestId=str(reference),
            )
        except NoAnswer:
            return Unanswered()
        if not answer["Success"]:
            return Declined("nothing_to_refund")
        match answer["Status"]:
            case "PARTIAL_REFUNDED" | "REFUNDED":
                return Paid(amount=amount)
            case "REFUNDING" | "ASYNC_REFUNDING":
                return Pending()
            case _:
                return Declined("refund_failed")

    async def look_up_refund(self, refund: Known, charge: Known) -> Outcome | None:
        """It can only be asked for again; None for one whose amount nobody knows."""
        if refund.amount is None:
            return None
        return await self._refund(charge, refund.reference, refund.amount)

    async def pay_out(self, request: PayoutRequest) -> Outcome:
        return Declined("payouts_not_supported")

    async def look_up_payout(self, payout: Known) -> Outcome | None:
        return None

    async def read_webhook(self, webhook: Webhook) -> list[Notice]:
        try:
            message = orjson.loads(webhook.body)
        except orjson.JSONDecodeError as error:
            raise WebhookNotUnderstood from error
        if not isinstance(message, dict) or "Token" not in message:
            raise WebhookNotUnderstood
        if not self.terminal.is_signed(message):
            raise WebhookNotGenuine
        if "OrderId" not in message:  # of cards and receipts
            return []
        its_id = str(message.get("PaymentId"))
        return [Moved(message["Token"], Subject.CHARGE, reference_in(message["OrderId"]), its_id)]

    async def report(self, day: date) -> list[ReportLine]:
        raise ReportNotAvailable("T-Bank gives its registers in its cabinet.")


def _is_usable(card: dict[str, Any]) -> bool:
    return card.get("Status") == "A" and str(card.get("RebillId") or "").isdecimal()
