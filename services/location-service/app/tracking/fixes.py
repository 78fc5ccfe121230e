"""One position as a phone tells it, and which of them are nonsense."""

from dataclasses import dataclass
from enum import StrEnum

FUTURE_TOLERANCE_S = 60.0
OLDEST_S = 7 * 24 * 3600.0
NULL_ISLAND_DEG = 0.01


@dataclass(frozen=True, slots=True)
class Fix:
    """A position at a moment of the device's own clock; `at` in Unix seconds, degrees WGS 84."""

    at: float
    lat: float
    lon: float
    accuracy_m: float | None = None


class Rejection(StrEnum):
    NULL_ISLAND = "null_island"
    FUTURE = "future"
    TOO_OLD = "too_old"
    # his phone sends on, though he does not want to be located: it is not even kept aside
    NOT_SHARED = "not_shared"


def find_rejection(fix: Fix, *, now: float) -> Rejection | None:
    """Why this fix must not count, if it must not. `now` in Unix seconds."""
    if abs(fix.lat) < NULL_ISLAND_DEG and abs(fix.lon) < NULL_ISLAND_DEG:
        return Rejection.NULL_ISLAND
    if fix.at > now + FUTURE_TOLERANCE_S:
        return Rejection.FUTURE
    if fix.at < now - OLDEST_S:
        return Rejection.TOO_OLD
    return None
