"""One whole walk through all ten services, as the people in it live it."""

import asyncio
import json
import uuid
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from actors import Api, Mailbox, photo, receive, until
from story import PICKUP, Walk, at_door, make_dog, make_owner, make_walker, thirty_minutes_of

from lapa_cli.city.folder import load_city
from lapa_cli.city.gps import Fix, add_noise, cut, length_m, moved_to, read_gpx
from lapa_cli.city.stroll import walk as stroll

ROOT = Path(__file__).parents[2]


def recorded() -> list[Fix]:
    """A quarter of an hour of a real recording, there and back again, at the pickup."""
    out = cut(read_gpx(ROOT / "tests/fixtures/tracks/walk-lyon-2s.gpx"), start_s=60, for_s=840)
    out = moved_to(out, lat=PICKUP["lat"], lon=PICKUP["lon"], at=out[0].at)
    ends = out[-1].at
    back = [Fix(ends + (ends - fix.at), fix.lat, fix.lon) for fix in reversed(out[:-1])]
    return out + back


def on_the_streets() -> list[Fix]:
    """Half an hour on Helsinki's real streets, back to where it began."""
    _, graph = load_city(ROOT / "city/helsinki")
    began = read_gpx(ROOT / "tests/fixtures/tracks/walk-lyon-2s.gpx")[0].at
    steps = stroll(graph, (PICKUP["lat"], PICKUP["lon"]), 28, seed=3)
    return [Fix(began + timedelta(seconds=step.t_s), step.lat, step.lon) for step in steps]


@pytest.mark.parametrize("truth", [recorded, on_the_streets], ids=["recorded", "streets"])
async def test_one_whole_walk(
    api: Api, admin: Api, mailbox: Mailbox, real_time: None, truth: Any
) -> None:
    true_path = truth()
    walker = await make_walker(api, admin)
    await _owner_sees_the_walker(api, walker)
    owner = await make_owner(api)
    dog = await make_dog(owner)
    await _dog_has_a_portrait_and_a_vaccination(owner, dog)

    walk = Walk(owner, walker, admin, dog)
    await walk.book(walker_id=walker.id, access_notes="Lockbox 4711", notes="Shy of trams")
    assert sum(line["amount"] for line in walk.quote["lines"]) == walk.quote["amount"]
    price = walk.quote["amount"]
    await walk.until_status("searching")
    wallet = await owner.get("wallets/me")
    assert (wallet["available"], wallet["held"]) == (10_000 - price, price)

    await walk.accept()
    await walk.until_status("assigned")
    await _the_chat_carries_on_after_a_cut(walk)
    await _access_opens_at_the_door_only(walk)
    await _too_far_away_is_no_start(walk)
    await walk.walker.post(f"orders/{walk.id}/en-route")
    await walk.start()
    await _the_owner_watches(walk, thirty_minutes_of(walk, add_noise(true_path, seed=11)))
    picture = await walker.upload("park.jpg", photo(), "image/jpeg")
    await walk.record("pee")
    await walk.record("photo", media_ids=[picture])
    await walk.finish()
    await _nobody_watches_any_more(walk)

    report = await walk.report()
    expected = length_m(true_path)
    assert abs(report["distance_m"] - expected) <= 0.05 * expected
    assert report["coverage"] > 0.9
    assert [event["type"] for event in report["events"]] == ["pee", "photo"]
    assert report["track"]["type"] == "LineString"
    await _the_owner_sees_the_picture(owner, picture)

    await walk.until_status("settled")
    await _the_money_is_exact(walk, price)
    await _both_review(walk)
    await _everybody_has_been_told(walk, mailbox)
    await _the_numbers_know(walk, price)
    await _strangers_are_refused(api, walk)


