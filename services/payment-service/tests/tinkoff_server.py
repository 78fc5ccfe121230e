"""A server that speaks T-Bank's acquiring protocol `/v2` as it is published: https://developer.tbank.ru/eacq/intro.

What a card does is in its `RebillId`. Notifications are kept in `sent`, signed as T-Bank signs them.
"""

from hashlib import sha256
from typing import Any

import orjson
from fastapi import FastAPI, Request
from silence import PATIENCE_S, Silence

from app.providers.provider import Webhook
from app.providers.tinkoff.terminal import Terminal

TERMINAL, PASSWORD = "1510572937960DEMO", "test_password"
GOOD, DECLINED, POOR, LOST = "1001", "1002", "1003", "1004"
ERRORS = {DECLINED: "99", POOR: "1051"}


class TinkoffServer:
    """`is_slow`: payments stay `REFUNDING` until `decide_refunds`."""

    def __init__(self) -> None:
        self.is_slow = False
        self.payments: dict[str, dict[str, Any]] = {}
        self.cards: dict[str, list[dict[str, Any]]] = {}
        self.sent: list[Webhook] = []
        self.url = ""
        app = FastAPI()
        app.post("/v2/{method}")(self.answer)
        self.silence = Silence(app)

    def terminal(self, password: str = PASSWORD) -> Terminal:
        return Terminal(TERMINAL, password, url=f"{self.url}/v2", patience_s=PATIENCE_S)

    async def answer(self, method: str, request: Request) -> Any:
        given = orjson.loads(await request.body())
        if given.get("TerminalKey") != TERMINAL or given.get("Token") != token_of(given):
            return refusal("204")
        answers = {
            "Init": self._init,
            "Charge": self._charge,
            "Confirm": self._confirm,
            "Cancel": self._cancel,
            "CheckOrder": self._check_order,
            "GetCardList": self._cards,
        }
        return answers[method](given)

    def _init(self, given: dict[str, Any]) -> dict[str, Any]:
        if any(known["OrderId"] == given["OrderId"] for known in self.payments.values()):
            return refusal("20")
        if not isinstance(given["Amount"], int) or given["Amount"] < 100:
            return refusal("1")
        its_id = str(3_000_000_000 + len(self.payments))
        self.payments[its_id] = {
            "PaymentId": its_id,
            "OrderId": given["OrderId"],
            "Amount": given["Amount"],
            "Status": "NEW",
            "ErrorCode": "0",
            "in_two_stages": given.get("PayType") == "T",
            "customer": given.get("CustomerKey"),
            "refunded": {},
        }
        return self._said(its_id) | {"PaymentURL": f"{self.url}/pages/{its_id}"}

    def _charge(self, given: dict[str, Any]) -> dict[str, Any]:
        payment = self.payments[given["PaymentId"]]
        if payment["Status"] != "NEW":
            return refusal("8")
        card = given["RebillId"]
        if card in ERRORS:
            self._move(payment, "REJECTED", ERRORS[card])
        else:
            self._pay(payment)
        if card == LOST:
            self.silence.lose("/v2/Charge")
        return self._said(given["PaymentId"])

    async def decide(self, url: str, is_confirmed: bool) -> None:
        """What the person does on T-Bank's page; his card is kept when there is a customer."""
        payment = self.payments[url.rpartition("/")[2]]
        if not is_confirmed:
            self._move(payment, "AUTH_FAIL", "101")
            return
        if payment["customer"]:
            card = {"CardId": "881900", "Pan": "430000******0777", "Status": "A", "RebillId": GOOD}
            self.cards.setdefault(payment["customer"], []).append(card)
        self._pay(payment)

    def lapse(self, order_id: str) -> None:
        """Nobody has paid in time, or confirmed what was held."""
        (payment,) = (p for p in self.payments.values() if p["OrderId"] == order_id)
        is_held = payment["Status"] == "AUTHORIZED"
        self._move(payment, "REVERSED" if is_held else "DEADLINE_EXPIRED")

    def _pay(self, payment: dict[str, Any]) -> None:
        self._move(payment, "AUTHORIZED")
        if not payment["in_two_stages"]:
            self._move(payment, "CONFIRMED")

    def _confirm(self, given: dict[str, Any]) -> dict[str, Any]:
        payment = self.payments[given["PaymentId"]]
        amount = given.get("Amount", payment["Amount"])
        if payment["Status"] != "AUTHORIZED" or not 0 < amount <= payment["Amount"]:
            return refusal("8")
        payment["Amount"] = amount
        self._move(payment, "CONFIRMED")
        return self._said(given["PaymentId"])

    def _cancel(self, given: dict[str, Any]) -> dict[str, Any]:
        payment = self.payments[given["PaymentId"]]
        before = left_of(payment)
        if given.get("ExternalRequestId") in payment["refunded"]:
            return self._said(given["PaymentId"])
        match payment["Status"]:
            case "NEW":
                self._move(payment, "CANCELED")
            case "AUTHORIZED" if given.get("Amount", before) == before:
                self._move(payment, "REVERSED")
            case "CONFIRMED" | "PARTIAL_REFUNDED" | "REFUNDING":
                amount = given.get("Amount", before)
                if not 0 < amount <= before:
                    return refusal("4")
                payment["refunded"][given.get("ExternalRequestId", "")] = amount
                self._refund(payment)
            case _:
                return refusal("8")
        sums = {"OriginalAmount": before, "NewAmount": left_of(payment)}
        return self._said(given["PaymentId"]) | sums

    def _refund(self, payment: dict[str, Any]) -> None:
        if self.is_slow:
            self._move(payment, "REFUNDING")
        else:
            self._move(payment, "PARTIAL_REFUNDED" if left_of(payment) else "REFUNDED")

    def decide_refunds(self, *, is_done: bool) -> None:
        self.is_slow = False
        for payment in self.payments.values():
            if payment["Status"] != "REFUNDING":
                continue
            if is_done:
                self._refund(payment)
            else:
                payment["refunded"] = dict.fromkeys(payment["refunded"], 0)
                self._move(payment, "CONFIRMED")

    @property
    def kept(self) -> int:
        """Kopecks taken, less those given back."""
        taken = ("CONFIRMED", "PARTIAL_REFUNDED", "REFUNDED", "REFUNDING")
        return sum(left_of(its) for its in self.payments.values() if its["Status"] in taken)

    def _check_order(self, given: dict[str, Any]) -> dict[str, Any]:
        order_id = given["OrderId"]
        found = [known for known in self.payments.values() if known["OrderId"] == order_id]
        if not found:
            return refusal("335")
        names = ("PaymentId", "Amount", "Status", "ErrorCode")
        payments = [{name: known[name] for name in names} | {"Success": True} for known in found]
        return {"Success": True, "ErrorCode": "0", "OrderId": order_id, "Payments": payments}

    def _cards(self, given: dict[str, Any]) -> list[dict[str, Any]]:
        return self.cards.get(given["CustomerKey"], [])

    def _said(self, its_id: str) -> dict[str, Any]:
        payment = self.payments[its_id]
        names = ("PaymentId", "OrderId", "Amount", "Status", "ErrorCode")
        is_good = payment["ErrorCode"] == "0"
        return {name: payment[name] for name in names} | {"Success": is_good}

    def _move(self, payment: dict[str, Any], status: str, error: str = "0") -> None:
        payment |= {"Status": status, "ErrorCode": error}
        message = {"TerminalKey": TERMINAL, **self._said(payment["PaymentId"])}
        message |= {"PaymentId": int(payment["PaymentId"]), "Pan": "430000******0777"}
        message |= {"Data": {"Source": "Cards"}}
        message["Token"] = token_of(message)
        self.sent.append(Webhook({}, orjson.dumps(message), "212.233.80.7"))


def left_of(payment: dict[str, Any]) -> int:
    return payment["Amount"] - sum(payment["refunded"].values())


def refusal(code: str) -> dict[str, Any]:
    return {"Success": False, "ErrorCode": code, "Message": "refused", "Details": ""}


def token_of(message: dict[str, Any]) -> str:
    """Of the values of the first level and the password, ordered by name."""
    pairs = {"Password": PASSWORD}
    for name, value in message.items():
        if name != "Token" and not isinstance(value, dict | list):
            pairs[name] = orjson.dumps(value).decode().strip('"')
    return sha256("".join(pairs[name] for name in sorted(pairs)).encode()).hexdigest()
