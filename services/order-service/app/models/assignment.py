"""Many walks waiting at once, many walkers near: the assignment problem, solved exactly."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from typing import Any
from uuid import UUID

from app.models.ranking import WHOLE

# of each order: how well each walker who could take it would do so, from 0 to WHOLE
Scores = Mapping[UUID, Mapping[UUID, int]]


@dataclass(frozen=True, slots=True)
class Span:
    """When a walk is."""

    order_id: UUID
    starts_at: datetime
    ends_at: datetime


def rivals(spans: Iterable[Span], buffer: timedelta) -> list[list[UUID]]:
    """Walks that compete for the same walkers: those linked by overlaps, with the way between two of them."""
    groups: list[list[UUID]] = []
    last_end: datetime | None = None
    for span in sorted(spans, key=lambda one: one.starts_at):
        if last_end is None or span.starts_at >= last_end:
            groups.append([])
            last_end = None
        groups[-1].append(span.order_id)
        ends_at = span.ends_at + buffer
        last_end = max(last_end, ends_at) if last_end else ends_at
    return groups


def waves(scores: Scores, size: int) -> dict[UUID, list[UUID]]:
    """Whom to ask for each order, best first, at most `size`; nobody is in it twice.

    The first of every order are an optimal assignment, the second ones that of those left, and so on.
    """
    found: dict[UUID, list[UUID]] = {order_id: [] for order_id in scores}
    taken: set[UUID] = set()
    for _ in range(size):
        left = {
            order_id: {one: score for one, score in of.items() if one not in taken}
            for order_id, of in scores.items()
        }
        for order_id, walker_id in assign(left).items():
            found[order_id].append(walker_id)
            taken.add(walker_id)
    return found


def assign(scores: Scores) -> dict[UUID, UUID]:
    """A walker for as many orders as can have one, each walker once; of all such the one of the highest sum.

    The rectangular linear sum assignment problem (Crouse 2016), O(n^3). SciPy is loaded by the first
    call: a process that has never met a crowd does without it.
    """
    orders = list(scores)
    walkers = sorted({walker_id for of in scores.values() for walker_id in of})
    if not walkers:
        return {}
    numpy: Any = import_module("numpy")
    optimize: Any = import_module("scipy.optimize")
    # who cannot take it costs more than all the scores together could bring
    matrix = numpy.full((len(orders), len(walkers)), -float(WHOLE * (len(orders) + 1)))
    column_of = {walker_id: column for column, walker_id in enumerate(walkers)}
    for row, order_id in enumerate(orders):
        for walker_id, score in scores[order_id].items():
            matrix[row, column_of[walker_id]] = score
    rows, columns = optimize.linear_sum_assignment(matrix, maximize=True)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return {orders[row]: walkers[column] for row, column in pairs if matrix[row, column] >= 0}
