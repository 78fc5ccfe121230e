"""What is asked of the bank for an SBP payment.

SBP sets nothing aside: what is paid is paid, and goes back by a refund that may fail days later. Of the banks that
publish their SBP protocol, Raiffeisenbank's takes our reference for a payment and for each refund and answers for
either by it; T-Bank's cannot tell two refunds of a payment apart.
"""

import json
from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

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
from app.providers.rubles import RUB, kopecks
from app.providers.sbp.bank import SIGNED, Bank, NoAnswer, Refused
from lapa_kit import clock
from lapa_kit.db import Sessions

TOKEN = "sbp"
"""There is nothing to keep: the person chooses the bank and account in his app, each time."""
SIGNATURE = "x-api-signature-sha256"
MOSCOW = ZoneInfo("Europe/Moscow")


class Sbp:
    name = "sbp"
    webhook_answer = ""
    capabilities = Capabilities(
        hold=False,
        hold_ttl=None,
        partial_capture=False,
        partial_refund=True,
        split=False,
        async_refund=True,
        payout=False,
        report=False,
    )

    def __init__(self, sessions: Sessions, bank: Bank | None = None) -> None:
        self.bank = bank or Bank(
            settings.sbp_merchant_id,
            settings.sbp_secret_key.get_secret_value(),
            url=settings.sbp_url,
            patience_s=settings.provider_patience.total_seconds(),
        )

    async def save_method(self, request: MethodRequest) -> SavedMethod | Declined | Unanswered:
        return SavedMethod(TOKEN, "СБП") if request.token == TOKEN else Declined("payment_declined")

    async def charge(self, request: ChargeRequest) -> Outcome:
        if request.currency != RUB:
            return Declined("currency_not_supported")
        if request.hold or request.token != TOKEN:
            return Declined("payment_declined")
        try:
            # a second code for the same order would be one more that can be paid
            return await self._stand(request.reference) or await self._register(request)
        except Refused:
            return Declined("payment_declined")
        except NoAnswer:
            return Unanswered()

    async def _register(self, request: ChargeRequest) -> Outcome:
        until = (clock.now() + settings.confirmation_life).astimezone(MOSCOW)
        body = {
            "qrType": "QRDynamic",
            "order": str(request.reference),
            "amount": request.amount / 100,
            "currency": RUB,
            "sbpMerchantId": self.bank.merchant_id,
            "qrExpirationDate": until.isoformat(timespec="seconds"),
            "paymentDetails": "Lapa",
            "redirectUrl": request.return_url or settings.public_url,
        }
        code = await self.bank.ask("POST", "/sbp/v2/qrs", body)
        return NeedsConfirmation(code["payload"], code["qrId"])

    async def look_up(self, charge: Known) -> Outcome | None:
        try:
            return await self._stand(charge.reference)
        except (NoAnswer, Refused):
            return Unanswered()

    async def _stand(self, reference: UUID) -> Outcome | None:
        """How an order of ours stands; None for one the bank has not got. Raises NoAnswer, Refused."""
        order = await self._order(reference)
        if order is None:
            return None
        its_id = order["qr"]["id"]
        match order["status"]["value"]:
            case "PAID":
                return Paid(its_id, kopecks(order["amount"]))
            case "NEW":
                code = await self.bank.ask("GET", f"/sbp/v2/qrs/{its_id}")
                return NeedsConfirmation(code["payload"], its_id)
            case "EXPIRED":
                return Declined("confirmation_expired", its_id)
            case "CANCELLED":
                return Voided(its_id)
            case _:
                return Pending(its_id)

    async def _order(self, reference: UUID) -> dict[str, Any] | None:
        try:
            return await self.bank.ask("GET", f"/payment/v1/orders/{reference}")
        except Refused as refusal:
            if refusal.is_unknown:
                return None
            raise

    async def capture(self, request: CaptureRequest) -> Outcome:
        return Declined("not_held")

    async def void(self, request: VoidRequest) -> Outcome:
        """Only what nobody has paid yet."""
        try:
            order = await self._order(request.charge.reference)
            if order and order["status"]["value"] == "NEW":
                with suppress(Refused):  # paid or over in this moment
                    await self.bank.ask("DELETE", f"/sbp/v2/qrs/{order['qr']['id']}")
            outcome = await self._stand(request.charge.reference)
        except (NoAnswer, Refused):
            return Unanswered()
        return outcome if isinstance(outcome, Voided) else Declined("not_held")

    async def refund(self, request: RefundRequest) -> Outcome:
        body = {
            "amount": request.amount / 100,
            "order": str(request.charge.reference),
            "refundId": str(request.reference),
        }
        try:
            try:
                return _outcome_of(await self.bank.ask("POST", "/sbp/v1/refund", body))
            except Refused:
                known = await self._refund(request.reference)
                return known or Declined("nothing_to_refund")
        except NoAnswer:
            return Unanswered()

    async def look_up_refund(self, refund: Known, charge: Known) -> Outcome | None:
        try:
            return await self._refund(refund.reference)
        except NoAnswer:
            return Unanswered()

    async def _refund(self, reference: UUID) -> Outcome | None:
        try:
            return _outcome_of(await self.bank.ask("GET", f"/sbp/v1/refund/{reference}"))
        except Refused as refusal:
            return None if refusal.is_unknown else Unanswered()

    async def pay_out(self, request: PayoutRequest) -> Outcome:
        return Declined("payouts_not_supported")

    async def look_up_payout(self, payout: Known) -> Outcome | None:
        return None

    async def read_webhook(self, webhook: Webhook) -> list[Notice]:
        try:
            # numbers stay as they were written: so are they signed
            message = json.loads(webhook.body, parse_float=str, parse_int=str)
        except ValueError as error:
            raise WebhookNotUnderstood from error
        if not isinstance(message, dict) or not all(
            isinstance(message.get(name), str) for name in (*SIGNED, "qrId")
        ):
            raise WebhookNotUnderstood
        if not self.bank.is_signed(message, webhook.headers.get(SIGNATURE, "")):
            raise WebhookNotGenuine
        event_id = f"{message.get('transactionId')}:{message['paymentStatus']}:{message['qrId']}"
        return [Moved(event_id, Subject.CHARGE, reference_in(message["order"]), message["qrId"])]

    async def report(self, day: date) -> list[ReportLine]:
        raise ReportNotAvailable("The bank gives its registers in its cabinet.")


def _outcome_of(refund: dict[str, Any]) -> Outcome:
    match refund["refundStatus"]:
        case "COMPLETED":
            return Paid(amount=kopecks(refund["amount"]))
        case "DECLINED":
            return Declined("refund_failed")
        case _:
            return Pending()
