"""What a person does on the platform, one method a deed: api.md as Python, over one `Connection`."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from lapa_cli.city.connection import Connection, Refused
from lapa_cli.city.graph import LatLon
from lapa_cli.city.wire import (
    Fix,
    Medium,
    Message,
    Offer,
    Order,
    PendingVerification,
    Pet,
    Quote,
    Spot,
    Status,
    Verification,
    Wallet,
)


class Client:
    """Everyone's deeds: media, chat, reviews, orders seen from either side."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.user_id = ""

    async def enter(self, *, full_name: str, role: str, locale: str, timezone: str) -> bool:
        """Registers, or signs in where the account exists already; true when it is new."""
        new = await self.connection.register(
            {"full_name": full_name, "role": role, "locale": locale, "timezone": timezone}
        )
        self.user_id = (await self.connection.get("/users/profile"))["id"]
        return new

    async def upload(self, name: str, content: bytes, media_type: str = "image/jpeg") -> Medium:
        answer = await self.connection.call(
            "POST", "/media", files={"file": (name, content, media_type)}
        )
        return Medium.model_validate(answer)

    async def order(self, order_id: str) -> Order:
        return Order.model_validate(await self.connection.get(f"/orders/{order_id}"))

    async def orders(self, role: str, statuses: Sequence[Status]) -> list[Order]:
        """The newest orders of this side in any of these states."""
        found: list[Order] = []
        for status in statuses:
            page = await self.connection.get("/orders", role=role, status=status.value)
            found += [Order.model_validate(item) for item in page["items"]]
        return found

    async def say(self, chat_id: str, text: str) -> None:
        body = {"client_message_id": str(uuid4()), "text": text}
        await self.connection.post(f"/chats/{chat_id}/messages", body)

    async def messages(self, chat_id: str, after_seq: int) -> list[Message]:
        page = await self.connection.get(f"/chats/{chat_id}/messages", after_seq=after_seq)
        return [Message.model_validate(item) for item in page["items"]]

    async def read(self, chat_id: str, seq: int) -> None:
        await self.connection.post(f"/chats/{chat_id}/read", {"seq": seq})

    async def review(self, order_id: str, rating: int, comment: str) -> None:
        await self.connection.post(
            f"/orders/{order_id}/review", {"rating": rating, "comment": comment}
        )


class OwnerClient(Client):
    """Dogs, money and bookings."""

    async def pets(self) -> list[Pet]:
        page = await self.connection.get("/pets")
        return [Pet.model_validate(item) for item in page["items"]]

    async def add_pet(self, details: dict[str, Any]) -> Pet:
        return Pet.model_validate(await self.connection.post("/pets", details))

    async def add_pet_photo(self, pet_id: str, media_id: str) -> None:
        await self.connection.post(f"/pets/{pet_id}/photos", {"media_id": media_id})

    async def add_medical_record(self, pet_id: str, record: dict[str, Any]) -> None:
        await self.connection.post(f"/pets/{pet_id}/medical", record)

    async def wallet(self, currency: str) -> Wallet:
        return Wallet.model_validate(await self.connection.get("/wallets/me", currency=currency))

    async def top_up(self, amount: int, currency: str) -> None:
        """By the sandbox provider's card that always pays."""
        await self.connection.post(
            "/wallets/me/topups",
            {
                "amount": amount,
                "currency": currency,
                "provider": "sandbox",
                "payment_token": "tok_success",
            },
        )

    async def quote(self, pet_ids: list[str], minutes: int, pickup: Spot) -> Quote:
        answer = await self.connection.post(
            "/orders/quote",
            {
                "service_type": "walk",
                "pet_ids": pet_ids,
                "scheduled_at": None,
                "duration_minutes": minutes,
                "pickup": pickup.model_dump(),
            },
        )
        return Quote.model_validate(answer)

    async def book(self, quote_id: str, notes: str) -> Order:
        answer = await self.connection.post(
            "/orders", {"quote_id": quote_id, "payment_method": "wallet", "notes": notes}
        )
        return Order.model_validate(answer)

    async def cancel(self, order_id: str, reason: str) -> None:
        await self.connection.post(f"/orders/{order_id}/cancel", {"reason": reason})

    async def tip(self, order_id: str, amount: int, currency: str) -> None:
        await self.connection.post(
            f"/orders/{order_id}/tip", {"amount": amount, "currency": currency}
        )


