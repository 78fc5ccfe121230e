"""Walkers: profile, hours, online, public card and search."""

from typing import Any

import httpx
import pytest
from factories import KAMPPI, register, walker_profile
from fastapi import FastAPI, Request

from lapa_contracts.order import OrderClient, WalkerReputationChanged
from lapa_contracts.user import WalkerChanged
from lapa_contracts.values import Point
from lapa_kit.ids import new_id
from lapa_kit.testing.snapshots import check_handed_out

ME = "/api/v1/walkers/me"
HOURS = {
    "timezone": "Europe/Helsinki",
    "weekly": [{"weekday": 0, "start": "09:00", "end": "18:00"}],
    "exceptions": [
        {"date": "2026-12-24", "available": False},
        {"date": "2026-12-31", "available": True, "start": "18:00", "end": "00:00"},
    ],
}


async def test_what_a_walker_sets_is_told_whole(client: Any, outbox: Any) -> None:
    someone = await register(client, "walker")

    await client.put(ME, json=walker_profile(), headers=someone.headers)
    await client.put(f"{ME}/availability", json=HOURS, headers=someone.headers)
    online = await client.post(f"{ME}/online", headers=someone.headers)
    again = await client.post(f"{ME}/online", headers=someone.headers)

    assert online.json()["online"] is True
    assert online.json()["availability"]["weekly"] == HOURS["weekly"]
    assert again.json()["version"] == online.json()["version"]
    told = [WalkerChanged.opened(one) for one in await outbox() if "walker.changed" in one.type]
    assert [event.aggregate_version for event in told] == [1, 2, 3, 4]
    newest = told[-1].model_dump(mode="json")
    assert (newest["online"], newest["max_dogs"]) == (True, 2)
    assert Point(**newest["home"]) == Point(**KAMPPI).coarse(500), "the door is nobody's business"
    assert newest["availability"]["timezone"] == "Europe/Helsinki"
    assert (newest["accepted_species"], newest["takes_puppies"]) == (["dog"], True)
    assert (newest["takes_reactive"], newest["instant_book"]) == (False, True)
    offline = await client.post(f"{ME}/offline", headers=someone.headers)
    assert offline.json()["online"] is False


async def test_a_client_becomes_a_walker_by_his_first_profile(client: Any, outbox: Any) -> None:
    someone = await register(client)
    before = await client.post(f"{ME}/online", headers=someone.headers)

    became = await client.put(ME, json=walker_profile(), headers=someone.headers)

    assert (before.status_code, before.json()["code"]) == (409, "not_a_walker")
    assert became.status_code == 200, became.text
    said = {one.type: one.payload for one in await outbox()}
    assert said["user.changed.v1"]["roles"] == ["client", "walker"]
    assert said["session.revoked.v1"]["before"] is not None


async def test_who_is_no_walker_has_no_walkers_profile(client: Any) -> None:
    someone = await register(client)
    assert (await client.get(ME, headers=someone.headers)).status_code == 404
    assert (await client.get(f"/api/v1/walkers/{someone.id}")).status_code == 404


async def test_two_tabs_do_not_overwrite_a_walkers_profile(client: Any) -> None:
    someone = await register(client, "walker")
    seen = (await client.get(ME, headers=someone.headers)).headers["ETag"]
    headers = {**someone.headers, "If-Match": seen}
    first = await client.put(ME, json=walker_profile(bio="one"), headers=headers)
    second = await client.put(ME, json=walker_profile(bio="two"), headers=headers)
    assert (first.status_code, second.status_code) == (200, 412)


