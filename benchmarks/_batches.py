"""Many walks and walkers at once: asked about one after another, and matched together; how well, and how long it takes."""

import sys
import time
from dataclasses import dataclass
from math import hypot
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from rich.console import Console
from rich.table import Table

SERVICE = Path(__file__).resolve().parents[1] / "services" / "order-service"
# walks and walkers, on a square of so many metres
CROWDS = ((20, 20), (100, 80), (200, 150), (200, 600))
SIDE_M = 6_000
NEAREST = 100


@dataclass(frozen=True)
class Result:
    served: int
    score: int
    ms: float


def crowd(walks: int, walkers: int) -> dict[UUID, dict[UUID, int]]:
    """Each walk's nearest walkers whose own radius reaches it, by the score that walks are asked by."""
    from app.models.ranking import Standing, factors_of, score_of

    random = Random(walks * 1000 + walkers)

    def somewhere() -> tuple[float, float]:
        return random.uniform(0, SIDE_M), random.uniform(0, SIDE_M)

    people = [
        (
            UUID(int=number),
            somewhere(),
            random.randint(1_000, 4_000),
            {
                "rating_sum": (count := random.randint(0, 60)) * 4,
                "rating_count": count,
                "completed_walks": random.randint(0, 100),
                "late_cancellations": random.randint(0, 8),
                "walks_together": 0,
                "walks_of_week": random.randint(0, 12),
            },
        )
        for number in range(walkers)
    ]
    scores: dict[UUID, dict[UUID, int]] = {}
    for number in range(walks):
        x, y = somewhere()
        reach = sorted(
            (round(hypot(x - at[0], y - at[1])), walker_id, known)
            for walker_id, at, radius, known in people
            if hypot(x - at[0], y - at[1]) <= radius
        )
        scores[UUID(int=1 << 64 | number)] = {
            walker_id: score_of(factors_of(Standing(distance_m=distance, **known)))
            for distance, walker_id, known in reach[:NEAREST]
        }
    return scores


def one_by_one(scores: dict[UUID, dict[UUID, int]]) -> dict[UUID, UUID]:
    """Each walk in its turn has the best walker who is left."""
    taken: dict[UUID, UUID] = {}
    gone: set[UUID] = set()
    for order_id, of in scores.items():
        left = {walker_id: score for walker_id, score in of.items() if walker_id not in gone}
        if left:
            best = max(left, key=lambda walker_id: left[walker_id])
            taken[order_id] = best
            gone.add(best)
    return taken


def timed(match: Any, scores: dict[UUID, dict[UUID, int]]) -> Result:
    began = time.perf_counter()
    found = match(scores)
    ms = 1000 * (time.perf_counter() - began)
    return Result(len(found), sum(scores[one][walker] for one, walker in found.items()), ms)


def measure() -> dict[tuple[int, int], tuple[Result, Result]]:
    if str(SERVICE) not in sys.path:
        sys.path.insert(0, str(SERVICE))
    from app.models.assignment import assign

    assign(crowd(2, 2))  # loads SciPy
    return {
        (walks, walkers): (timed(one_by_one, scores), timed(assign, scores))
        for walks, walkers in CROWDS
        if (scores := crowd(walks, walkers))
    }


def report(results: dict[tuple[int, int], tuple[Result, Result]], console: Console) -> None:
    table = Table(title=f"walks matched with walkers within {SIDE_M // 1000} km, one wave")
    for column in ("walks", "walkers", "matched", "have a walker", "sum of scores", "ms"):
        table.add_column(column, justify="left" if column == "matched" else "right")
    for (walks, walkers), pair in results.items():
        for name, one in zip(("one by one", "together"), pair, strict=True):
            facts = (f"{one.served}", f"{one.score}", f"{one.ms:.1f}")
            table.add_row(str(walks), str(walkers), name, *facts)
    console.print(table)
