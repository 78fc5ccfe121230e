"""One walk from registration to settlement, in steps that tests put together."""

import os
import signal
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from actors import Api, now, photo, until

from lapa_cli.city.gps import Fix

PICKUP: dict[str, Any] = {
    "lat": 60.16860,
    "lon": 24.93160,
    "address": "Urho Kekkosen katu 1, Helsinki",
}
ALL_DAY = [{"weekday": day, "start": "00:00", "end": "00:00"} for day in range(7)]


async def make_walker(
    api: Api, admin: Api, *, name: str = "Pekka Walker", home: dict[str, Any] = PICKUP
) -> Api:
    """Registered, verified by the admin, online and at home near the pickup."""
    walker = await api.register("walker", name)
    document = await walker.upload("passport.jpg", photo("navy"), "image/jpeg")
    await walker.post(
        "users/verify-documents", {"document_type": "passport", "media_ids": [document]}
    )

    async def request() -> Any:
        page = await admin.get("users/verifications", status="pending", limit=100)
        mine = [item for item in page["items"] if item["user_id"] == walker.id]
        return mine[0] if mine else None

    pending = await until(request)
    await admin.post(f"users/verifications/{pending['id']}/approve", {"reason": "matches"})
    await walker.put(
        "walkers/me",
        {
            "bio": "Walks in all weathers",
            "experience_years": 5,
            "home": {"lat": home["lat"], "lon": home["lon"]},
            "service_radius_m": 3000,
            "accepted_sizes": ["small", "medium", "large"],
            "max_dogs": 2,
            "languages": ["en", "fi"],
            "skills": [],
            "rate_bp": 10000,
        },
    )
    hours = {"timezone": "Europe/Helsinki", "weekly": ALL_DAY, "exceptions": []}
    await walker.put("walkers/me/availability", hours)
    await walker.post("walkers/me/online")
    return walker


async def make_owner(api: Api, *, name: str = "Olga Owner", funds: int = 10_000) -> Api:
    owner = await api.register("client", name)
    await owner.post(
        "wallets/me/topups",
        {"amount": funds, "currency": "EUR", "provider": "sandbox", "payment_token": "tok_success"},
    )

    async def funded() -> bool:
        return (await owner.get("wallets/me"))["available"] == funds

    await until(funded)
    return owner


async def make_dog(owner: Api) -> str:
    dog = await owner.post(
        "pets",
        {
            "name": "Rex",
            "species": "dog",
            "breed": "Labrador Retriever",
            "sex": "male",
            "birth_date": "2020-05-01",
            "weight_kg": 18,
        },
    )
    return str(dog["id"])


@dataclass
class Walk:
    """An order, those who are in it, and what was said about it."""

    owner: Api
    walker: Api
    admin: Api
    dog: str
    quote: dict[str, Any] = field(default_factory=dict[str, Any])
    id: str = ""
    started_at: datetime = field(default_factory=now)
    sent: int = 0

    async def order(self, who: Api | None = None) -> Any:
        return await (who or self.owner).get(f"orders/{self.id}")

    async def until_status(self, status: str, *, timeout_s: float = 40.0) -> Any:
        async def reached() -> Any:
            order = await self.order()
            return order if order["status"] == status else None

        return await until(reached, timeout_s=timeout_s)

    async def book(self, *, pickup: dict[str, Any] = PICKUP, **more: Any) -> None:
        """Quote and order, as soon as possible, of this very walker."""
        self.quote = await self.owner.post(
            "orders/quote",
            {
                "service_type": "walk",
                "pet_ids": [self.dog],
                "scheduled_at": None,
                "duration_minutes": 30,
                "pickup": pickup,
            },
        )
        body = {"quote_id": self.quote["quote_id"], "payment_method": "wallet", **more}

        async def place() -> Any:
            # the search index learns of a new walker by events: he may not be there yet
            response = await self.owner.ask("POST", "orders", json=body)
            if response.status_code == 409 and response.json()["code"] == "walker_not_available":
                return None
            assert response.status_code == 201, response.text
            return response.json()

        self.id = (await until(place))["id"]

    async def accept(self) -> None:
        async def offer() -> Any:
            offers = (await self.walker.get("orders/offers"))["items"]
            return next((one for one in offers if one["order_id"] == self.id), None)

        made = await until(offer)
        await self.walker.post(f"orders/offers/{made['id']}/accept")

    async def start(self, door: dict[str, float] | None = None) -> None:
        await self.walker.post(f"orders/{self.id}/start", door or at_door())
        self.started_at = datetime.fromisoformat((await self.order())["started_at"])

    async def move_clock(self, moment: datetime) -> None:
        await self.admin.put("test/clock", {"now": moment.isoformat()})

    async def send(self, fixes: list[Fix]) -> None:
        """Positions as a phone sends them, numbered, a hundred at a time."""
        for begin in range(0, len(fixes), 100):
            batch = fixes[begin : begin + 100]
            points = [
                {
                    "lat": fix.lat,
                    "lon": fix.lon,
                    "at": fix.at.isoformat(),
                    "seq": self.sent + number,
                    "accuracy_m": fix.accuracy_m,
                }
                for number, fix in enumerate(batch)
            ]
            await self.walker.post("locations", {"device_id": f"phone-{self.id}", "points": points})
            self.sent += len(batch)

    async def record(self, kind: str, **more: Any) -> None:
        await self.walker.post(f"orders/{self.id}/events", {"type": kind, **more})

    async def finish(self, door: dict[str, float] | None = None) -> None:
        await self.walker.post(f"orders/{self.id}/finish", door or at_door())

    async def report(self) -> Any:
        async def ready() -> Any:
            report = await self.owner.get(f"orders/{self.id}/report")
            return report if report["distance_m"] is not None else None

        return await until(ready)


def at_door() -> dict[str, float]:
    return {"lat": PICKUP["lat"], "lon": PICKUP["lon"], "accuracy_m": 8.0}


def thirty_minutes_of(walk: Walk, fixes: list[Fix]) -> list[list[Fix]]:
    """The walk's fixes in four parts, put to the moment it began."""
    shift = walk.started_at - fixes[0].at
    moved = [Fix(fix.at + shift, fix.lat, fix.lon, fix.accuracy_m) for fix in fixes]
    size = -(-len(moved) // 4)
    return [moved[begin : begin + size] for begin in range(0, len(moved), size)]


def kill(process: str) -> int:
    """SIGKILL a process of the platform; answers its pid."""
    pid = int((Path(os.environ["LAPA_PIDS"]) / f"{process}.pid").read_text())
    os.kill(pid, signal.SIGKILL)
    return pid


async def until_replaced(process: str, old: int) -> None:
    async def is_new() -> bool:
        try:
            file = Path(os.environ["LAPA_PIDS"]) / f"{process}.pid"
            return int(file.read_text()) != old
        except (OSError, ValueError):
            return False

    await until(is_new, timeout_s=30)
