"""Papers, reminders, and what a walker may see and when."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from factories import (
    add_pet,
    add_record,
    assigned,
    cancelled,
    completed,
    media_stand_in,
    shot,
    unassigned,
)

from lapa_contracts.media import MediaClient
from lapa_contracts.pet import PetClient
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.testing.identity import bearer

PRIVATE = ("microchip_id", "vet", "emergency_contact", "tags")


def in_days(days: int) -> Any:
    return (clock.now() + timedelta(days=days)).date()


async def care_card(client: Any, pet: Any, user_id: Any) -> Any:
    return await client.get(f"/api/v1/pets/{pet['id']}/care-card", headers=bearer(user_id))


async def test_a_walker_reads_the_care_card_until_a_day_after_the_walk(
    client: Any, deliver: Any, at: Any
) -> None:
    pet = await add_pet(client, new_id())
    await add_record(client, pet, shot(type="allergy", title="Chicken"))
    await add_record(client, pet, shot(type="medication", title="Drops", dosage="2 a day"))
    await add_record(client, pet, shot(in_days(-1), type="medication", title="Over"))
    order = assigned(pet)
    assert (await care_card(client, pet, order.walker_id)).status_code == 404

    await deliver(order)

    card = (await care_card(client, pet, order.walker_id)).json()
    assert card["vet"]["phone"] == "+358 9 123"
    assert [one["title"] for one in card["allergies"]] == ["Chicken"]
    assert [one["dosage"] for one in card["medication"]] == ["2 a day"]
    assert "microchip_id" not in card
    await deliver(completed(order))
    at(clock.now() + timedelta(hours=23))
    assert (await care_card(client, pet, order.walker_id)).status_code == 200
    at(clock.now() + timedelta(hours=2))
    assert (await care_card(client, pet, order.walker_id)).status_code == 404


@pytest.mark.parametrize("end", [unassigned, cancelled])
async def test_a_walker_who_is_out_reads_nothing_whatever_comes_late(
    client: Any, deliver: Any, end: Any
) -> None:
    pet = await add_pet(client, new_id())
    order = assigned(pet)

    await deliver(end(order))
    await deliver(order)

    assert (await care_card(client, pet, order.walker_id)).status_code == 404


async def test_a_walker_sees_the_pet_without_what_is_the_familys(client: Any, deliver: Any) -> None:
    pet = await add_pet(client, new_id())
    order = assigned(pet)
    await deliver(order)
    walker = bearer(order.walker_id, "walker")

    seen = (await client.get(f"/api/v1/pets/{pet['id']}", headers=walker)).json()

    assert (seen["view"], seen["breed"], seen["size"]) == ("walker", "Beagle", "medium")
    assert [seen[name] for name in PRIVATE] == [None] * len(PRIVATE)
    papers = await client.get(f"/api/v1/pets/{pet['id']}/medical", headers=walker)
    assert papers.status_code == 404


async def test_the_family_is_reminded_once_at_each_threshold(
    client: Any, run_jobs: Any, outbox: Any, at: Any
) -> None:
    me = new_id()
    pet, expires_at = await add_pet(client, me), in_days(60)
    record = await add_record(client, pet, shot(expires_at))

    async def days_said() -> list[int]:
        await run_jobs()
        due = [one for one in await outbox() if one.type == "pet.vaccination_due.v1"]
        return [one.payload["days_left"] for one in due]

    assert await days_said() == []
    end = datetime.combine(expires_at, time(), UTC)
    at(end - timedelta(days=30))
    assert await days_said() == [30]
    url = f"/api/v1/pets/{pet['id']}/medical/{record['id']}"
    body = shot(expires_at, notes="the same end")
    assert (await client.put(url, json=body, headers=bearer(me))).status_code == 200
    assert await days_said() == [30]
    at(end + timedelta(days=1))
    assert sorted(await days_said()) == [1, 7, 30]


async def test_nobody_is_reminded_of_what_is_gone(
    client: Any, run_jobs: Any, published: Any, at: Any
) -> None:
    me = new_id()
    pet, other = await add_pet(client, me), await add_pet(client, me)
    record = await add_record(client, pet, shot(in_days(40)))
    await add_record(client, other, shot(in_days(40)))
    await add_record(client, pet, shot(in_days(40), type="visit"))

    await client.delete(f"/api/v1/pets/{pet['id']}/medical/{record['id']}", headers=bearer(me))
    await client.delete(f"/api/v1/pets/{other['id']}", headers=bearer(me))
    at(clock.now() + timedelta(days=60))
    await run_jobs()

    assert "pet.vaccination_due.v1" not in await published()


@pytest.mark.parametrize(
    ("shots", "status", "until"),
    [
        ([], "none", None),
        ([("Rabies", 200)], "valid", 200),
        ([("Rabies", 30)], "expiring", 30),
        ([("Rabies", -1)], "expired", -1),
        ([("Rabies", -300), ("rabies ", 60)], "valid", 60),
        ([("Бешенство", 90), ("Чума", -5)], "valid", 90),
        ([("Distemper", 300), ("Lepto", 100)], "valid", 100),
    ],
)
async def test_rabies_decides_whether_a_pet_is_vaccinated(
    client: Any, app: Any, stand_in: Any, shots: Any, status: str, until: int | None
) -> None:
    me = new_id()
    pet = await add_pet(client, me)
    for title, days in shots:
        await add_record(client, pet, shot(in_days(days), title=title))

    told = await client.get(f"/api/v1/pets/{pet['id']}/vaccination-status", headers=bearer(me))

    expected = None if until is None else in_days(until)
    assert told.json()["status"] == status
    assert told.json()["valid_until"] == (expected and expected.isoformat())
    pets: PetClient = stand_in(PetClient, app)
    [quoted] = await pets.quote_pets(me, [pet["id"]])
    assert quoted.vaccinated_until == expected


async def test_who_changed_a_dose_and_when_stays_on_file(client: Any) -> None:
    me = new_id()
    pet = await add_pet(client, me)
    record = await add_record(client, pet, shot(type="medication", title="Drops", dosage="2"))
    url = f"/api/v1/pets/{pet['id']}/medical/{record['id']}"
    body = shot(type="medication", title="Drops", dosage="4")

    changed = await client.put(url, json=body, headers=bearer(me) | {"If-Match": '"v1"'})
    stale = await client.put(url, json=body, headers=bearer(me) | {"If-Match": '"v1"'})
    await client.delete(url, headers=bearer(me))

    assert (changed.json()["dosage"], stale.status_code) == ("4", 412)
    history = (await client.get(f"{url}/history", headers=bearer(me))).json()["items"]
    assert [one["before"]["dosage"] for one in history] == ["4", "2"]
    assert history[0]["changed_by"] == str(me)
    assert (await client.get(url, headers=bearer(me))).json()["code"] == "medical_record_not_found"


async def test_scans_are_claimed_and_forgotten_when_deleted(client: Any, stand_in: Any) -> None:
    media = media_stand_in()
    stand_in(MediaClient, media)
    me, media_id = new_id(), str(new_id())
    pet = await add_pet(client, me)

    record = await add_record(client, pet, shot(media_ids=[media_id]))

    assert record["media_ids"] == [media_id]
    assert media.state.claims[0]["media_ids"] == [media_id]


@pytest.mark.parametrize(
    "facts",
    [
        {"type": "spell"},
        {"title": ""},
        {"date": "2024-13-01"},
        {"date": None},
        {"expires_at": "2020-01-01"},
        {"media_ids": ["x"]},
    ],
)
async def test_nonsense_is_not_put_on_file(client: Any, facts: dict[str, Any]) -> None:
    me = new_id()
    pet = await add_pet(client, me)
    response = await client.post(
        f"/api/v1/pets/{pet['id']}/medical", json={**shot(), **facts}, headers=bearer(me)
    )
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
