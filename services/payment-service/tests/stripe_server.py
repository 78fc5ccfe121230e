"""A Stripe to test against: localstripe in a process of its own, and what it lacks of the real one.

`python tests/stripe_server.py` prints its port. Added: idempotency keys, `created` filters, a page for 3-D Secure, captured
amounts in the books, the reference on charges, refunds that exceed what is left, webhooks kept at `/_config/sent`, and a
card whose charge is made without an answer (`pm_card_lost`).
"""

# localstripe has no types
# pyright: basic, reportArgumentType=false, reportOptionalMemberAccess=false, reportAttributeAccessIssue=false, reportIncompatibleMethodOverride=false, reportCallIssue=false

import hashlib
import hmac
import json
import socket
import time
from typing import Any

from aiohttp import web
from localstripe import resources, server
from localstripe.errors import UserError

SECRET = "whsec_lapa"
CARDS = {"pm_card_3ds": "4000000000003220", "pm_card_lost": "4000000000000259"}
PAGES = {"host": ""}
# of the intent whose charge is being made
metadata: list[dict[str, Any]] = []
sent: list[dict[str, Any]] = []
answers: dict[str, tuple[Any, int, bytes]] = {}


def keep_webhook(event: Any) -> None:
    body = json.dumps(event._export())
    at = int(time.time())
    mac = hmac.new(SECRET.encode(), f"{at}.{body}".encode(), hashlib.sha256).hexdigest()
    sent.append({"headers": {"stripe-signature": f"t={at},v1={mac}"}, "body": body})


def matches(moment: int, created: dict[str, str]) -> bool:
    checks = {"gte": moment.__ge__, "gt": moment.__gt__, "lte": moment.__le__, "lt": moment.__lt__}
    return all(checks[name](int(limit)) for name, limit in created.items())


def filter_by_moment(kind: Any) -> None:
    """`created` on a list, the newest first."""
    usual = kind._api_list_all.__func__

    def list_all(cls: Any, url: str, created: Any = None, **options: Any) -> Any:
        found = usual(cls, url, **options)
        found._list = [one for one in found._list if matches(one.created, created or {})]
        found._list.sort(key=lambda one: one.created, reverse=True)
        return found

    kind._api_list_all = classmethod(list_all)


Intent, Charge, Refund = resources.PaymentIntent, resources.Charge, resources.Refund
make_intent, confirm, make_charge = Intent.__init__, Intent._confirm, Charge.__init__
charge_intent, make_refund = Intent._create_charge, Refund.__init__


def intent(self: Any, return_url: str | None = None, **data: Any) -> None:
    make_intent(self, **data)


def amount_received(self: Any) -> int:
    charge = self.latest_charge
    is_taken = charge is not None and charge.captured and charge.status == "succeeded"
    return charge.amount if is_taken else 0


def create_charge(self: Any, on_failure_now: Any) -> None:
    metadata.append(self.metadata)
    charge_intent(self, on_failure_now)


def confirm_at_a_page(self: Any, on_failure_now: Any) -> None:
    confirm(self, on_failure_now)
    if self.next_action:
        url = f"{PAGES['host']}/_page/{self.id}/{self.client_secret}"
        self.next_action = {"type": "redirect_to_url", "redirect_to_url": {"url": url}}


def capture_intent(**data: Any) -> Any:
    if Intent._api_retrieve(data["id"]).status != "requires_capture":
        raise UserError(400, "Not held", {"code": "payment_intent_unexpected_state"})
    return Intent._api_capture(**data)


def charge(self: Any, **data: Any) -> None:
    make_charge(self, **data)
    self.metadata = metadata.pop() if metadata else {}


def capture(self: Any, amount: Any = None, on_success: Any = None) -> None:
    """What is taken is what the books have; the rest was never there."""
    amount = int(self.amount if amount is None else amount)
    if self.captured or self.status != "succeeded" or not 0 < amount <= self.amount:
        raise UserError(400, "Cannot be captured", {"code": "payment_intent_unexpected_state"})
    self.amount, self.captured = amount, True
    self._trigger_payment(on_success)


