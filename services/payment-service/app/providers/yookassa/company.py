"""What is asked of YooKassa, and how: https://yookassa.ru/developers/payment-acceptance."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import structlog
from yookassa.domain.exceptions import (
    ApiError,
    BadRequestError,
    ForbiddenError,
    NotFoundError,
    UnauthorizedError,
)
from yookassa.domain.request import CapturePaymentRequest, PaymentRequest, RefundRequest

from app.config import settings
from app.providers.provider import (
    Capabilities,
    CaptureRequest,
    ChargeRequest,
    Declined,
    Known,
    MethodRequest,
    Notice,
    Outcome,
    Paid,
    PayoutRequest,
    ReportLine,
    ReportNotAvailable,
    SavedMethod,
    Unanswered,
    Voided,
    VoidRequest,
    Webhook,
    reference_in,
)
from app.providers.provider import RefundRequest as Refunding
from app.providers.rubles import RUB, written
from app.providers.yookassa import webhooks
from app.providers.yookassa.objects import (
    label_of,
    outcome_of_payment,
    outcome_of_refund,
    reference_of,
    report_lines,
)
from app.providers.yookassa.shop import Answer, Shop
from lapa_kit.db import Sessions

log = structlog.get_logger()
REFUSALS = (BadRequestError, ForbiddenError, NotFoundError, UnauthorizedError)
PAGE = "page"
"""The token of who gives his card on YooKassa's own page, each time anew."""
HOLD_TTL = timedelta(days=7)
EARLY, LATE = timedelta(minutes=1), timedelta(hours=1)
MOST_PAGES = 20


