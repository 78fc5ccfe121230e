"""The jump gate: which fixes belong to one body that moves, and which are reflections off a wall."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

SLOWEST_GATE_MPS, FASTEST_GATE_MPS = 2.0, 4.5
GATE_OVER_PACE = 1.5
SLACK_M = 10.0
SUPPORT_M = 25.0
SUPPORT_WITHIN_S = 45.0
SKIPS = 8
DROP_COST = 1.0
LEAP_COST = 2.0


@dataclass(frozen=True, slots=True)
class Sample:
    """A fix in the local frame: seconds, metres east and north, standard deviation per axis."""

    t: float
    x: float
    y: float
    sigma: float


def drop_jumps(samples: Sequence[Sample]) -> list[Sample]:
    """The cheapest chain through the samples, which must be in strict order of time.

    Leaving a sample out costs 1; a leap faster than anybody on foot costs 2, unless both its ends lie
    on a smooth line (a vehicle). So a reflection is left out, at the edges too, and a real move stays.
    """
    gate_mps = _find_gate(samples)
    supported = [_is_supported(samples, i) for i in range(len(samples))]
    costs: list[float] = []
    before: list[int] = []
    for i, sample in enumerate(samples):
        best, cost = -1, i * DROP_COST
        for j in range(max(0, i - SKIPS), i):
            leap = _is_leap(samples[j], sample, gate_mps) and not (supported[i] and supported[j])
            through = costs[j] + (i - j - 1) * DROP_COST + (LEAP_COST if leap else 0.0)
            if through < cost or (through == cost and j > best):
                best, cost = j, through
        costs.append(cost)
        before.append(best)
    return _chain(samples, costs, before)


def _chain(
    samples: Sequence[Sample], costs: Sequence[float], before: Sequence[int]
) -> list[Sample]:
    last = len(samples) - 1
    at = min(range(len(samples)), key=lambda i: (costs[i] + (last - i) * DROP_COST, -i), default=-1)
    chain: list[Sample] = []
    while at >= 0:
        chain.append(samples[at])
        at = before[at]
    return chain[::-1]


def _find_gate(samples: Sequence[Sample]) -> float:
    """The speed beyond which this body leaps: half as much again as nine of ten of its own paces."""
    paces = sorted(_distance(a, b) / (b.t - a.t) for a, b in pairwise(samples))
    brisk = paces[len(paces) * 9 // 10] if paces else 0.0
    return min(FASTEST_GATE_MPS, max(SLOWEST_GATE_MPS, GATE_OVER_PACE * brisk))


def _is_leap(a: Sample, b: Sample, gate_mps: float) -> bool:
    return _distance(a, b) > SLACK_M + gate_mps * (b.t - a.t)


def _distance(a: Sample, b: Sample) -> float:
    return math.hypot(b.x - a.x, b.y - a.y)


def _is_supported(samples: Sequence[Sample], i: int) -> bool:
    """True when the sample is where its two neighbours say that it should be."""
    if i in (0, len(samples) - 1):
        return False
    a, b, c = samples[i - 1 : i + 2]
    if c.t - a.t > SUPPORT_WITHIN_S:
        return False
    share = (b.t - a.t) / (c.t - a.t)
    return math.hypot(a.x + share * (c.x - a.x) - b.x, a.y + share * (c.y - a.y) - b.y) < SUPPORT_M
