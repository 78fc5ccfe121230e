"""What must hold for whatever a phone sends."""

import math
import random
from itertools import pairwise

import simulated as walks
from hypothesis import given, settings
from hypothesis import strategies as st

from app.tracking.evidence import hash_fixes
from app.tracking.fixes import Fix, Rejection, find_rejection
from app.tracking.frame import LocalFrame, distance_m
from app.tracking.measurement import measure
from app.tracking.simplification import LONGEST_POLYLINE_BYTES, encode_small, simplify

START, END = 1_770_000_000.0, 1_770_003_600.0

anywhere = st.builds(
    Fix,
    at=st.floats(START - 600, END + 600),
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    accuracy_m=st.none() | st.floats(0, 10_000),
)
nearby = st.builds(
    Fix,
    at=st.integers(0, 3600).map(lambda s: START + s),
    lat=st.floats(60.16, 60.18),
    lon=st.floats(24.93, 24.95),
    accuracy_m=st.none() | st.floats(1, 40),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(anywhere | nearby, max_size=40))
def test_any_fixes_give_a_finite_measurement_that_contains_itself(fixes: list[Fix]):
    measured = measure(fixes, start=START, end=END)

    assert 0 <= measured.low <= measured.distance <= measured.high < math.inf
    assert 0 <= measured.coverage <= 1
    assert 0 <= measured.moving <= measured.duration == END - START
    assert all(START <= gap.start <= gap.end <= END for gap in measured.gaps)
    assert all(-90 <= p.lat <= 90 and -180 <= p.lon <= 180 for p in measured.line)


@settings(max_examples=60, deadline=None)
@given(st.lists(nearby, max_size=40), st.randoms(use_true_random=False))
def test_order_and_repetition_of_arrival_do_not_matter(fixes: list[Fix], rng: random.Random):
    again = [*fixes, *rng.sample(fixes, len(fixes) // 2)]
    rng.shuffle(again)

    assert measure(again, start=START, end=END) == measure(fixes, start=START, end=END)
    assert hash_fixes(again) == hash_fixes(fixes)


@given(st.lists(nearby, min_size=1, max_size=5, unique_by=lambda fix: fix.at))
def test_one_changed_fix_changes_the_hash(fixes: list[Fix]):
    moved = Fix(fixes[0].at, fixes[0].lat + 1e-4, fixes[0].lon, fixes[0].accuracy_m)

    assert hash_fixes([moved, *fixes[1:]]) != hash_fixes(fixes)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 1000), tolerance_m=st.floats(1, 20))
def test_a_simplified_line_stays_within_its_tolerance(seed: int, tolerance_m: float):
    line = walks.measure_noisy(walks.city_walk(seed, length_m=800), seed=seed).line
    simple = simplify(line, tolerance_m)
    frame = LocalFrame.at(line[0].lat, line[0].lon)
    drawn = [frame.to_metres(p.lat, p.lon) for p in simple]

    assert (simple[0], simple[-1]) == (line[0], line[-1])
    for place in line:
        here = frame.to_metres(place.lat, place.lon)
        away = min(_to_segment(here, a, b) for a, b in pairwise(drawn))
        assert away <= tolerance_m + 1e-6


def _to_segment(p: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    squared = dx * dx + dy * dy
    share = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / squared if squared else 0.0
    share = min(1.0, max(0.0, share))
    return math.hypot(p[0] - a[0] - share * dx, p[1] - a[1] - share * dy)


def test_the_polyline_of_a_very_long_walk_still_fits():
    truth = walks.recorded("walk-lyon-2s.gpx")
    line = walks.measure_noisy(truth, seed=1).line

    assert 1000 < len(encode_small(line)) <= LONGEST_POLYLINE_BYTES
    assert len(encode_small(line, at_most=500)) <= 500


@given(
    lat=st.floats(-80, 80), lon=st.floats(-180, 180), x=st.floats(-5e3, 5e3), y=st.floats(-5e3, 5e3)
)
def test_the_local_frame_goes_there_and_back(lat: float, lon: float, x: float, y: float):
    frame = LocalFrame.at(lat, lon)
    back = frame.to_metres(*frame.to_degrees(x, y))

    assert math.dist(back, (x, y)) < 1e-3


def test_a_distance_over_the_date_line_is_short():
    assert 200 < distance_m(0, 179.999, 0, -179.999) < 230


def test_nonsense_is_named():
    now = START

    assert find_rejection(Fix(now, 0, 0), now=now) is Rejection.NULL_ISLAND
    assert find_rejection(Fix(now + 86_400, 60, 25), now=now) is Rejection.FUTURE
    assert find_rejection(Fix(now - 30 * 86_400, 60, 25), now=now) is Rejection.TOO_OLD
    assert find_rejection(Fix(now + 30, 60, 25), now=now) is None
