"""Stripe, through its own SDK: PaymentIntents that are confirmed at once, captured later where they are only held.

Our references travel as idempotency keys and as `metadata.reference`; what was asked for without an answer is found by
listing what was made since. A payment method is kept under a customer of its owner: its token here is `cus_…:pm_…`.
"""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar
from uuid import UUID
from weakref import WeakKeyDictionary

import orjson
import stripe
import structlog

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
    PayoutRequest,
    RefundRequest,
    ReportLine,
    ReportNotAvailable,
    SavedMethod,
    Unanswered,
    Voided,
    VoidRequest,
    Webhook,
    WebhookNotGenuine,
    WebhookNotUnderstood,
)
from app.providers.stripe_reading import (
    HOLD_TTL,
    line_of,
    notices_of,
    outcome_of,
    outcome_of_refund,
    reference_of,
    refusal_in,
)
from lapa_kit import clock
from lapa_kit.db import Sessions

T = TypeVar("T")
Made = TypeVar("Made", stripe.PaymentIntent, stripe.Refund)
# our clock and Stripe's need not agree to the second
SKEW = timedelta(minutes=2)
PAGE = 100

log = structlog.get_logger()
# connections are kept for as long as the event loop that they belong to
_connections: WeakKeyDictionary[asyncio.AbstractEventLoop, stripe.HTTPXClient] = WeakKeyDictionary()


def _client() -> stripe.StripeClient:
    loop = asyncio.get_running_loop()
    if loop not in _connections:
        patience = settings.provider_patience.total_seconds()
        _connections[loop] = stripe.HTTPXClient(timeout=patience)
    assert settings.stripe_api_key, "without it there is no such provider"
    return stripe.StripeClient(
        settings.stripe_api_key.get_secret_value(),
        base_addresses={"api": settings.stripe_api_base},
        http_client=_connections[loop],
        max_network_retries=0,
    )


