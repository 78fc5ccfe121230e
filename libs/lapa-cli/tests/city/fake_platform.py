"""A platform in one dictionary: enough of api.md for one city to live on, with no clock and no money."""

import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx


@dataclass
class FakePlatform:
    """One order is offered to every walker; a refusal is a problem document as everywhere."""

    users: dict[str, str] = field(default_factory=dict[str, str])
    orders: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    verified: dict[str, str] = field(default_factory=dict[str, str])
    pets: dict[str, list[dict[str, Any]]] = field(default_factory=dict[str, list[dict[str, Any]]])
    fixes: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    events: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    messages: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    reviews: list[str] = field(default_factory=list[str])
    tipped: int = 0
    wallet: int = 0
    fail_next: dict[str, int] = field(default_factory=dict[str, int])
    """How many times a path is still answered with 503."""
    _ids: Iterator[int] = field(default_factory=itertools.count)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path.removeprefix("/api/v1")
        if self.fail_next.get(path, 0):
            self.fail_next[path] -= 1
            return httpx.Response(503, json={"code": "service_unavailable"})
        is_json = request.headers.get("Content-Type") == "application/json"
        body = json.loads(request.content) if is_json and request.content else {}
        user = request.headers.get("Authorization", "").removeprefix("Bearer ")
        status, answer = self.answer(request, path.strip("/").split("/"), body, user)
        return httpx.Response(status, json=answer) if answer is not None else httpx.Response(status)

    def answer(
        self, request: httpx.Request, path: list[str], body: dict[str, Any], user: str
    ) -> tuple[int, Any]:
        match request.method, path:
            case "POST", ["auth", "register"] if body["email"] in self.users:
                return 409, {"code": "email_taken"}
            case "POST", ["auth", "register" | "login"]:
                self.users[body["email"]] = body["email"]
                return 200, {"access_token": body["email"]}
            case "GET", ["users", "profile"]:
                return 200, {"id": user}
            case "GET", ["users", "verification"]:
                return 200, {"status": self.verified.get(user, "none")}
            case "POST", ["users", "verify-documents"]:
                self.verified[user] = "pending"
                return 202, {}
            case "GET", ["users", "verifications"]:
                waiting = [u for u, status in self.verified.items() if status == "pending"]
                return 200, {"items": [{"id": u, "user_id": u} for u in waiting]}
            case "POST", ["users", "verifications", who, "approve"]:
                self.verified[who] = "approved"
                return 200, {}
            case "POST", ["media"]:
                return 201, {"id": self._new_id()}
            case "POST", ["pets"]:
                pet = {"id": self._new_id(), "name": body["name"]}
                self.pets.setdefault(user, []).append(pet)
                return 201, pet
            case "GET", ["pets"]:
                return 200, {"items": self.pets.get(user, [])}
            case _, ["wallets", *_]:
                self.wallet += body.get("amount", 0)
                return 200, {"available": self.wallet, "currency": "EUR"}
            case "POST", ["locations"]:
                self.fixes += body["points"]
                return 202, {}
            case _, ["orders", *rest]:
                return self.order(request, rest, body, user)
            case "GET", ["chats", _, "messages"]:
                after = int(request.url.params["after_seq"])
                return 200, {"items": [m for m in self.messages if m["seq"] > after]}
            case "POST", ["chats", _, "messages"]:
                seq = len(self.messages) + 1
                self.messages.append(
                    {"id": str(seq), "seq": seq, "sender_id": user, "text": body["text"]}
                )
                return 201, self.messages[-1]
            case _:
                return 200, {}

    def order(
        self, request: httpx.Request, path: list[str], body: dict[str, Any], user: str
    ) -> tuple[int, Any]:
        match request.method, path:
            case "POST", ["quote"]:
                self._quoted = body
                return 201, {"quote_id": "q", "amount": 1500, "currency": "EUR"}
            case "POST", []:
                order: dict[str, Any] = {
                    "id": self._new_id(),
                    "status": "searching",
                    "client_id": user,
                    "walker_id": None,
                    "pickup": self._quoted["pickup"],
                    "pets": [{"pet_id": i, "name": "Musti"} for i in self._quoted["pet_ids"]],
                    "duration_minutes": self._quoted["duration_minutes"],
                    "amount": 1500,
                    "currency": "EUR",
                    "chat_id": None,
                }
                self.orders[order["id"]] = order
                return 201, order
            case "GET", []:
                side = "client_id" if request.url.params["role"] == "client" else "walker_id"
                wanted = request.url.params["status"]
                mine = [o for o in self.orders.values() if o[side] == user]
                return 200, {"items": [o for o in mine if o["status"] == wanted]}
            case "GET", ["offers"]:
                open_ones = [o for o in self.orders.values() if o["status"] == "searching"]
                return 200, {"items": [{"id": o["id"], "order_id": o["id"]} for o in open_ones]}
            case "POST", ["offers", order_id, "accept"]:
                order = self.orders[order_id]
                if order["status"] != "searching":
                    return 409, {"code": "offer_taken"}
                order |= {"status": "assigned", "walker_id": user, "chat_id": "c" + order_id}
                return 200, order
            case "GET", [order_id]:
                return 200, self.orders[order_id]
            case "POST", [_, "events"]:
                self.events.append(body)
                return 201, {}
            case "POST", [order_id, "review"]:
                self.reviews.append(order_id)
                return 201, {}
            case "POST", [_, "tip"]:
                self.tipped += body["amount"]
                return 201, {}
            case "POST", [order_id, deed]:
                reached = {
                    "en-route": "en_route",
                    "start": "in_progress",
                    "finish": "settled",
                    "cancel": "cancelled",
                }
                self.orders[order_id]["status"] = reached[deed]
                return 200, self.orders[order_id]
            case _:
                return 404, {"code": "not_found"}

    def _new_id(self) -> str:
        return f"{next(self._ids):032x}"
