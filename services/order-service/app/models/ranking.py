"""Who is asked first: a score of a few named factors, each from 0 to 10000, kept with the offer.

The factors and weights of an offer give its score again, so the order in which walkers were asked can be
explained from what is stored.
"""

from collections.abc import Mapping
from dataclasses import dataclass

WHOLE = 10_000
# they sum to 100
WEIGHTS: Mapping[str, int] = {
    "distance": 40,
    "rating": 25,
    "reliability": 15,
    "familiarity": 10,
    "fairness": 10,
}
# three kilometres halve the factor: some hundred metres do not outweigh a better walker
HALF_WAY_M = 3_000
# a walker nobody has rated counts as if five people had given him 4.5 stars
PRIOR_COUNT, PRIOR_X100 = 5, 450
# and as if he had kept nine of ten walks
PRIOR_WALKS, PRIOR_KEPT = 10, 9
KNOWS_AFTER = 3
BUSY_AT = 5


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a walker who could take the walk."""

    distance_m: int
    rating_sum: int
    rating_count: int
    completed_walks: int
    late_cancellations: int
    # earlier walks for this client, and walks of the week around this one
    walks_together: int
    walks_of_week: int


def factors_of(standing: Standing) -> dict[str, int]:
    """Nearer, better rated, more reliable, known to the dog, and with less work that week."""
    stars_x100 = (standing.rating_sum * 100 + PRIOR_COUNT * PRIOR_X100) // (
        standing.rating_count + PRIOR_COUNT
    )
    accepted = standing.completed_walks + standing.late_cancellations
    kept = standing.completed_walks + PRIOR_KEPT
    return {
        "distance": WHOLE * HALF_WAY_M // (HALF_WAY_M + standing.distance_m),
        "rating": (stars_x100 - 100) * WHOLE // 400,
        "reliability": WHOLE * kept // (accepted + PRIOR_WALKS),
        "familiarity": WHOLE * min(standing.walks_together, KNOWS_AFTER) // KNOWS_AFTER,
        "fairness": WHOLE * BUSY_AT // (BUSY_AT + standing.walks_of_week),
    }


def score_of(factors: Mapping[str, int]) -> int:
    """From 0 to 10000."""
    return sum(weight * factors[name] for name, weight in WEIGHTS.items()) // 100