def refund(self: Any, **data: Any) -> None:
    known = Intent._api_retrieve(data["payment_intent"])
    if known.status != "succeeded":
        raise UserError(400, "Nothing was taken", {"code": "charge_not_refundable"})
    if int(data["amount"]) > known.latest_charge.amount - known.latest_charge.amount_refunded:
        raise UserError(400, "More than is left", {"code": "charge_already_refunded"})
    make_refund(self, **data)
    keep_webhook(resources.Event("refund.created", self))


usual_article = resources.PaymentMethod._try_get_canonical_test_article.__func__


def test_article(cls: Any, article: str) -> Any:
    if number := CARDS.get(article):
        card = {"number": number, "exp_month": "12", "exp_year": "2035", "cvc": "123"}
        return resources.PaymentMethod(type="card", card=card)
    return usual_article(cls, article)


@web.middleware
async def remember(request: web.Request, handler: Any) -> web.StreamResponse:
    """The same key gives the same answer; a lost one is given to nobody."""
    key = request.headers.get("Idempotency-Key")
    asked = await request.text()
    if key in answers:
        known, status, body = answers[key]
        if known != (request.path, asked):
            return web.json_response({"error": {"type": "idempotency_error"}}, status=400)
        return web.Response(status=status, body=body, content_type="application/json")
    response = await handler(request)
    if key:
        answers[key] = ((request.path, asked), response.status, response.body)
    if request.path == "/v1/payment_intents" and request.method == "POST":
        method = json.loads(response.body).get("payment_method")
        method = method and resources.store.get(f"payment_method:{method}")
        if method and method._card_number == CARDS["pm_card_lost"] and request.transport:
            request.transport.close()
    return response


async def list_sent(request: web.Request) -> web.Response:
    return web.json_response(sent)


async def forget(request: web.Request) -> web.Response:
    sent.clear()
    answers.clear()
    resources.store.clear()
    return web.Response()


def rebuild() -> web.Application:
    """localstripe with what it lacks, and those of its routes that we use."""
    resources.schedule_webhook = keep_webhook
    resources.store.dump_to_disk = lambda: None
    resources.PaymentMethod._try_get_canonical_test_article = classmethod(test_article)
    Intent.__init__, Intent._create_charge, Intent._confirm = (
        intent,
        create_charge,
        confirm_at_a_page,
    )
    Intent.amount_received = property(amount_received)
    Charge.__init__, Charge._capture, Refund.__init__ = charge, capture, refund
    for kind in (Intent, resources.BalanceTransaction):
        filter_by_moment(kind)
    app = web.Application(middlewares=[remember, server.error_middleware, server.auth_middleware])
    app.router.add_get("/_config/sent", list_sent)
    app.router.add_post("/_config/forget", forget)
    extra = (
        ("confirm", Intent._api_confirm),
        ("cancel", Intent._api_cancel),
        ("capture", capture_intent),
        ("_authenticate", Intent._api_authenticate),
    )
    for name, call in extra:
        url = f"/v1/payment_intents/{{id}}/{name}"
        app.router.add_post(url, server.api_extra(call, url))
    url = "/v1/payment_methods/{id}/attach"
    app.router.add_post(url, server.api_extra(resources.PaymentMethod._api_attach, url))
    kinds = (
        Intent,
        Refund,
        resources.BalanceTransaction,
        resources.Customer,
        resources.PaymentMethod,
    )
    for kind in kinds:
        url = f"/v1/{kind.object}s"
        app.router.add_post(url, server.api_create(kind, url))
        app.router.add_get(url, server.api_list_all(kind, url))
        app.router.add_get(f"{url}/{{id}}", server.api_retrieve(kind, url))
    return app


def main() -> None:
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    PAGES["host"] = f"http://127.0.0.1:{port}"
    print(port, flush=True)
    web.run_app(rebuild(), sock=listener, print=None, access_log=None)


if __name__ == "__main__":
    main()
