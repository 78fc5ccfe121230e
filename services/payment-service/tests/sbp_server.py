"""A server that speaks Raiffeisenbank's SBP protocol as it is published: https://pay.raif.ru/doc/sbp.html."""

import hmac
from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

import orjson
from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from silence import PATIENCE_S, Silence

from app.providers.provider import Webhook
from app.providers.sbp.bank import Bank

MERCHANT, SECRET_KEY = "MA0000000552", "test_secret_of_the_merchant"


class Refusal(Exception):
    def __init__(self, status: int, code: str) -> None:
        self.status, self.code = status, code


class NewCode(BaseModel):
    qrType: str = Field(pattern="^QRDynamic$")
    amount: Decimal = Field(gt=0, decimal_places=2)
    currency: str = Field(pattern="^RUB$")
    order: str = Field(max_length=40)
    sbpMerchantId: str = Field(pattern=f"^{MERCHANT}$")
    qrExpirationDate: datetime
    redirectUrl: str


class NewRefund(BaseModel):
    amount: Decimal = Field(gt=0, decimal_places=2)
    order: str
    refundId: str = Field(max_length=255)


class SbpServer:
    """`is_slow`: refunds stay `IN_PROGRESS` until `decide_refunds`."""

    def __init__(self) -> None:
        self.orders: dict[str, dict[str, Any]] = {}
        self.refunds: dict[str, dict[str, Any]] = {}
        self.sent: list[Webhook] = []
        self.is_slow = False
        self.url = ""
        app = FastAPI(dependencies=[Depends(check_key)])
        app.add_exception_handler(Refusal, refuse)
        app.post("/api/sbp/v2/qrs")(self.register)
        app.get("/api/sbp/v2/qrs/{code_id}")(self.get_code)
        app.delete("/api/sbp/v2/qrs/{code_id}")(self.cancel_code)
        app.get("/api/payment/v1/orders/{order}")(self.get_order)
        app.post("/api/sbp/v1/refund")(self.refund)
        app.get("/api/sbp/v1/refund/{refund_id}")(self.get_refund)
        self.silence = Silence(app)

    def bank(self, secret_key: str = SECRET_KEY) -> Bank:
        return Bank(MERCHANT, secret_key, url=f"{self.url}/api", patience_s=PATIENCE_S)

    async def register(self, body: NewCode) -> dict[str, Any]:
        known = self.orders.get(body.order)
        if known and known["status"]["value"] == "PAID":
            raise Refusal(400, "ERROR.ORDER_ALREADY_PAID")
        code_id = f"AD{len(self.orders):030}"
        self.orders[body.order] = {
            "id": body.order,
            "amount": float(body.amount),
            "status": {"value": "NEW", "date": instant()},
            "qr": {"id": code_id},
        }
        return self._code(code_id)

    def _code(self, code_id: str) -> dict[str, Any]:
        payload = f"https://qr.nspk.ru/{code_id}?type=02&cur=RUB"
        return {"qrId": code_id, "qrStatus": "NEW", "payload": payload}

    def _order_of(self, code_id: str) -> dict[str, Any]:
        for order in self.orders.values():
            if order["qr"]["id"] == code_id:
                return order
        raise Refusal(404, "ERROR.NOT_FOUND")

    async def get_code(self, code_id: str) -> dict[str, Any]:
        return self._code(self._order_of(code_id)["qr"]["id"])

    async def cancel_code(self, code_id: str) -> dict[str, Any]:
        order = self._order_of(code_id)
        if order["status"]["value"] != "NEW":
            raise Refusal(400, "ERROR.INVALID_STATUS")
        order["status"]["value"] = "CANCELLED"
        return {}

    async def get_order(self, order: str) -> dict[str, Any]:
        if order not in self.orders:
            raise Refusal(404, "ERROR.NOT_FOUND")
        return self.orders[order]

    async def decide(self, url: str, is_confirmed: bool) -> None:
        """What the person does in his bank's app; or he lets the code lapse."""
        order = self._order_of(url.partition("?")[0].rpartition("/")[2])
        if not is_confirmed:
            order["status"]["value"] = "EXPIRED"
            return
        order["status"] = {"value": "PAID", "date": instant()}
        self._tell(order, "SUCCESS")

    async def refund(self, body: NewRefund) -> dict[str, Any]:
        if body.refundId in self.refunds:
            raise Refusal(400, "ERROR.REFUND_ALREADY_EXISTS")
        order = await self.get_order(body.order)
        back = sum(
            Decimal(str(refund["amount"]))
            for refund in self.refunds.values()
            if refund["order"] == body.order and refund["refundStatus"] != "DECLINED"
        )
        if order["status"]["value"] != "PAID" or back + body.amount > Decimal(str(order["amount"])):
            raise Refusal(400, "ERROR.REFUND_INSUFFICIENT_FUNDS")
        status = "IN_PROGRESS" if self.is_slow else "COMPLETED"
        refund = {"order": body.order, "amount": float(body.amount), "refundStatus": status}
        self.refunds[body.refundId] = refund
        return {"code": "SUCCESS", **refund}

    def decide_refunds(self, *, is_done: bool) -> None:
        for refund in self.refunds.values():
            if refund["refundStatus"] == "IN_PROGRESS":
                refund["refundStatus"] = "COMPLETED" if is_done else "DECLINED"

    @property
    def kept(self) -> int:
        """Kopecks taken, less those given back."""
        taken = [its for its in self.orders.values() if its["status"]["value"] == "PAID"]
        returned = [its for its in self.refunds.values() if its["refundStatus"] == "COMPLETED"]
        return kopecks_of(taken) - kopecks_of(returned)

    async def get_refund(self, refund_id: str) -> dict[str, Any]:
        if refund_id not in self.refunds:
            raise Refusal(404, "ERROR.REFUND_NOT_FOUND")
        return {"code": "SUCCESS", **self.refunds[refund_id]}

    def _tell(self, order: dict[str, Any], status: str) -> None:
        message = {
            "transactionId": len(self.sent) + 41,
            "qrId": order["qr"]["id"],
            "sbpMerchantId": MERCHANT,
            "amount": order["amount"],
            "currency": "RUB",
            "transactionDate": instant(),
            "paymentStatus": status,
            "order": order["id"],
        }
        names = ("amount", "sbpMerchantId", "order", "paymentStatus", "transactionDate")
        signed = "|".join(str(message[name]) for name in names)
        signature = hmac.new(SECRET_KEY.encode(), signed.encode(), sha256).hexdigest()
        headers = {"x-api-signature-sha256": signature}
        self.sent.append(Webhook(headers, orjson.dumps(message), "193.28.44.23"))


def kopecks_of(items: list[dict[str, Any]]) -> int:
    return int(sum(Decimal(str(its["amount"])) for its in items) * 100)


def instant() -> str:
    return datetime.now(UTC).isoformat()


async def check_key(request: Request) -> None:
    if request.headers.get("authorization") != f"Bearer {SECRET_KEY}":
        raise Refusal(401, "ERROR.UNAUTHORIZED")


async def refuse(_: Request, refusal: Exception) -> JSONResponse:
    assert isinstance(refusal, Refusal)
    body = {"code": refusal.code, "message": "refused"}
    return JSONResponse(body, status_code=refusal.status)