async def _owner_sees_the_walker(api: Api, walker: Api) -> None:
    looking = await api.register("client", "Lena Looking")

    async def found() -> Any:
        hits = await looking.get(
            "walkers", lat=PICKUP["lat"], lon=PICKUP["lon"], radius_m=3000, limit=100
        )
        return next((hit for hit in hits["items"] if hit_id(hit) == walker.id), None)

    hit = await until(found)
    assert hit["distance_m"] < 700  # a stranger learns about 500 m, no more


def hit_id(hit: dict[str, Any]) -> str:
    return str(hit.get("walker_id") or hit.get("id") or hit.get("user_id"))


async def _dog_has_a_portrait_and_a_vaccination(owner: Api, dog: str) -> None:
    portrait = await owner.upload("rex.jpg", photo(size=(2000, 1500)), "image/jpeg")
    await owner.post(f"pets/{dog}/photos", {"media_id": portrait})

    async def thumbnail() -> Any:
        response = await owner.ask("GET", f"media/{portrait}/variants/thumbnail")
        return response if response.status_code == 200 else None

    small = await until(thumbnail)
    assert small.headers["content-type"].startswith("image/")
    assert len(small.content) < 60_000
    await owner.post(
        f"pets/{dog}/medical",
        {
            "type": "vaccination",
            "title": "Rabies",
            "date": "2026-01-10",
            "expires_at": "2029-01-10",
            "media_ids": [],
        },
    )
    status = await owner.get(f"pets/{dog}/vaccination-status")
    assert status


async def _the_chat_carries_on_after_a_cut(walk: Walk) -> None:
    async def opened() -> Any:
        return (await walk.order())["chat_id"]

    chat_id = await until(opened)
    url = f"chats/{chat_id}/messages"
    async with walk.owner.socket("chats/ws") as line:
        await line.send(json.dumps({"type": "subscribe", "chat_id": chat_id, "after_seq": 0}))
        await walk.walker.post(url, {"client_message_id": str(uuid.uuid4()), "text": "On my way"})
        first = await receive(line, "message")
    # the line is cut; meanwhile there is more to say, once even twice
    repeated = str(uuid.uuid4())
    for text, message_id in (("One", str(uuid.uuid4())), ("Two", repeated), ("Two", repeated)):
        await walk.walker.post(url, {"client_message_id": message_id, "text": text})
    async with walk.owner.socket("chats/ws") as line:
        seq = first["message"]["seq"] if "message" in first else first["seq"]
        await line.send(json.dumps({"type": "subscribe", "chat_id": chat_id, "after_seq": seq}))
        caught_up = [await receive(line, "message") for _ in range(2)]
        sent = {"type": "send", "chat_id": chat_id, "client_message_id": str(uuid.uuid4())}
        await line.send(json.dumps({**sent, "text": "Rex is ready"}))
        own = await receive(line, "message")
    messages = [one.get("message", one) for one in [first, *caught_up, own]]
    assert [message["text"] for message in messages] == ["On my way", "One", "Two", "Rex is ready"]
    seqs = [message["seq"] for message in messages]
    assert seqs == list(range(seqs[0], seqs[0] + 4))


async def _access_opens_at_the_door_only(walk: Walk) -> None:
    url = f"orders/{walk.id}/access/reveal"
    far = await walk.walker.ask("POST", url, json={"lat": 60.19, "lon": 24.93})
    assert (far.status_code, far.json()["code"]) == (403, "access_sealed")
    opened = await walk.walker.post(url, at_door())
    assert opened == {"access_notes": "Lockbox 4711"}
    log = await walk.owner.get(f"orders/{walk.id}/access/log")
    assert [entry["outcome"] for entry in log["items"]] == ["refused", "opened"]


async def _too_far_away_is_no_start(walk: Walk) -> None:
    place = {"lat": PICKUP["lat"] + 0.018, "lon": PICKUP["lon"], "accuracy_m": 5.0}
    response = await walk.walker.ask("POST", f"orders/{walk.id}/start", json=place)
    assert (response.status_code, response.json()["code"]) == (409, "too_far_from_pickup")


