"""What order-service answers other services."""

from typing import Any, ClassVar
from uuid import UUID

from pydantic import AwareDatetime, TypeAdapter

from lapa_contracts.values import PetSize, Species, Value
from lapa_kit.clients import ServiceClient


class WalkerHit(Value):
    """A walker who fits a search; `rate_bp` in basis points of the market's rate."""

    walker_id: UUID
    distance_m: int
    rating_avg_x100: int | None = None
    rating_count: int
    completed_walks: int
    reliability: int | None = None
    online: bool
    rate_bp: int
    instant_book: bool = False


class WalkerBooking(Value):
    """A walk that takes a walker's time."""

    order_id: UUID
    status: str
    scheduled_at: AwareDatetime
    ends_at: AwareDatetime


_HITS = TypeAdapter(list[WalkerHit])
_BOOKINGS = TypeAdapter(list[WalkerBooking])


class OrderClient(ServiceClient):
    service: ClassVar[str] = "order-service"

    async def search_walkers(
        self,
        *,
        lat: float,
        lon: float,
        radius_m: int,
        at: AwareDatetime | None = None,
        size: PetSize | None = None,
        dogs: int = 1,
        species: Species | None = None,
        puppy: bool = False,
        reactive: bool = False,
        min_rating: float | None = None,
        instant_book: bool = False,
        limit: int = 20,
        searcher_id: UUID | None = None,
    ) -> list[WalkerHit]:
        """Nearest first; walkers whom the searcher blocked, or who blocked him, are left out."""
        asked: dict[str, Any] = {
            "lat": lat,
            "lon": lon,
            "radius_m": radius_m,
            "at": at.isoformat() if at else None,
            "size": size,
            "dogs": dogs,
            "species": species,
            "puppy": puppy,
            "reactive": reactive,
            "min_rating": min_rating,
            "instant_book": instant_book,
            "limit": limit,
            "searcher_id": searcher_id,
        }
        params = {name: str(value) for name, value in asked.items() if value is not None}
        response = await self.call("GET", "/walkers/search", params=params)
        return _HITS.validate_python(response.json()["items"])

    async def list_bookings(
        self, walker_id: UUID, *, starts_at: AwareDatetime, ends_at: AwareDatetime
    ) -> list[WalkerBooking]:
        """The walks that take some of that time of his, the earliest first."""
        params = {"starts_at": starts_at.isoformat(), "ends_at": ends_at.isoformat()}
        response = await self.call("GET", f"/walkers/{walker_id}/bookings", params=params)
        return _BOOKINGS.validate_python(response.json()["items"])
