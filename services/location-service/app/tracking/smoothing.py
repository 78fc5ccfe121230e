"""A constant-velocity Kalman filter and its RTS smoother, one axis at a time, in plain floats."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.tracking.jumps import Sample

BUCKET_S = 4.0
SPEED_VARIANCE = 4.0
# how briskly somebody turns at walking pace (m²/s³); it grows with the cube of his speed
TURNING_PSD = 0.25
PACE_MPS = 1.3
FIRST_PASS_PSD = 0.1
LEAST_SHARE, MOST_SHARE = 0.05, 2.0
PACE_WINDOW_S = 60.0


@dataclass(frozen=True, slots=True)
class Step:
    """Where the body was at a moment, after everything before and behind has been weighed."""

    t: float
    x: float
    y: float
    sigma: float


@dataclass(slots=True)
class _State:
    """Position, speed and the three numbers of their symmetric covariance."""

    x: float
    v: float
    xx: float
    xv: float
    vv: float


def smooth(samples: Sequence[Sample]) -> list[Step]:
    """The likely path through samples in strict order of time, thinned to one in `BUCKET_S` seconds.

    Two passes: the first tells the pace around each moment, the second allows for turns accordingly.
    """
    thinned = thin(samples)
    rough = _smooth_plane(thinned, [FIRST_PASS_PSD] * len(thinned))
    return _smooth_plane(thinned, _turning(rough))


def thin(samples: Sequence[Sample]) -> list[Sample]:
    """The mean of each bucket of time: a phone's error hardly changes within a few seconds anyway."""
    buckets: list[list[Sample]] = []
    for sample in samples:
        if buckets and sample.t < buckets[-1][0].t + BUCKET_S:
            buckets[-1].append(sample)
        else:
            buckets.append([sample])
    return [_mean(bucket) for bucket in buckets]


def _mean(bucket: Sequence[Sample]) -> Sample:
    n = len(bucket)
    return Sample(
        sum(s.t for s in bucket) / n,
        sum(s.x for s in bucket) / n,
        sum(s.y for s in bucket) / n,
        sum(s.sigma for s in bucket) / n,
    )


def _smooth_plane(samples: Sequence[Sample], psds: Sequence[float]) -> list[Step]:
    times, sigmas = [s.t for s in samples], [s.sigma for s in samples]
    xs = smooth_axis(times, [s.x for s in samples], sigmas, psds)
    ys = smooth_axis(times, [s.y for s in samples], sigmas, psds)
    return [Step(s.t, x, y, s.sigma) for s, x, y in zip(samples, xs, ys, strict=True)]


def _turning(path: Sequence[Step]) -> list[float]:
    """For each step the spectral density of the acceleration that its pace makes likely."""
    times, walked = [step.t for step in path], [0.0]
    for a, b in pairwise(path):
        walked.append(walked[-1] + math.hypot(b.x - a.x, b.y - a.y))
    densities: list[float] = []
    for step in path:
        first = bisect_left(times, step.t - PACE_WINDOW_S)
        last = bisect_right(times, step.t + PACE_WINDOW_S) - 1
        pace = (walked[last] - walked[first]) / max(1.0, times[last] - times[first])
        share = min(MOST_SHARE, max(LEAST_SHARE, (pace / PACE_MPS) ** 3))
        densities.append(TURNING_PSD * share)
    return densities


def smooth_axis(
    times: Sequence[float],
    values: Sequence[float],
    sigmas: Sequence[float],
    psds: Sequence[float],
) -> list[float]:
    """The smoothed position for each measurement; `psds[i]` governs the way from i - 1 to i."""
    predicted: list[_State] = []
    filtered: list[_State] = []
    for i, z in enumerate(values):
        variance = sigmas[i] * sigmas[i]
        if i == 0:
            prior = _State(z, 0.0, variance, 0.0, SPEED_VARIANCE)
        else:
            prior = _predict(filtered[-1], times[i] - times[i - 1], psds[i])
        predicted.append(prior)
        filtered.append(_update(prior, z, variance))
    return _look_back(times, predicted, filtered)


def _predict(s: _State, dt: float, psd: float) -> _State:
    return _State(
        s.x + dt * s.v,
        s.v,
        s.xx + dt * (2 * s.xv + dt * s.vv) + psd * dt**3 / 3,
        s.xv + dt * s.vv + psd * dt * dt / 2,
        s.vv + psd * dt,
    )


def _update(s: _State, z: float, variance: float) -> _State:
    total = s.xx + variance
    gain_x, gain_v, surprise = s.xx / total, s.xv / total, z - s.x
    return _State(
        s.x + gain_x * surprise,
        s.v + gain_v * surprise,
        (1 - gain_x) * s.xx,
        (1 - gain_x) * s.xv,
        s.vv - gain_v * s.xv,
    )


def _look_back(
    times: Sequence[float], predicted: Sequence[_State], filtered: Sequence[_State]
) -> list[float]:
    """Rauch, Tung and Striebel: backwards, each estimate learns what came after it."""
    if not filtered:
        return []
    x, v = filtered[-1].x, filtered[-1].v
    smoothed = [x]
    for i in range(len(filtered) - 2, -1, -1):
        dt, now, then = times[i + 1] - times[i], filtered[i], predicted[i + 1]
        determinant = then.xx * then.vv - then.xv * then.xv
        dx, dv = x - then.x, v - then.v
        ex = (then.vv * dx - then.xv * dv) / determinant
        ev = (then.xx * dv - then.xv * dx) / determinant
        x = now.x + (now.xx + dt * now.xv) * ex + now.xv * ev
        v = now.v + (now.xv + dt * now.vv) * ex + now.vv * ev
        smoothed.append(x)
    return smoothed[::-1]
