"""A server that speaks YooKassa's protocol v3 as it is published: https://yookassa.ru/developers/api.

What a card does is in its token. Every change is told in `sent`, as YooKassa tells it.
"""

from base64 import b64encode
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

import orjson
from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from silence import PATIENCE_S, Silence

from app.providers.provider import Webhook
from app.providers.yookassa.shop import Shop
from lapa_kit.ids import new_id

SHOP_ID, SECRET_KEY = "100500", "test_secret_of_the_shop"
GOOD, DECLINED, POOR, ASKING, LOST = "pt-good", "pt-declined", "pt-poor", "pt-asking", "pt-lost"
REASONS = {DECLINED: "general_decline", POOR: "insufficient_funds"}
SAVED = "22e18a2f-000f-5000-a000-1db6312b7767"
FORGOTTEN = "22e18a2f-000f-5000-a000-000000000000"


class Refusal(Exception):
    def __init__(self, status: int, code: str, parameter: str = "") -> None:
        self.status, self.code, self.parameter = status, code, parameter


async def idempotence_key(request: Request) -> str:
    key = request.headers.get("idempotence-key", "")
    if not 0 < len(key) <= 64:
        raise Refusal(400, "invalid_request", "Idempotence-Key")
    return key


Key = Annotated[str, Depends(idempotence_key)]


class Amount(BaseModel):
    value: str = Field(pattern=r"^\d+\.\d\d$")
    currency: str = Field(pattern="^RUB$")

    @property
    def decimal(self) -> Decimal:
        return Decimal(self.value)


class NewPayment(BaseModel):
    amount: Amount
    capture: bool = False
    payment_token: str | None = None
    payment_method_id: str | None = None
    payment_method_data: dict[str, Any] | None = None
    confirmation: dict[str, str] | None = None
    metadata: dict[str, str] = {}
    description: str | None = Field(default=None, max_length=128)


class Capturing(BaseModel):
    amount: Amount


class NewRefund(BaseModel):
    payment_id: UUID
    amount: Amount
    metadata: dict[str, str] = {}