async def _the_owner_watches(walk: Walk, parts: list[list[Fix]]) -> None:
    async def connected() -> Any:
        response = await walk.owner.ask("GET", f"tracks/{walk.id}")
        return response.status_code == 200

    await until(connected)
    async with walk.owner.socket(f"tracks/{walk.id}/ws") as line:
        for part in parts:
            await walk.move_clock(part[-1].at)
            await walk.send(part)
        async with asyncio.timeout(20):
            frame = json.loads(await line.recv())
            while "lat" not in json.dumps(frame):
                frame = json.loads(await line.recv())
    stranger_ids = {walk.owner.id, walk.walker.id}
    assert len(stranger_ids) == 2


async def _nobody_watches_any_more(walk: Walk) -> None:
    async def ended() -> bool:
        response = await walk.owner.ask("GET", f"locations/{walk.walker.id}")
        return response.status_code in (403, 404)

    await until(ended)


async def _the_owner_sees_the_picture(owner: Api, picture: str) -> None:
    async def visible() -> bool:
        response = await owner.ask("GET", f"media/{picture}/content")
        return response.status_code == 200

    await until(visible)


async def _the_money_is_exact(walk: Walk, price: int) -> None:
    commission = (price * 1500 * 2 + 10_000) // 20_000
    owner, walker = await walk.owner.get("wallets/me"), await walk.walker.get("wallets/me")
    assert (owner["available"], owner["held"]) == (10_000 - price, 0)
    assert (walker["available"], walker["held"]) == (price - commission, 0)
    balance = await walk.admin.get("ledger/trial-balance")
    totals = json.dumps(balance)
    assert await walk.admin.get("ledger/entries", limit=1), totals
    for row in balance.get("items", balance if isinstance(balance, list) else [balance]):
        assert row.get("total", row.get("sum", row.get("balance"))) == 0, totals


async def _both_review(walk: Walk) -> None:
    for author in (walk.owner, walk.walker):
        await author.post(f"orders/{walk.id}/review", {"rating": 5, "comment": "Thank you!"})
    about = await walk.owner.get("orders/reviews", user_id=walk.walker.id)
    assert [review["rating"] for review in about["items"]] == [5]

    async def shown() -> bool:
        card = await walk.owner.get(f"walkers/{walk.walker.id}")
        return "5" in json.dumps(card.get("rating", card))

    await until(shown)


async def _everybody_has_been_told(walk: Walk, mailbox: Mailbox) -> None:
    for person in (walk.owner, walk.walker):

        async def told(person: Api = person) -> Any:
            return (await person.get("notifications", limit=50))["items"]

        assert await until(told)

    async def letter() -> list[str]:
        return mailbox.to(walk.owner.user["email"])

    assert await until(letter)
    assert "4711" not in "".join(letter for _, letter in mailbox.letters)


async def _the_numbers_know(walk: Walk, price: int) -> None:
    async def settled() -> Any:
        events = await walk.admin.get("analytics/events", name="order.settled", limit=100)
        return [one for one in events["items"] if walk.id in json.dumps(one)]

    assert len(await until(settled)) == 1
    kpis = await walk.admin.get("analytics/kpis")
    assert kpis["items"]


async def _strangers_are_refused(api: Api, walk: Walk) -> None:
    stranger = await api.register("client", "Stan Stranger")
    private = (
        f"orders/{walk.id}",
        f"orders/{walk.id}/report",
        f"orders/{walk.id}/access/log",
        f"pets/{walk.dog}",
        f"tracks/{walk.id}",
        f"locations/{walk.walker.id}",
        f"chats/{(await walk.order())['chat_id']}/messages",
        "ledger/accounts",
        "users/audit",
        "gateway/stats",
    )
    for path in private:
        refused = await stranger.ask("GET", path)
        assert refused.status_code in (403, 404), f"{path}: {refused.status_code}"
        nobody = await api.ask("GET", path)
        assert nobody.status_code == 401, f"{path}: {nobody.status_code}"
        assert nobody.headers["content-type"] == "application/problem+json"