class WalkerClient(Client):
    """The profile that gets offers, and the walk itself."""

    async def put_profile(self, profile: dict[str, Any]) -> None:
        await self.connection.put("/walkers/me", profile)

    async def put_availability(self, availability: dict[str, Any]) -> None:
        await self.connection.put("/walkers/me/availability", availability)

    async def go_online(self) -> None:
        await self.connection.post("/walkers/me/online")

    async def verification(self) -> str:
        answer = await self.connection.get("/users/verification")
        return Verification.model_validate(answer).status

    async def ask_for_verification(self, media_id: str) -> None:
        await self.connection.post(
            "/users/verify-documents", {"document_type": "id_card", "media_ids": [media_id]}
        )

    async def offers(self) -> list[Offer]:
        page = await self.connection.get("/orders/offers")
        return [Offer.model_validate(item) for item in page["items"]]

    async def accept(self, offer_id: str) -> None:
        await self.connection.post(f"/orders/offers/{offer_id}/accept")

    async def decline(self, offer_id: str) -> None:
        await self.connection.post(f"/orders/offers/{offer_id}/decline")

    async def set_out(self, order_id: str) -> None:
        await self.connection.post(f"/orders/{order_id}/en-route")

    async def start(self, order_id: str, here: LatLon) -> None:
        await self.connection.post(f"/orders/{order_id}/start", _proof(here))

    async def finish(self, order_id: str, here: LatLon) -> None:
        """With the checklist of a home-safe finish, which other orders do not look at."""
        checklist = dict.fromkeys(("lead_off", "water", "door_locked", "key_returned"), True)
        body = {**_proof(here), "checklist": checklist}
        await self.connection.post(f"/orders/{order_id}/finish", body)

    async def record(
        self, order_id: str, happening: str, here: LatLon, *, note: str = "", media_id: str = ""
    ) -> None:
        """Something that happened on the walk: pee, poo, water, food, play, photo or note."""
        body: dict[str, Any] = {
            "type": happening,
            "at": datetime.now(UTC).isoformat(),
            "lat": here[0],
            "lon": here[1],
        }
        if note:
            body["note"] = note
        if media_id:
            body["media_ids"] = [media_id]
        await self.connection.post(f"/orders/{order_id}/events", body)

    async def send_positions(self, device_id: str, fixes: Sequence[Fix]) -> None:
        """No waiting out of outages: a phone keeps what it could not send and goes on."""
        points = [fix.model_dump(mode="json", exclude_none=True) for fix in fixes]
        await self.connection.call(
            "POST", "/locations", patience_s=0, json={"device_id": device_id, "points": points}
        )


class AdminClient(Client):
    """The operator's part: letting walkers in."""

    async def approve(self, user_ids: set[str]) -> list[str]:
        """Approves what these users handed in; returns whom."""
        page = await self.connection.get("/users/verifications", status="pending", limit=100)
        approved: list[str] = []
        for item in page["items"]:
            pending = PendingVerification.model_validate(item)
            if pending.user_id not in user_ids:
                continue
            try:
                await self.connection.post(f"/users/verifications/{pending.id}/approve")
            except Refused as refused:
                if refused.status != 409:
                    raise
            approved.append(pending.user_id)
        return approved


def _proof(here: LatLon) -> dict[str, float]:
    return {"lat": here[0], "lon": here[1], "accuracy_m": 8.0}
