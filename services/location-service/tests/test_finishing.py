"""A walk ends: measured when its points are there, at the latest after 15 s, and again when late ones come."""

from datetime import timedelta
from typing import Any

import pytest
import simulated
from factories import Walk, sent, straight
from test_sending_points import begin, send

from lapa_cli.city import gps
from lapa_contracts.location import TrackFinalized

TRUE_M = 2400


async def finalized(outbox: Any) -> list[TrackFinalized]:
    said = [e for e in await outbox() if e.type == "track.finalized.v1"]
    return [TrackFinalized.model_validate(envelope.payload) for envelope in said]


def noisy(walk: Walk, seed: int = 4) -> tuple[list[dict[str, Any]], timedelta, float]:
    """Points of a city walk, how long it took, how long it truly was."""
    truth = simulated.city_walk(seed)
    moved = gps.moved_to(truth, lat=60.1686, lon=24.9316, at=walk.begin)
    return sent(gps.add_noise(moved, seed=seed)), truth[-1].at - truth[0].at, gps.length_m(truth)


async def test_the_distance_is_said_when_the_points_reach_the_finish(
    client: Any, as_user: Any, deliver: Any, outbox: Any, run_jobs: Any, at: Any
) -> None:
    walk = Walk()
    points, took, true_m = noisy(walk)
    at(walk.begin + took)
    await begin(walk, deliver)
    for start in range(0, len(points), 100):
        await send(client, as_user(walk.walker_id), points[start : start + 100])
    await deliver(walk.completed(walk.begin + took))

    await run_jobs()

    (track,) = await finalized(outbox)
    assert (track.track_id, track.revision) == (walk.id, 1)
    assert track.distance_m == pytest.approx(true_m, rel=0.05)
    assert track.low_m < true_m < track.high_m
    assert track.coverage == 1.0
    assert track.gaps == []
    assert track.duration_s == round(took.total_seconds())
    assert 100 < len(track.polyline) <= 8192
    assert len(track.raw_sha256) == 64


async def test_without_the_last_points_it_waits_15_seconds_and_revises_later(
    client: Any, as_user: Any, deliver: Any, outbox: Any, run_jobs: Any, at: Any
) -> None:
    walk = Walk()
    points, took, true_m = noisy(walk)
    finish = walk.begin + took
    at(finish)
    await begin(walk, deliver)
    await send(client, as_user(walk.walker_id), points[: len(points) // 2])
    await deliver(walk.completed(finish))
    await run_jobs()
    assert await finalized(outbox) == []

    at(finish + timedelta(seconds=16))
    await run_jobs()
    await send(client, as_user(walk.walker_id), points)
    await run_jobs()
    at(finish + timedelta(seconds=30))
    await run_jobs()
    await run_jobs()

    half, whole = await finalized(outbox)
    assert (half.revision, whole.revision) == (1, 2)
    assert half.distance_m < 0.7 * true_m
    assert half.coverage < 0.6
    assert [gap.reason for gap in half.gaps] == ["no_signal"]
    assert half.low_m < true_m < half.high_m
    assert whole.distance_m == pytest.approx(true_m, rel=0.05)
    assert whole.raw_sha256 != half.raw_sha256


async def test_repeated_points_and_events_after_the_end_say_nothing_new(
    client: Any, as_user: Any, deliver: Any, outbox: Any, run_jobs: Any, at: Any
) -> None:
    walk = Walk()
    at(walk.minute(20))
    assigned, started = walk.assigned(), walk.started()
    completed = walk.completed(walk.minute(10))
    points = straight(walk.begin, seconds=range(0, 601, 5))
    for event in (assigned, started):
        await deliver(event)
    await send(client, as_user(walk.walker_id), points)
    await deliver(completed)
    await run_jobs()

    await send(client, as_user(walk.walker_id), points)
    for event in (started, assigned, completed):
        await deliver(event)
    at(walk.minute(30))
    await run_jobs()

    (track,) = await finalized(outbox)
    assert track.distance_m == pytest.approx(780, rel=0.03)


async def test_the_finish_may_arrive_before_the_start(
    client: Any, as_user: Any, deliver: Any, outbox: Any, run_jobs: Any, at: Any
) -> None:
    walk = Walk()
    at(walk.minute(11))
    await deliver(walk.assigned())
    started, completed = walk.started(), walk.completed(walk.minute(10))
    points = straight(walk.begin, seconds=range(0, 601, 5))
    await send(client, as_user(walk.walker_id), points)

    await deliver(completed)
    await deliver(started)
    await run_jobs()

    (track,) = await finalized(outbox)
    assert track.duration_s == 600
    assert track.distance_m == pytest.approx(780, rel=0.03)


async def test_a_walk_without_a_point_is_measured_too(
    deliver: Any, outbox: Any, run_jobs: Any, at: Any
) -> None:
    walk = Walk()
    at(walk.minute(10))
    await begin(walk, deliver)
    await deliver(walk.completed(walk.minute(10)))
    at(walk.minute(11))

    await run_jobs()

    (track,) = await finalized(outbox)
    assert (track.distance_m, track.low_m, track.coverage) == (0, 0, 0)
    assert track.high_m > 0


@pytest.mark.parametrize("name", ["walk-lyon-2s.gpx", "run-kent-1s.gpx"])
async def test_a_recorded_walk_is_measured_within_five_percent(
    name: str, client: Any, as_user: Any, deliver: Any, outbox: Any, run_jobs: Any, at: Any
) -> None:
    walk = Walk()
    piece = gps.cut(simulated.recorded(name), for_s=1800)
    truth = gps.moved_to(piece, lat=60.1686, lon=24.9316, at=walk.begin)
    at(walk.minute(30))
    await begin(walk, deliver)
    await send(client, as_user(walk.walker_id), sent(gps.add_noise(truth, seed=5)))
    await deliver(walk.completed(truth[-1].at))

    await run_jobs()

    (track,) = await finalized(outbox)
    assert track.distance_m == pytest.approx(gps.length_m(truth), rel=0.05)


async def test_a_cancelled_walk_is_not_measured(
    client: Any, as_user: Any, deliver: Any, published: Any, run_jobs: Any, at: Any
) -> None:
    walk = Walk()
    at(walk.minute(5))
    await begin(walk, deliver)
    await send(client, as_user(walk.walker_id), straight(walk.begin, seconds=range(0, 200, 5)))

    await deliver(walk.cancelled())
    at(walk.minute(6))
    await run_jobs()

    assert await published() == []
