"""Where the walker is, and whether that is at the pickup."""

from dataclasses import dataclass

from app.config import settings
from app.models.order import Order
from app.models.walk import distance_m, prove_place


@dataclass(frozen=True)
class Place:
    """Where the walker says he is; `accuracy_m` is the radius his phone gives."""

    lat: float
    lon: float
    accuracy_m: float | None = None


def prove(order: Order, place: Place) -> str:
    """How well that place proves to be at the pickup; raises TooFarFromPickup."""
    away = distance_m(order.pickup_lat, order.pickup_lon, place.lat, place.lon)
    return prove_place(
        away,
        place.accuracy_m,
        radius_m=settings.start_radius_m,
        allowance_m=settings.start_accuracy_allowance_m,
    )
