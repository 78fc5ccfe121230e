"""The walk: at the door, under way, finished, reported, settled."""

from datetime import timedelta
from typing import Any

import pytest
from factories import KAMPPI, TOOLO, add_order, captured, track_of
from fastapi import FastAPI, Response

from app.models.order import OrderStatus
from lapa_contracts.media import MediaClient
from lapa_kit import clock
from lapa_kit.ids import new_id


def walker_of(order: Any, as_user: Any) -> dict[str, str]:
    return as_user(order.walker_id, "walker")


async def act(client: Any, order: Any, action: str, headers: Any, **body: Any) -> Any:
    asked = {**KAMPPI, **body}
    return await client.post(f"/api/v1/orders/{order.id}/{action}", json=asked, headers=headers)


async def test_the_whole_walk(
    client: Any, session: Any, as_user: Any, deliver: Any, published: Any
) -> None:
    order = await add_order(session, OrderStatus.ASSIGNED)
    walker, owner = walker_of(order, as_user), as_user(order.client_id)

    for action in ("en-route", "arrived", "start"):
        assert (await act(client, order, action, walker)).status_code == 200
    url = f"/api/v1/orders/{order.id}/events"
    assert (await client.post(url, json={"type": "pee"}, headers=walker)).status_code == 201
    assert (await act(client, order, "finish", walker)).json()["status"] == "completed"
    await deliver(track_of(order.id))
    report = (await client.get(f"/api/v1/orders/{order.id}/report", headers=owner)).json()
    await deliver(captured(order))

    assert report["distance_m"] == 2400
    assert report["track"]["type"] == "LineString"
    assert [event["type"] for event in report["events"]] == ["pee"]
    seen = (await client.get(f"/api/v1/orders/{order.id}", headers=owner)).json()
    assert (seen["status"], seen["track_id"]) == ("settled", str(order.id))
    assert await published() == [
        "order.en_route.v1",
        "order.arrived.v1",
        "order.started.v1",
        "walk.event_recorded.v1",
        "order.completed.v1",
        "report.ready.v1",
        "order.settlement_due.v1",
        "order.settled.v1",
    ]


async def test_two_kilometres_away_is_no_start(client: Any, session: Any, as_user: Any) -> None:
    order = await add_order(session, OrderStatus.ASSIGNED)

    response = await act(client, order, "start", walker_of(order, as_user), **TOOLO)

    assert (response.status_code, response.json()["code"]) == (409, "too_far_from_pickup")
    assert 1900 < response.json()["distance_m"] < 2100


@pytest.mark.parametrize(
    ("metres", "accuracy_m", "proof"),
    [(70, None, "valid"), (70, 20, "valid"), (150, 100, "valid"), (170, 300, "weak")],
)
async def test_the_reported_accuracy_widens_the_circle_and_weakens_the_proof(
    client: Any,
    session: Any,
    as_user: Any,
    outbox: Any,
    metres: float,
    accuracy_m: float | None,
    proof: str,
) -> None:
    order = await add_order(session, OrderStatus.ASSIGNED)
    place = {"lat": KAMPPI["lat"] + metres / 111_195, "accuracy_m": accuracy_m}

    response = await act(client, order, "start", walker_of(order, as_user), **place)

    assert response.status_code == 200, response.text
    assert (await outbox())[-1].payload["proof"] == proof


async def test_accuracy_does_not_bring_anybody_to_the_door(
    client: Any, session: Any, as_user: Any
) -> None:
    order = await add_order(session, OrderStatus.ASSIGNED)
    place = {"lat": KAMPPI["lat"] + 200 / 111_195, "accuracy_m": 5000}
    response = await act(client, order, "start", walker_of(order, as_user), **place)
    assert response.json()["code"] == "too_far_from_pickup"


async def test_a_wrong_pin_is_refused_and_remembered(
    client: Any, session: Any, as_user: Any
) -> None:
    order = await add_order(session, OrderStatus.ASSIGNED, start_pin="4711")
    walker, owner = walker_of(order, as_user), as_user(order.client_id)

    wrong = await act(client, order, "start", walker, pin="0000")
    right = await act(client, order, "start", walker, pin="4711")

    assert (wrong.status_code, wrong.json()["code"]) == (403, "wrong_pin")
    assert right.status_code == 200
    timeline = await client.get(f"/api/v1/orders/{order.id}/timeline", headers=owner)
    assert [entry["kind"] for entry in timeline.json()["items"]] == ["wrong_pin", "in_progress"]
    seen = await client.get(f"/api/v1/orders/{order.id}", headers=walker)
    assert seen.json()["start_pin"] is None


@pytest.mark.parametrize("action", ["en-route", "arrived", "start", "finish", "events"])
async def test_nobody_but_the_assigned_walker_walks(
    client: Any, session: Any, as_user: Any, action: str
) -> None:
    order = await add_order(session, OrderStatus.ASSIGNED)
    for headers in (as_user(order.client_id), as_user(new_id(), "walker")):
        response = await act(client, order, action, headers, type="pee")
        assert response.status_code == 404


async def test_a_walk_under_way_cannot_be_cancelled(
    client: Any, session: Any, as_user: Any, published: Any
) -> None:
    order = await add_order(session, OrderStatus.IN_PROGRESS)

    response = await client.post(
        f"/api/v1/orders/{order.id}/cancel",
        json={"reason": "rain"},
        headers=as_user(order.client_id),
    )

    assert (response.status_code, response.json()["code"]) == (409, "invalid_transition")
    assert await published() == []


