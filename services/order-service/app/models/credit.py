"""The delivered-minutes guarantee: what a client gets back for a walk that was clearly shorter than booked."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from app.models.rounding import BASIS_POINTS, ratio

# up to a tenth less is no quarrel
ENOUGH_BP = 9_000


class EarlyFinish(StrEnum):
    """Why a walk ended early with nobody to blame; both sides see it, and the client can dispute it."""

    HEAT = "heat"
    STORM = "storm"
    DOG_UNWELL = "dog_unwell"
    CLIENT_ASKED = "client_asked"


@dataclass(frozen=True, slots=True)
class MinutesCredit:
    """Seconds booked and delivered, and the part of the amount that is given up, in minor units."""

    booked_s: int
    delivered_s: int
    amount: int

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def credit_for(
    amount: int, *, booked_s: int, delivered_s: int, excuse: EarlyFinish | None
) -> MinutesCredit | None:
    """In proportion to what is missing; none for nine tenths of the time or more, nor with an excuse."""
    if excuse or delivered_s * BASIS_POINTS >= booked_s * ENOUGH_BP:
        return None
    missing_s = booked_s - max(delivered_s, 0)
    return MinutesCredit(booked_s, delivered_s, ratio(amount, missing_s, booked_s))