RING = [[24.9, 60.1], [25.0, 60.1], [25.0, 60.2], [24.9, 60.2], [24.9, 60.1]]
HOLE = [[24.94, 60.14], [24.96, 60.14], [24.96, 60.16], [24.94, 60.16], [24.94, 60.14]]
BOW_TIE = [[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]


async def test_an_area_may_have_holes(client: Any) -> None:
    someone = await register(client, "walker")
    area = {"type": "Polygon", "coordinates": [RING, HOLE]}
    response = await client.put(ME, json=walker_profile(area=area), headers=someone.headers)
    assert response.json()["area"] == area


@pytest.mark.parametrize(
    "changes",
    [
        {"area": {"type": "Polygon", "coordinates": [BOW_TIE]}},
        {"area": {"type": "Polygon", "coordinates": [[[0, 0], [200, 0], [200, 1], [0, 0]]]}},
        {"area": {"type": "Polygon", "coordinates": []}},
        {"area": {"type": "Polygon", "coordinates": [[["a", "b"], [1, 1], [2, 2]]]}},
        {"area": {"type": "Point", "coordinates": [24.9, 60.1]}},
        {"area": {}},
        {"home": {"lat": 91, "lon": 0}},
        {"home": {"lat": 60.1}},
        {"max_dogs": 0},
        {"accepted_sizes": []},
        {"accepted_sizes": ["elephant"]},
        {"accepted_species": []},
        {"takes_puppies": "sometimes"},
        {"rate_bp": 0},
        {"bio": "a\x00b"},
        {"service_radius_m": 10**9},
    ],
)
async def test_nonsense_in_a_walkers_profile_changes_nothing(
    client: Any, published: Any, changes: dict[str, Any]
) -> None:
    someone = await register(client, "walker")
    before = await published()
    response = await client.put(ME, json=walker_profile(**changes), headers=someone.headers)
    assert response.status_code == 422, response.text
    assert await published() == before


@pytest.mark.parametrize(
    "changes",
    [
        {"timezone": "Mars/Olympus"},
        {"timezone": None},
        {"weekly": [{"weekday": 7, "start": "09:00", "end": "18:00"}]},
        {"weekly": [{"weekday": 0, "start": "18:00", "end": "09:00"}]},
        {"weekly": [{"weekday": 0, "start": "9", "end": "18:00"}]},
        {"exceptions": [{"date": "2026-02-30", "available": True}]},
    ],
)
async def test_nonsense_in_the_hours_is_refused(client: Any, changes: dict[str, Any]) -> None:
    someone = await register(client, "walker")
    response = await client.put(
        f"{ME}/availability", json={**HOURS, **changes}, headers=someone.headers
    )
    assert response.status_code == 422, response.text


async def test_the_public_card_hides_the_door_and_shows_the_reputation(
    client: Any, deliver: Any
) -> None:
    someone = await register(client, "walker")
    await client.put(ME, json=walker_profile(), headers=someone.headers)
    facts: dict[str, Any] = {"walker_id": someone.id, "rating_count": 12, "completed_walks": 60}
    await deliver(
        WalkerReputationChanged(**facts, rating_avg_x100=491, reliability=9_900, version=2)
    )
    await deliver(WalkerReputationChanged(**facts, rating_avg_x100=100, reliability=0, version=1))

    card = (await client.get(f"/api/v1/walkers/{someone.id}")).json()

    assert (card["rating"], card["rating_count"], card["completed_walks"]) == (4.91, 12, 60)
    assert card["badges"] == ["experienced", "top_rated", "reliable"]
    assert card["display_name"] == "Aino V."
    assert card["home"] != KAMPPI
    assert abs(card["home"]["lat"] - KAMPPI["lat"]) < 0.0023
    assert abs(card["home"]["lon"] - KAMPPI["lon"]) < 0.0046
    assert "availability" not in card


async def test_neighbours_in_one_cell_look_alike(client: Any) -> None:
    homes: list[dict[str, float]] = []
    for shift in (0.0, 0.0001):
        someone = await register(client, "walker")
        home = {"lat": KAMPPI["lat"] + shift, "lon": KAMPPI["lon"]}
        await client.put(ME, json=walker_profile(home=home), headers=someone.headers)
        homes.append((await client.get(f"/api/v1/walkers/{someone.id}")).json()["home"])
    assert homes[0] == homes[1]


def search_index(hits: list[dict[str, Any]], asked: list[dict[str, str]]) -> FastAPI:
    """order-service as far as the search needs it."""
    app = FastAPI()

    @app.get("/internal/v1/walkers/search")
    async def search(request: Request) -> dict[str, Any]:
        asked.append(dict(request.query_params))
        return {"items": hits}

    return app


def hit(walker_id: Any, distance_m: int) -> dict[str, Any]:
    return {
        "walker_id": str(walker_id),
        "distance_m": distance_m,
        "rating_count": 0,
        "completed_walks": 0,
        "online": True,
        "rate_bp": 10_000,
    }


async def test_the_search_joins_what_order_service_found_with_the_cards(
    client: Any, stand_in: Any
) -> None:
    far, near = await register(client, "walker"), await register(client, "walker")
    searcher = await register(client)
    asked: list[dict[str, str]] = []
    hits = [hit(far.id, 1234), hit(new_id(), 600), hit(near.id, 40)]
    stand_in(OrderClient, search_index(hits, asked))

    response = await client.get(
        "/api/v1/walkers",
        params={**KAMPPI, "radius_m": 3000, "size": "small", "dogs": 2, "reactive": True},
        headers=searcher.headers,
    )

    assert response.status_code == 200, response.text
    found = [(one["id"], one["distance_m"]) for one in response.json()["items"]]
    assert found == [(str(near.id), 100), (str(far.id), 1300)]
    assert asked[0]["searcher_id"] == str(searcher.id)
    assert (asked[0]["size"], asked[0]["radius_m"]) == ("small", "3000")
    assert (asked[0]["dogs"], asked[0]["reactive"], asked[0]["puppy"]) == ("2", "True", "False")


async def test_a_search_without_its_index_says_so(client: Any, app: Any) -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("down", request=request)

    app.state.clients.use(OrderClient, httpx.MockTransport(refuse))
    response = await client.get("/api/v1/walkers", params=KAMPPI)
    app.state.clients._made.clear()
    assert (response.status_code, response.json()["code"]) == (502, "upstream_failed")


@pytest.mark.parametrize(
    "params", [{}, {"lat": 91, "lon": 0}, {**KAMPPI, "radius_m": 0}, {**KAMPPI, "size": "huge"}]
)
async def test_a_search_for_nowhere_is_refused(client: Any, params: dict[str, Any]) -> None:
    assert (await client.get("/api/v1/walkers", params=params)).status_code == 422


async def test_what_others_copy_of_people_is_handed_out_as_it_was_said(
    client: Any, outbox: Any
) -> None:
    await register(client)
    someone = await register(client, "walker")
    await client.put(ME, json=walker_profile(), headers=someone.headers)
    await client.post(f"{ME}/online", headers=someone.headers)
    await check_handed_out(client, outbox)
