"""Events of the neighbours, and points of a phone, for tests."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from app.tracking.frame import LocalFrame
from lapa_cli.city import gps
from lapa_contracts import order as orders
from lapa_contracts.user import Availability, Verification, WalkerChanged
from lapa_contracts.values import PetSize, Point
from lapa_kit import clock
from lapa_kit.ids import new_id

KAMPPI = Point(lat=60.1686, lon=24.9316)


class Walk:
    """One order as order-service tells of it; each event has a higher version than the one before."""

    def __init__(self, walker_id: UUID | None = None, client_id: UUID | None = None) -> None:
        self.id, self.version = new_id(), 3
        self.walker_id, self.client_id = walker_id or new_id(), client_id or new_id()
        self.begin = clock.now()

    def card(self, **facts: Any) -> dict[str, Any]:
        self.version += 1
        return {
            "order_id": self.id,
            "client_id": self.client_id,
            "walker_id": self.walker_id,
            "market": "default",
            "status": "assigned",
            "service_type": "walk",
            "scheduled_at": self.begin,
            "duration_minutes": 30,
            "pets": [{"pet_id": new_id(), "name": "Rex", "size": "medium"}],
            "amount": 1950,
            "currency": "EUR",
            "version": self.version,
            **facts,
        }

    def assigned(self) -> orders.OrderAssigned:
        ends_at = self.begin + timedelta(minutes=30)
        card = self.card(pickup=KAMPPI, ends_at=ends_at, assignment=1)
        return orders.OrderAssigned.model_validate(card)

    def unassigned(self) -> orders.OrderUnassigned:
        card = self.card(
            walker_id=None,
            previous_walker_id=self.walker_id,
            assignment=1,
            by="walker",
            reason_code="ill",
        )
        return orders.OrderUnassigned.model_validate(card)

    def started(self) -> orders.OrderStarted:
        card = self.card(started_at=self.begin, pickup=KAMPPI, proof="valid")
        return orders.OrderStarted.model_validate(card)

    def completed(self, finished_at: datetime) -> orders.OrderCompleted:
        card = self.card(
            started_at=self.begin, finished_at=finished_at, finished_by="walker", proof="valid"
        )
        return orders.OrderCompleted.model_validate(card)

    def cancelled(self) -> orders.OrderCancelled:
        settlement = {"capture": 0, "lines": [], "release": 1950}
        card = self.card(by="client", reason_code="rain", settlement=settlement)
        return orders.OrderCancelled.model_validate(card)

    def minute(self, minutes: float) -> datetime:
        return self.begin + timedelta(minutes=minutes)


def walker_profile(walker_id: UUID, version: int = 1, **fields: Any) -> WalkerChanged:
    """An approved walker who is online."""
    defaults: dict[str, Any] = {
        "walker_id": walker_id,
        "verification": Verification.APPROVED,
        "verified_until": clock.now() + timedelta(days=365),
        "online": True,
        "home": KAMPPI,
        "service_radius_m": 3000,
        "accepted_sizes": [PetSize.MEDIUM],
        "max_dogs": 3,
        "availability": Availability(timezone="Europe/Helsinki"),
        "version": version,
    }
    return WalkerChanged(**{**defaults, **fields})


def point(at: datetime, *, east: float = 0, north: float = 0, **fields: Any) -> dict[str, Any]:
    """A fix so many metres from Kamppi."""
    lat, lon = LocalFrame.at(KAMPPI.lat, KAMPPI.lon).to_degrees(east, north)
    return {"lat": lat, "lon": lon, "at": at.isoformat(), "accuracy_m": 5, **fields}


def straight(
    begin: datetime, *, seconds: Iterable[int], mps: float = 1.3, **fields: Any
) -> list[dict[str, Any]]:
    """Fixes on a walk eastwards from Kamppi, numbered by their second."""
    return [point(begin + timedelta(seconds=s), east=mps * s, seq=s, **fields) for s in seconds]


def sent(fixes: Sequence[gps.Fix], *, first_seq: int = 0) -> list[dict[str, Any]]:
    """A noisy walk as the phone would post it."""
    return [
        {
            "lat": fix.lat,
            "lon": fix.lon,
            "at": fix.at.isoformat(),
            "accuracy_m": fix.accuracy_m,
            "seq": first_seq + number,
        }
        for number, fix in enumerate(fixes)
    ]