class YooKassaServer:
    """`is_slow`: refunds stay `pending` until `decide_refunds`."""

    def __init__(self) -> None:
        self.is_slow = False
        self.payments: dict[str, dict[str, Any]] = {}
        self.refunds: dict[str, dict[str, Any]] = {}
        self.answers: dict[str, tuple[bytes, dict[str, Any]]] = {}
        self.sent: list[Webhook] = []
        self.url = ""
        self.silence = Silence(self._app())

    def shop(self, secret_key: str = SECRET_KEY) -> Shop:
        return Shop(SHOP_ID, secret_key, url=f"{self.url}/v3", patience_s=PATIENCE_S)

    def _app(self) -> FastAPI:
        app = FastAPI(dependencies=[Depends(check_identity)])
        app.add_exception_handler(Refusal, refuse)
        app.post("/v3/payments")(self.create_payment)
        app.get("/v3/payments")(self.list_payments)
        app.get("/v3/payments/{payment_id}")(self.get_payment)
        app.post("/v3/payments/{payment_id}/capture")(self.capture)
        app.post("/v3/payments/{payment_id}/cancel")(self.cancel)
        app.post("/v3/refunds")(self.create_refund)
        app.get("/v3/refunds")(self.list_refunds)
        app.get("/v3/refunds/{refund_id}")(self.get_refund)
        app.get("/v3/payment_methods/{method_id}")(self.get_method)
        return app

    async def create_payment(self, body: NewPayment, key: Key, request: Request) -> dict[str, Any]:
        return self._once(key, await request.body(), lambda: self._create(body))

    def _create(self, body: NewPayment) -> dict[str, Any]:
        token = body.payment_token or body.payment_method_id or "page"
        if token == FORGOTTEN:
            raise Refusal(400, "invalid_request", "payment_method_id")
        payment = self._add(self.payments, body.amount, body.metadata, status="pending")
        payment |= {"paid": False, "refundable": False, "capture": body.capture}
        payment |= {"refunded_amount": {"value": "0.00", "currency": "RUB"}}
        if token in REASONS:
            self._end(payment, REASONS[token], party="payment_network")
        elif token in (ASKING, "page"):
            if not body.confirmation or body.confirmation.get("type") != "redirect":
                raise Refusal(400, "invalid_request", "confirmation")
            page = f"{self.url}/pages/{payment['id']}"
            payment["confirmation"] = {**body.confirmation, "confirmation_url": page}
        else:
            self._pay(payment)
        if token == LOST:
            self.silence.lose("/v3/payments")
        return payment

    def _pay(self, payment: dict[str, Any]) -> None:
        payment.pop("confirmation", None)
        payment |= {"paid": True, "status": "waiting_for_capture"}
        payment["expires_at"] = instant(datetime.now(UTC) + timedelta(days=7))
        if payment["capture"]:
            self._take(payment)
        else:
            self._tell("payment", payment)

    def _take(self, payment: dict[str, Any]) -> None:
        income = (Decimal(payment["amount"]["value"]) * Decimal("0.965")).quantize(Decimal("0.01"))
        payment |= {"status": "succeeded", "refundable": True}
        payment["captured_at"] = instant(datetime.now(UTC))
        payment["income_amount"] = {"value": str(income), "currency": "RUB"}
        payment.pop("expires_at", None)
        self._tell("payment", payment)

    def _end(self, payment: dict[str, Any], reason: str, *, party: str) -> None:
        payment.pop("confirmation", None)
        payment["status"] = "canceled"
        payment["cancellation_details"] = {"party": party, "reason": reason}
        self._tell("payment", payment)

    async def decide(self, url: str, is_confirmed: bool) -> None:
        """What the person does on YooKassa's page."""
        payment = self.payments[url.rpartition("/")[2]]
        if is_confirmed:
            self._pay(payment)
        else:
            self._end(payment, "3d_secure_failed", party="payment_network")

    async def capture(
        self, payment_id: str, body: Capturing, key: Key, request: Request
    ) -> dict[str, Any]:
        return self._once(key, await request.body(), lambda: self._capture(payment_id, body))

    def _capture(self, payment_id: str, body: Capturing) -> dict[str, Any]:
        payment = self._known(self.payments, payment_id)
        if payment["status"] != "waiting_for_capture":
            raise Refusal(400, "invalid_request", "payment_id")
        if not 0 < body.amount.decimal <= Decimal(payment["amount"]["value"]):
            raise Refusal(400, "invalid_request", "amount")
        payment["amount"] = body.amount.model_dump()
        self._take(payment)
        return payment

    async def cancel(self, payment_id: str, key: Key, request: Request) -> dict[str, Any]:
        return self._once(key, await request.body(), lambda: self._cancel(payment_id))

    def _cancel(self, payment_id: str) -> dict[str, Any]:
        payment = self._known(self.payments, payment_id)
        if payment["status"] != "waiting_for_capture":
            raise Refusal(400, "invalid_request", "payment_id")
        self._end(payment, "canceled_by_merchant", party="merchant")
        return payment

    def lapse(self, payment_id: str) -> None:
        """Nobody has captured it in seven days."""
        self._end(self.payments[payment_id], "expired_on_capture", party="yoo_money")

    async def create_refund(self, body: NewRefund, key: Key, request: Request) -> dict[str, Any]:
        return self._once(key, await request.body(), lambda: self._refund(body))

    def _refund(self, body: NewRefund) -> dict[str, Any]:
        payment = self._known(self.payments, str(body.payment_id))
        back = Decimal(payment["refunded_amount"]["value"]) + body.amount.decimal
        if payment["status"] != "succeeded" or back > Decimal(payment["amount"]["value"]):
            raise Refusal(400, "invalid_request", "amount")
        payment["refunded_amount"]["value"] = str(back)
        refund = self._add(self.refunds, body.amount, body.metadata, status="pending")
        refund["payment_id"] = payment["id"]
        if not self.is_slow:
            self._end_refund(refund)
        return refund

    def decide_refunds(self, *, is_done: bool) -> None:
        for refund in self.refunds.values():
            if refund["status"] == "pending":
                self._end_refund(refund, None if is_done else "rejected_by_payee")

    def _end_refund(self, refund: dict[str, Any], reason: str | None = None) -> None:
        if reason is None:
            refund["status"] = "succeeded"
            self._tell("refund", refund)
            return
        refund["status"] = "canceled"
        refund["cancellation_details"] = {"party": "refund_network", "reason": reason}
        sum_back = self.payments[refund["payment_id"]]["refunded_amount"]
        sum_back["value"] = str(Decimal(sum_back["value"]) - Decimal(refund["amount"]["value"]))

    @property
    def kept(self) -> int:
        """Kopecks taken, less those given back."""
        taken = [its for its in self.payments.values() if its["status"] == "succeeded"]
        returned = [its for its in self.refunds.values() if its["status"] == "succeeded"]
        return sum_of(taken) - sum_of(returned)

    async def get_payment(self, payment_id: str) -> dict[str, Any]:
        return self._known(self.payments, payment_id)

    async def get_refund(self, refund_id: str) -> dict[str, Any]:
        return self._known(self.refunds, refund_id)

    async def list_payments(self, request: Request) -> dict[str, Any]:
        return page_of(self.payments, request)

    async def list_refunds(self, request: Request) -> dict[str, Any]:
        return page_of(self.refunds, request)

    async def get_method(self, method_id: str) -> dict[str, Any]:
        if method_id not in (SAVED, FORGOTTEN):
            raise Refusal(404, "not_found")
        card = {"first6": "555555", "last4": "4477", "card_type": "MasterCard"}
        is_saved = method_id == SAVED
        status = "active" if is_saved else "inactive"
        return {"type": "bank_card", "id": method_id, "saved": is_saved, "status": status} | {
            "card": card
        }

    def _add(
        self,
        where: dict[str, dict[str, Any]],
        amount: Amount,
        metadata: dict[str, str],
        *,
        status: str,
    ) -> dict[str, Any]:
        its_id = str(new_id())
        where[its_id] = {
            "id": its_id,
            "status": status,
            "amount": amount.model_dump(),
            "created_at": instant(datetime.now(UTC)),
            "metadata": metadata,
        }
        return where[its_id]

    def _known(self, where: dict[str, dict[str, Any]], its_id: str) -> dict[str, Any]:
        if its_id not in where:
            raise Refusal(404, "not_found")
        return where[its_id]

    def _once(self, key: str, body: bytes, make: Any) -> dict[str, Any]:
        """The same key and body: the same object, as it stands; another body is refused."""
        if key in self.answers:
            before, made = self.answers[key]
            if before != body:
                raise Refusal(400, "invalid_request", "Idempotence-Key")
            return made
        made = make()
        self.answers[key] = body, made
        return made

    def _tell(self, kind: str, its: dict[str, Any]) -> None:
        message = {"type": "notification", "event": f"{kind}.{its['status']}", "object": its}
        self.sent.append(Webhook({}, orjson.dumps(message), "185.71.76.1"))