class Stripe:
    name = "stripe"
    webhook_answer = ""
    capabilities = Capabilities(
        hold=True,
        hold_ttl=HOLD_TTL,
        partial_capture=True,
        partial_refund=True,
        split=False,
        async_refund=True,
    )

    def __init__(self, sessions: Sessions) -> None:
        self.api = _client().v1

    async def save_method(self, request: MethodRequest) -> SavedMethod | Declined | Unanswered:
        saved = await _answer(self._save(request))
        if isinstance(saved, SavedMethod | Declined):
            return saved
        return Unanswered()

    async def _save(self, request: MethodRequest) -> SavedMethod | Declined:
        """A method that is a customer's already stays with him, and is nobody else's."""
        owner = str(request.owner_id)
        method = await self.api.payment_methods.retrieve_async(request.token)
        if method.customer:
            customer = await self.api.customers.retrieve_async(str(method.customer))
            if customer.to_dict().get("metadata", {}).get("owner") != owner:
                return Declined("payment_declined")
        else:
            customer = await self.api.customers.create_async(
                {"metadata": {"owner": owner}}, {"idempotency_key": f"customer:{owner}"}
            )
            method = await self.api.payment_methods.attach_async(
                method.id, {"customer": customer.id}
            )
        label = f"•{method.card.last4}" if method.card else method.type
        return SavedMethod(f"{customer.id}:{method.id}", label)

    async def charge(self, request: ChargeRequest) -> Outcome:
        customer, _, method = request.token.rpartition(":")
        params: Any = {
            "amount": request.amount,
            "currency": request.currency.lower(),
            "payment_method": method,
            "payment_method_types": ["card"],
            "capture_method": "manual" if request.hold else "automatic",
            "confirm": True,
            "return_url": request.return_url,
            "metadata": {"reference": str(request.reference)},
        }
        if customer:
            params["customer"] = customer
        options: Any = {"idempotency_key": f"charge:{request.reference}"}
        intent = await _answer(self.api.payment_intents.create_async(params, options))
        return outcome_of(intent.to_dict()) if isinstance(intent, stripe.PaymentIntent) else intent

    async def capture(self, request: CaptureRequest) -> Outcome:
        provider_id = await self._id_of(request.charge)
        if not isinstance(provider_id, str):
            return provider_id or Declined("not_held")
        params: Any = {"amount_to_capture": request.amount}
        options: Any = {"idempotency_key": f"capture:{request.reference}"}
        call = self.api.payment_intents.capture_async(provider_id, params, options)
        intent = await _answer(call, refused="not_held")
        return outcome_of(intent.to_dict()) if isinstance(intent, stripe.PaymentIntent) else intent

    async def void(self, request: VoidRequest) -> Outcome:
        provider_id = await self._id_of(request.charge)
        if not isinstance(provider_id, str):
            return provider_id or Declined("not_held")
        options: Any = {"idempotency_key": f"void:{request.reference}"}
        call = self.api.payment_intents.cancel_async(provider_id, {}, options)
        intent = await _answer(call, refused="not_held")
        if isinstance(intent, stripe.PaymentIntent):
            return outcome_of(intent.to_dict())
        stands = await self.look_up(request.charge) if isinstance(intent, Declined) else None
        return stands if isinstance(stands, Voided) else intent

    async def look_up(self, charge: Known) -> Outcome | None:
        intent = await _answer(self._find_intent(charge))
        return outcome_of(intent.to_dict()) if isinstance(intent, stripe.PaymentIntent) else intent

    async def _find_intent(self, charge: Known) -> stripe.PaymentIntent | None:
        if charge.provider_id:
            return await self.api.payment_intents.retrieve_async(charge.provider_id)
        params: Any = {"created": _since(charge), "limit": PAGE}
        found = await self.api.payment_intents.list_async(params)
        return await _with_reference(found.auto_paging_iter(), charge.reference)

    async def _id_of(self, charge: Known) -> str | Unanswered | None:
        if charge.provider_id:
            return charge.provider_id
        intent = await _answer(self._find_intent(charge))
        if isinstance(intent, stripe.PaymentIntent):
            return intent.id
        return intent if isinstance(intent, Unanswered) else None

    async def refund(self, request: RefundRequest) -> Outcome:
        provider_id = await self._id_of(request.charge)
        if not isinstance(provider_id, str):
            return provider_id or Declined("nothing_to_refund")
        params: Any = {
            "payment_intent": provider_id,
            "amount": request.amount,
            "metadata": {"reference": str(request.reference)},
        }
        options: Any = {"idempotency_key": f"refund:{request.reference}"}
        call = self.api.refunds.create_async(params, options)
        refund = await _answer(call, refused="nothing_to_refund")
        return outcome_of_refund(refund.to_dict()) if isinstance(refund, stripe.Refund) else refund

    async def look_up_refund(self, refund: Known, charge: Known) -> Outcome | None:
        found = await _answer(self._find_refund(refund, charge))
        return outcome_of_refund(found.to_dict()) if isinstance(found, stripe.Refund) else found

    async def _find_refund(self, refund: Known, charge: Known) -> stripe.Refund | None:
        if refund.provider_id:
            return await self.api.refunds.retrieve_async(refund.provider_id)
        if (intent := await self._find_intent(charge)) is None:
            return None
        params: Any = {"payment_intent": intent.id, "limit": PAGE}
        found = await self.api.refunds.list_async(params)
        return await _with_reference(found.auto_paging_iter(), refund.reference)

    async def pay_out(self, request: PayoutRequest) -> Outcome:
        """To people, Stripe pays through Connect alone."""
        return Declined("payouts_not_supported")

    async def look_up_payout(self, payout: Known) -> Outcome | None:
        return Declined("payouts_not_supported")

    async def read_webhook(self, webhook: Webhook) -> list[Notice]:
        assert settings.stripe_webhook_secret, "without it there is no such provider"
        secret = settings.stripe_webhook_secret.get_secret_value()
        signature = webhook.headers.get("stripe-signature", "")
        try:
            stripe.WebhookSignature.verify_header(
                webhook.body.decode(), signature, secret, tolerance=300
            )
        except (stripe.SignatureVerificationError, ValueError) as error:
            raise WebhookNotGenuine from error
        try:
            return notices_of(orjson.loads(webhook.body))
        except (orjson.JSONDecodeError, LookupError, TypeError, ValueError) as error:
            raise WebhookNotUnderstood from error

    async def report(self, day: date) -> list[ReportLine]:
        start = datetime.combine(day, time(), UTC)
        moments = {
            "gte": int(start.timestamp()),
            "lt": int((start + timedelta(days=1)).timestamp()),
        }
        params: Any = {"created": moments, "limit": PAGE, "expand": ["data.source"]}
        try:
            found = await self.api.balance_transactions.list_async(params)
            lines = [line_of(one.to_dict()) async for one in found.auto_paging_iter()]
        except stripe.StripeError as error:
            raise ReportNotAvailable(type(error).__name__) from error
        return [line for line in lines if line]


async def _answer(
    call: Coroutine[Any, Any, T], *, refused: str = "payment_declined"
) -> T | Declined | Unanswered:
    """What was said; `refused` is our word for a request that Stripe does not take as things stand."""
    try:
        return await call
    except stripe.CardError as error:
        return refusal_in(error.json_body)
    except stripe.InvalidRequestError as error:
        log.info("stripe.refused", code=error.code, param=error.param)
        return Declined(refused)
    except stripe.StripeError as error:
        log.warning("stripe.unanswered", error=type(error).__name__)
        return Unanswered()


def _since(known: Known) -> dict[str, int]:
    """By the real time, which is Stripe's; the platform's clock may be another in test mode."""
    return {"gte": int((known.asked_at - clock.offset() - SKEW).timestamp())}


async def _with_reference(found: AsyncIterator[Made], reference: UUID) -> Made | None:
    async for one in found:
        if reference_of(one.to_dict()) == reference:
            return one
    return None
