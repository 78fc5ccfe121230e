"""A client with a card, for tests."""

from typing import Any

from factories import Booking
from sqlalchemy import select

from app.models.sandbox import SandboxCharge


class Card:
    """A client with a card, and what becomes of his one order's money."""

    def __init__(self, client: Any, headers: Any, sessions: Any, booking: Booking) -> None:
        self.client, self.headers, self.sessions = client, headers, sessions
        self.booking, self.method = booking, ""

    async def payment(self) -> dict[str, Any]:
        params = {"order_id": str(self.booking.order_id)}
        found = await self.client.get("/api/v1/payments", params=params, headers=self.headers)
        (payment,) = found.json()["items"]
        detail = await self.client.get(f"/api/v1/payments/{payment['id']}", headers=self.headers)
        return detail.json()

    async def books(self) -> list[tuple[str, int, int]]:
        """What the provider has: how each charge stands, what was taken, what went back."""
        async with self.sessions() as session:
            rows = await session.scalars(select(SandboxCharge).order_by(SandboxCharge.reference))
            return [(row.outcome, row.taken, row.refunded) for row in rows]

    async def asked_for(self) -> list[tuple[str, str]]:
        return [(one["kind"], one["status"]) for one in (await self.payment())["operations"]]
