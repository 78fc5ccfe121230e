"""How far a walk was, under the stated noise: 5 s sampling, 5 m correlated error, 2 % jumps of 80 m."""

import random
from statistics import mean

import pytest
import simulated as walks

from app.tracking.measurement import GapReason
from lapa_cli.city import gps


@pytest.mark.parametrize(("step_s", "within"), [(1, 1.0), (5, 1.0), (10, 0.9)])
def test_the_distance_of_a_city_walk_is_within_five_percent(step_s: int, within: float):
    errors = []
    for seed in range(30):
        truth = walks.city_walk(seed)
        measured = walks.measure_noisy(truth, seed=1000 + seed, step_s=step_s)
        errors.append(measured.distance / gps.length_m(truth) - 1)

    assert mean(abs(error) <= 0.05 for error in errors) >= within
    assert abs(mean(errors)) < 0.03


def test_the_plain_sum_of_the_same_fixes_is_far_too_long():
    truth = walks.city_walk(1)

    assert gps.length_m(gps.add_noise(truth, seed=1)) > 1.3 * gps.length_m(truth)


@pytest.mark.parametrize(
    ("name", "start_s"),
    [("walk-lyon-2s.gpx", 60 * start) for start in (0, 10, 20, 30, 100, 110)]
    + [("run-kent-1s.gpx", 60 * start) for start in (0, 30, 60, 90)],
)
def test_the_distance_of_a_recorded_walk_is_within_five_percent(name: str, start_s: int):
    truth = gps.cut(walks.recorded(name), start_s=start_s, for_s=1800)

    for seed in range(3):
        measured = walks.measure_noisy(truth, seed=seed)
        assert measured.distance == pytest.approx(gps.length_m(truth), rel=0.05)


def test_the_true_distance_lies_in_the_stated_interval_in_nine_of_ten_walks():
    rng = random.Random(7)
    inside = 0
    for seed in range(200):
        truth = walks.city_walk(
            9000 + seed,
            length_m=rng.uniform(1200, 3000),
            speed_mps=rng.uniform(0.9, 1.7),
            stop_s=rng.choice([0, 0, 60, 180]),
        )
        measured = walks.measure_noisy(truth, seed=seed, step_s=rng.choice([2, 5, 5, 5, 10, 20]))
        inside += measured.low <= gps.length_m(truth) <= measured.high

    assert 0.85 <= inside / 200 <= 0.97


@pytest.mark.parametrize("step_s", [1, 5, 10])
def test_standing_for_ten_minutes_adds_less_than_thirty_metres(step_s: int):
    added = [
        walks.measure_noisy(walks.standing(600), seed=seed, step_s=step_s).distance
        for seed in range(30)
    ]

    assert max(added) < 30
    assert mean(added) < 10


def test_a_stop_of_ten_minutes_within_a_walk_adds_less_than_thirty_metres():
    added = []
    for seed in range(15):
        truth = walks.city_walk(seed, length_m=900)
        stopped = walks.city_walk(seed, length_m=900, stop_s=600)
        walked = walks.measure_noisy(truth, seed=seed).distance
        added.append(walks.measure_noisy(stopped, seed=seed).distance - walked)

    assert mean(added) < 30


def test_a_blackout_lowers_the_coverage_and_widens_the_interval_upwards():
    truth = walks.city_walk(3)
    begin = truth[0].at.timestamp()
    fixes = walks.as_fixes(gps.add_noise(truth, seed=1))
    heard = [fix for fix in fixes if not begin + 600 <= fix.at < begin + 900]

    whole, dark = walks.measure_between(fixes, truth), walks.measure_between(heard, truth)

    assert whole.coverage == 1.0
    assert whole.gaps == []
    assert dark.coverage == pytest.approx(1 - 305 / whole.duration, abs=0.01)
    assert [gap.reason for gap in dark.gaps] == [GapReason.NO_SIGNAL]
    assert dark.low < gps.length_m(truth) < dark.high
    assert dark.high - dark.low > whole.high - whole.low


def test_a_ride_is_flagged_and_its_metres_are_left_out():
    plane, x = [], 0.0
    for second in range(1200):
        x += 9.7 if 500 <= second < 570 else 1.3  # 35 km/h for 70 s
        plane.append((x, 0.0))

    measured = walks.measure_noisy(walks.on_earth(plane), seed=3)

    assert [gap.reason for gap in measured.gaps] == [GapReason.VEHICLE]
    assert measured.in_vehicle == pytest.approx(70, abs=15)
    assert measured.distance == pytest.approx(1130 * 1.3, rel=0.05)


def test_a_run_is_not_a_ride():
    truth = gps.cut(walks.recorded("run-kent-1s.gpx"), for_s=1800)

    assert walks.measure_noisy(truth, seed=1).in_vehicle == 0


def test_fixes_too_coarse_to_use_are_a_gap_that_says_so():
    truth = walks.city_walk(1, length_m=900)
    begin = truth[0].at.timestamp()
    fixes = [
        fix if not 200 < fix.at - begin < 400 else type(fix)(fix.at, fix.lat, fix.lon, 400.0)
        for fix in walks.as_fixes(gps.add_noise(truth, seed=1))
    ]

    measured = walks.measure_between(fixes, truth)

    assert [gap.reason for gap in measured.gaps] == [GapReason.COARSE]


def test_a_walk_without_a_single_fix_is_unknown_not_zero():
    measured = walks.measure_between([], walks.city_walk(1))

    assert (measured.distance, measured.low, measured.coverage) == (0, 0, 0)
    assert measured.high > 2400