async def test_home_safe_names_what_is_missing(
    client: Any, session: Any, as_user: Any, stand_in: Any
) -> None:
    media = FastAPI()

    @media.post("/internal/v1/media/claims", status_code=204)
    async def claim() -> Response:
        return Response(status_code=204)

    stand_in(MediaClient, media)
    order = await add_order(session, OrderStatus.IN_PROGRESS, home_safe=True)
    walker = walker_of(order, as_user)
    done = {"lead_off": True, "water": True, "door_locked": True, "key_returned": True}

    bare = await act(client, order, "finish", walker, checklist={"lead_off": True})
    photo = {"type": "photo", "media_ids": [str(new_id())]}
    url = f"/api/v1/orders/{order.id}/events"
    assert (await client.post(url, json=photo, headers=walker)).status_code == 201
    complete = await act(client, order, "finish", walker, checklist=done)

    assert (bare.status_code, bare.json()["code"]) == (409, "home_safe_incomplete")
    assert bare.json()["missing"][:3] == ["water", "door_locked", "key_returned"]
    assert complete.status_code == 200


async def test_both_sides_follow_what_happens_in_the_order_in_which_it_happened(
    client: Any, session: Any, as_user: Any
) -> None:
    order = await add_order(session, OrderStatus.IN_PROGRESS)
    walker, url = walker_of(order, as_user), f"/api/v1/orders/{order.id}/events"
    for minutes_ago, kind in ((1, "play"), (9, "water"), (4, "poo")):  # kept on a phone, sent late
        at = (clock.now() - timedelta(minutes=minutes_ago)).isoformat()
        await client.post(url, json={"type": kind, "at": at}, headers=walker)

    for party in (walker, as_user(order.client_id)):
        first = (await client.get(url, params={"limit": 2}, headers=party)).json()
        rest = {"limit": 2, "cursor": first["next_cursor"]}
        last = (await client.get(url, params=rest, headers=party)).json()
        happened = [event["type"] for event in first["items"] + last["items"]]
        assert (happened, last["next_cursor"]) == (["water", "poo", "play"], None)

    assert (await client.get(url, headers=as_user(new_id()))).status_code == 404
    broken = await client.get(url, params={"cursor": "broken"}, headers=walker)
    assert (broken.status_code, broken.json()["code"]) == (400, "invalid_cursor")


async def test_an_event_about_a_dog_that_is_not_there_is_refused(
    client: Any, session: Any, as_user: Any
) -> None:
    order = await add_order(session, OrderStatus.IN_PROGRESS)
    body = {"type": "poo", "pet_ids": [str(new_id())]}
    response = await client.post(
        f"/api/v1/orders/{order.id}/events", json=body, headers=walker_of(order, as_user)
    )
    assert (response.status_code, response.json()["code"]) == (422, "unknown_pet")


async def test_without_a_track_the_walk_is_settled_after_ten_minutes_and_reported_later(
    client: Any, session: Any, as_user: Any, deliver: Any, run_jobs: Any, at: Any, published: Any
) -> None:
    order = await add_order(session, OrderStatus.IN_PROGRESS)
    await act(client, order, "finish", walker_of(order, as_user))

    at(clock.now() + timedelta(minutes=11))
    await run_jobs()
    report = f"/api/v1/orders/{order.id}/report"
    pending = (await client.get(report, headers=as_user(order.client_id))).json()
    await deliver(track_of(order.id))
    revised = (await client.get(report, headers=as_user(order.client_id))).json()

    assert (await published()).count("order.settlement_due.v1") == 1
    assert pending["distance_m"] is None
    assert revised["distance_m"] == 2400


async def test_a_better_track_revises_the_report_but_not_the_money(
    session: Any, deliver: Any, published: Any
) -> None:
    order = await add_order(session, OrderStatus.COMPLETED)
    await deliver(track_of(order.id, revision=2, distance_m=2500))
    await deliver(track_of(order.id, revision=1, distance_m=1000))

    await session.refresh(order)
    assert order.report
    assert order.report["distance_m"] == 2500
    assert (await published()).count("order.settlement_due.v1") == 1


async def test_a_walk_that_did_not_begin_is_the_walkers_no_show(
    session: Any, deliver: Any, run_jobs: Any, at: Any, outbox: Any, sessions: Any
) -> None:
    from app.services.no_shows import walk_overdue

    order = await add_order(session, OrderStatus.ASSIGNED)
    async with sessions.begin() as other:
        await walk_overdue(other, order.id)

    last = (await outbox())[-1]
    assert (last.type, last.payload["party"]) == ("order.no_show.v1", "walker")
    assert last.payload["settlement"]["release"] == order.amount


async def test_a_forgotten_walk_is_finished_by_the_system(
    client: Any, session: Any, as_user: Any, run_jobs: Any, at: Any
) -> None:
    order = await add_order(session, OrderStatus.ASSIGNED)
    await act(client, order, "start", walker_of(order, as_user))

    at(clock.now() + timedelta(hours=7))
    await run_jobs()

    await session.refresh(order)
    assert (order.status, order.finished_by) == (OrderStatus.COMPLETED, "system")