class YooKassa:
    name = "yookassa"
    webhook_answer = ""
    capabilities = Capabilities(
        hold=True,
        hold_ttl=HOLD_TTL,
        partial_capture=True,
        partial_refund=True,
        split=False,
        async_refund=True,
        payout=False,
    )

    def __init__(self, sessions: Sessions, shop: Shop | None = None) -> None:
        self.shop = shop or Shop(
            settings.yookassa_shop_id,
            settings.yookassa_secret_key.get_secret_value(),
            url=settings.yookassa_url,
            patience_s=settings.provider_patience.total_seconds(),
        )

    async def save_method(self, request: MethodRequest) -> SavedMethod | Declined | Unanswered:
        if request.token == PAGE:
            return SavedMethod(PAGE, "ЮKassa")
        if not _is_saved(request.token):
            return Declined("method_not_reusable")
        try:
            method = await self.shop.get(f"/payment_methods/{request.token}")
        except REFUSALS:
            return Declined("payment_declined")
        except ApiError:
            return Unanswered()
        is_usable = method.get("saved") and method.get("status", "active") == "active"
        return (
            SavedMethod(method["id"], label_of(method))
            if is_usable
            else Declined("payment_declined")
        )

    async def charge(self, request: ChargeRequest) -> Outcome:
        if request.currency != RUB:
            return Declined("currency_not_supported")
        try:
            body = self._payment(request)
        except (ValueError, TypeError):  # what the SDK says of a token that cannot be one
            return Declined("payment_declined")
        try:
            payment = await self.shop.post("/payments", str(request.reference), body)
        except REFUSALS as refusal:
            _tell(refusal)
            return Declined("payment_declined")
        except ApiError:
            return Unanswered()
        return outcome_of_payment(payment)

    def _payment(self, request: ChargeRequest) -> PaymentRequest:
        return PaymentRequest(
            {
                "amount": _amount(request.amount),
                "capture": not request.hold,
                "metadata": {"reference": str(request.reference)},
                "description": "Lapa",
                **_payer(request.token, request.return_url or settings.public_url),
            }
        )

    async def capture(self, request: CaptureRequest) -> Outcome:
        body = CapturePaymentRequest({"amount": _amount(request.amount)})
        outcome = await self._change("capture", request.reference, request.charge, body)
        if isinstance(outcome, Paid) and outcome.amount != request.amount:
            return Declined("not_held", outcome.provider_id)
        return outcome if isinstance(outcome, Paid | Unanswered) else Declined("not_held")

    async def void(self, request: VoidRequest) -> Outcome:
        outcome = await self._change("cancel", request.reference, request.charge)
        return outcome if isinstance(outcome, Voided | Unanswered) else Declined("not_held")

    async def _change(
        self, what: str, key: UUID, charge: Known, body: CapturePaymentRequest | None = None
    ) -> Outcome | None:
        """Where the charge stands after that, also when it had got there before."""
        try:
            payment = await self._find(charge)
            if payment is None:
                return None
            try:
                payment = await self.shop.post(f"/payments/{payment['id']}/{what}", str(key), body)
            except REFUSALS as refusal:
                _tell(refusal)
                payment = await self._find(charge)
        except ApiError:
            return Unanswered()
        return outcome_of_payment(payment) if payment else None

    async def look_up(self, charge: Known) -> Outcome | None:
        try:
            payment = await self._find(charge)
        except ApiError:
            return Unanswered()
        return outcome_of_payment(payment) if payment else None

    async def _find(self, charge: Known) -> Answer | None:
        """By its id, or by our reference among those that were made at the time. Raises ApiError."""
        if charge.provider_id:
            try:
                return await self.shop.get(f"/payments/{charge.provider_id}")
            except NotFoundError:
                return None
        made = _between("created_at", charge.asked_at - EARLY, charge.asked_at + LATE)
        return _with(charge.reference, await self._list("/payments", made))

    async def refund(self, request: Refunding) -> Outcome:
        try:
            payment = await self._find(request.charge)
            if payment is None:
                return Declined("nothing_to_refund")
            body = RefundRequest(
                {
                    "payment_id": payment["id"],
                    "amount": _amount(request.amount),
                    "metadata": {"reference": str(request.reference)},
                }
            )
            return outcome_of_refund(await self.shop.post("/refunds", str(request.reference), body))
        except REFUSALS as refusal:
            _tell(refusal)
            return Declined("nothing_to_refund")
        except ApiError:
            return Unanswered()

    async def look_up_refund(self, refund: Known, charge: Known) -> Outcome | None:
        try:
            found = await self._find_refund(refund, charge)
        except ApiError:
            return Unanswered()
        return outcome_of_refund(found) if found else None

    async def _find_refund(self, refund: Known, charge: Known) -> Answer | None:
        if refund.provider_id:
            try:
                return await self.shop.get(f"/refunds/{refund.provider_id}")
            except NotFoundError:
                return None
        payment = await self._find(charge)
        if payment is None:
            return None
        of_payment = {"payment_id": str(payment["id"])}
        return _with(refund.reference, await self._list("/refunds", of_payment))

    async def pay_out(self, request: PayoutRequest) -> Outcome:
        return Declined("payouts_not_supported")

    async def look_up_payout(self, payout: Known) -> Outcome | None:
        return None

    async def read_webhook(self, webhook: Webhook) -> list[Notice]:
        return await webhooks.read(webhook, self.shop, settings.yookassa_networks)

    async def report(self, day: date) -> list[ReportLine]:
        midnight = datetime.combine(day, time(), UTC)
        until = midnight + timedelta(days=1)
        try:
            taken = await self._list("/payments", _between("captured_at", midnight, until))
            returned = await self._list("/refunds", _between("created_at", midnight, until))
        except ApiError as error:
            raise ReportNotAvailable from error
        payments = [payment for payment in taken if payment["status"] == "succeeded"]
        refunds = [refund for refund in returned if refund["status"] == "succeeded"]
        return list(report_lines(payments, refunds))

    async def _list(self, path: str, wanted: Mapping[str, str]) -> list[Answer]:
        """All of them, page by page. Raises ApiError, also when there is no end to them."""
        found: list[Answer] = []
        query = {**wanted, "limit": "100"}
        for _ in range(MOST_PAGES):
            page = await self.shop.get(path, **query)
            found += page["items"]
            cursor = page.get("next_cursor")
            if not cursor:
                return found
            query["cursor"] = cursor
        raise ApiError({"description": "more than can be looked through"})


def _amount(amount: int) -> dict[str, str]:
    return {"value": written(amount), "currency": RUB}


def _payer(token: str, return_url: str) -> dict[str, Any]:
    """A card that was saved, one that was given on our page (a token that can be used once), or YooKassa's page."""
    if _is_saved(token):
        return {"payment_method_id": token}
    confirmation = {"type": "redirect", "return_url": return_url}
    if token == PAGE:
        return {"payment_method_data": {"type": "bank_card"}, "confirmation": confirmation}
    return {"payment_token": token, "confirmation": confirmation}


def _is_saved(token: str) -> bool:
    """Ids of saved methods are UUIDs, tokens are not."""
    return reference_in(token) is not None


def _between(field: str, since: datetime, until: datetime) -> dict[str, str]:
    return {f"{field}.gte": _instant(since), f"{field}.lt": _instant(until)}


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def _with(reference: UUID, items: list[Answer]) -> Answer | None:
    return next((item for item in items if reference_of(item) == reference), None)


def _tell(refusal: ApiError) -> None:
    """What a request was refused for is in no answer of ours; the operator finds it here."""
    said: dict[str, Any] = refusal.content or {}
    log.warning("yookassa_refused", code=said.get("code"), parameter=said.get("parameter"))