def sum_of(items: list[dict[str, Any]]) -> int:
    return int(sum(Decimal(its["amount"]["value"]) for its in items) * 100)


def instant(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def page_of(where: dict[str, dict[str, Any]], request: Request) -> dict[str, Any]:
    """Newest first, filtered by instants and by payment; two a page, so that there are pages."""
    items = [its for its in where.values() if is_wanted(its, dict(request.query_params))]
    items.reverse()
    start = int(request.query_params.get("cursor", 0))
    page: dict[str, Any] = {"type": "list", "items": items[start : start + 2]}
    if start + 2 < len(items):
        page["next_cursor"] = str(start + 2)
    return page


def is_wanted(its: dict[str, Any], query: dict[str, str]) -> bool:
    for name, value in query.items():
        field, _, comparison = name.partition(".")
        if comparison == "gte" and its.get(field, "") < value:
            return False
        if comparison == "lt" and not its.get(field, "~") < value:
            return False
        if name == "payment_id" and its["payment_id"] != value:
            return False
    return True


async def check_identity(request: Request) -> None:
    expected = "Basic " + b64encode(f"{SHOP_ID}:{SECRET_KEY}".encode()).decode()
    if request.headers.get("authorization") != expected:
        raise Refusal(401, "invalid_credentials", "Authorization")


async def refuse(_: Request, refusal: Exception) -> JSONResponse:
    assert isinstance(refusal, Refusal)
    body = {"type": "error", "id": str(new_id()), "code": refusal.code, "description": "refused"}
    return JSONResponse(body | {"parameter": refusal.parameter}, status_code=refusal.status)
