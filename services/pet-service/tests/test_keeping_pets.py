"""Pets: added, changed, shared, removed."""

from typing import Any

import pytest
from factories import REX, add_pet, assigned, media_stand_in, person

from lapa_contracts.media import MediaClient, MediaDeleted
from lapa_contracts.pet import PetClient
from lapa_kit.clients import ServiceRefused
from lapa_kit.ids import new_id
from lapa_kit.testing.identity import bearer
from lapa_kit.testing.snapshots import check_handed_out


async def test_a_pet_is_added_and_said(client: Any, outbox: Any) -> None:
    me = new_id()

    pet = await add_pet(client, me)

    assert {name: pet[name] for name in REX} == REX
    assert (pet["size"], pet["view"], pet["version"]) == ("medium", "full", 1)
    [said] = await outbox()
    assert said.type == "pet.changed.v1"
    assert said.payload["owner_id"] == str(me)
    listed = (await client.get("/api/v1/pets", headers=bearer(me))).json()
    assert [one["id"] for one in listed["items"]] == [pet["id"]]


@pytest.mark.parametrize(
    ("facts", "size"),
    [
        ({"weight_kg": 9.9}, "small"),
        ({"weight_kg": 10}, "medium"),
        ({"weight_kg": 25}, "large"),
        ({"weight_kg": 45}, "giant"),
        ({"weight_kg": None, "breed": "немецкий дог"}, "giant"),
        ({"weight_kg": None, "breed": "a mix"}, "medium"),
        ({"weight_kg": 5, "size": "large"}, "large"),
        ({"species": "cat", "weight_kg": 11}, "small"),
    ],
)
async def test_size_follows_from_weight_or_breed_unless_the_owner_says_it(
    client: Any, facts: dict[str, Any], size: str
) -> None:
    assert (await add_pet(client, new_id(), **facts))["size"] == size


async def test_a_change_of_weight_changes_the_size_and_null_takes_away(client: Any) -> None:
    me = new_id()
    pet = await add_pet(client, me)
    body = {"weight_kg": 30, "vet": None}

    changed = await client.patch(f"/api/v1/pets/{pet['id']}", json=body, headers=bearer(me))

    told = changed.json()
    assert (told["size"], told["vet"], told["name"], told["version"]) == ("large", None, "Rex", 2)


async def test_of_two_who_change_at_once_the_second_is_told(client: Any) -> None:
    me = new_id()
    pet = await add_pet(client, me)
    url, seen = f"/api/v1/pets/{pet['id']}", {"If-Match": '"v1"'}

    first = await client.patch(url, json={"name": "Max"}, headers=bearer(me) | seen)
    second = await client.put(url, json=REX, headers=bearer(me) | seen)

    assert first.headers["etag"] == '"v2"'
    assert (second.status_code, second.json()["code"]) == (412, "precondition_failed")


@pytest.mark.parametrize(
    "facts",
    [
        {"name": " "},
        {"name": "x" * 81},
        {"species": "dragon"},
        {"weight_kg": 0},
        {"weight_kg": -3},
        {"weight_kg": "NaN"},
        {"birth_date": "2999-01-01"},
        {"birth_date": "yesterday"},
        {"microchip_id": "no chip!"},
        {"temperament": "wild"},
        {"tags": {"a": {"b": "c"}}},
        {"vet": "Dr. Aho"},
    ],
)
async def test_nonsense_gets_a_problem_document(client: Any, facts: dict[str, Any]) -> None:
    response = await client.post("/api/v1/pets", json={**REX, **facts}, headers=bearer(new_id()))
    assert (response.status_code, response.json()["code"]) == (422, "invalid_request")


async def test_text_that_cannot_be_stored_is_refused(client: Any) -> None:
    for facts in ({"name": "nul\0byte"}, {"tags": {"a": "\0"}}):
        response = await client.post(
            "/api/v1/pets", json={**REX, **facts}, headers=bearer(new_id())
        )
        assert (response.status_code, response.json()["code"]) == (422, "unstorable_text")


async def test_a_stranger_finds_nothing(client: Any) -> None:
    pet = await add_pet(client, new_id())
    stranger, url = bearer(new_id(), "walker"), f"/api/v1/pets/{pet['id']}"

    answers = [
        await client.get(url, headers=stranger),
        await client.patch(url, json={"name": "Max"}, headers=stranger),
        await client.delete(url, headers=stranger),
        await client.get(f"{url}/medical", headers=stranger),
        await client.get(f"{url}/care-card", headers=stranger),
        await client.get(f"{url}/vaccination-status", headers=stranger),
        await client.get(f"{url}/photos", headers=stranger),
        await client.put(f"{url}/co-owners/{new_id()}", headers=stranger),
    ]

    assert {(one.status_code, one.json()["code"]) for one in answers} == {(404, "pet_not_found")}
    support = await client.get(url, headers=bearer(new_id(), "support"))
    assert support.json()["microchip_id"] == REX["microchip_id"]


async def test_a_pet_that_was_walked_is_archived_another_is_gone(
    client: Any, deliver: Any, outbox: Any
) -> None:
    me = new_id()
    walked, other = await add_pet(client, me), await add_pet(client, me)
    await deliver(assigned(walked))

    for pet in (walked, other):
        gone = await client.delete(f"/api/v1/pets/{pet['id']}", headers=bearer(me))
        assert gone.status_code == 204

    kept = await client.get(f"/api/v1/pets/{walked['id']}", headers=bearer(me))
    assert kept.json()["archived"] is True
    assert (await client.get(f"/api/v1/pets/{other['id']}", headers=bearer(me))).status_code == 404
    assert (await client.get("/api/v1/pets", headers=bearer(me))).json()["items"] == []
    assert [one.payload["archived"] for one in await outbox()][-2:] == [True, True]
    refused = await client.patch(
        f"/api/v1/pets/{walked['id']}", json={"name": "Max"}, headers=bearer(me)
    )
    assert refused.json()["code"] == "pet_archived"


async def test_a_co_owner_shares_the_pet_until_he_leaves(
    client: Any, deliver: Any, outbox: Any
) -> None:
    me, partner = new_id(), new_id()
    pet = await add_pet(client, me)
    url = f"/api/v1/pets/{pet['id']}"
    unknown = await client.put(f"{url}/co-owners/{partner}", headers=bearer(me))
    await deliver(person(partner))

    shared = await client.put(f"{url}/co-owners/{partner}", headers=bearer(me))

    assert unknown.json()["code"] == "person_not_found"
    assert shared.json()["co_owner_ids"] == [str(partner)]
    renamed = await client.patch(url, json={"name": "Max"}, headers=bearer(partner))
    assert renamed.status_code == 200
    assert (await client.delete(url, headers=bearer(partner))).status_code == 404
    left = await client.delete(f"{url}/co-owners/{partner}", headers=bearer(partner))
    assert left.status_code == 204
    assert (await client.get(url, headers=bearer(partner))).status_code == 404
    assert (await outbox())[-1].payload["co_owner_ids"] == []


async def test_breeds_are_found_in_both_languages(client: Any) -> None:
    for query, name in (("corgi", "Pembroke Welsh Corgi"), ("КОРГИ", "Pembroke Welsh Corgi")):
        found = (await client.get("/api/v1/pets/breeds", params={"query": query})).json()["items"]
        assert name in [breed["name"] for breed in found]
    everything = (await client.get("/api/v1/pets/breeds?limit=300")).json()["items"]
    assert len(everything) > 150


async def test_photos_are_files_that_were_claimed(client: Any, stand_in: Any, deliver: Any) -> None:
    media = media_stand_in()
    stand_in(MediaClient, media)
    me, first, second = new_id(), new_id(), new_id()
    pet = await add_pet(client, me)
    url = f"/api/v1/pets/{pet['id']}/photos"

    for media_id in (first, second, second):
        added = await client.post(url, json={"media_id": str(media_id)}, headers=bearer(me))
        assert added.status_code == 201, added.text
    photo_id = added.json()["id"]
    await client.put(f"{url}/{photo_id}/primary", headers=bearer(me))

    photos = (await client.get(url, headers=bearer(me))).json()["items"]
    assert [one["is_primary"] for one in photos] == [False, True]
    assert media.state.claims[0]["context"] == {"type": "pet", "id": pet["id"]}
    shown = (await client.get(f"/api/v1/pets/{pet['id']}", headers=bearer(me))).json()["photo"]
    assert shown["media_id"] == str(second)
    assert shown["thumbnail_url"] == f"/api/v1/media/{second}/variants/thumbnail"

    await deliver(MediaDeleted(media_id=second, owner_id=me))
    photos = (await client.get(url, headers=bearer(me))).json()["items"]
    assert [(one["media_id"], one["is_primary"]) for one in photos] == [(str(first), True)]
    gone = await client.delete(f"{url}/{photos[0]['id']}", headers=bearer(me))
    assert gone.status_code == 204


async def test_a_photo_may_come_as_the_file_itself(client: Any, stand_in: Any) -> None:
    media = media_stand_in()
    stand_in(MediaClient, media)
    me = new_id()
    pet, mine = await add_pet(client, me), bearer(me)
    url = f"/api/v1/pets/{pet['id']}/photos"

    added = await client.post(url, files={"file": ("rex.jpg", b"pixels")}, headers=mine)
    refused = await client.post(url, files={"file": ("rex.jpg", b"huge")}, headers=mine)

    assert added.status_code == 201, added.text
    [(token, body)] = media.state.received
    assert token == mine["Authorization"]
    assert b"pixels" in body
    assert (refused.status_code, refused.json()["code"]) == (413, "payload_too_large")


async def test_a_file_that_is_not_his_becomes_no_photo(client: Any, stand_in: Any) -> None:
    media = media_stand_in(refuse=True)
    stand_in(MediaClient, media)
    me = new_id()
    pet = await add_pet(client, me)
    url = f"/api/v1/pets/{pet['id']}/photos"
    body = {"media_id": str(new_id())}

    refused = await client.post(url, json=body, headers=bearer(me))
    stranger = await client.post(url, json=body, headers=bearer(new_id()))
    nonsense = await client.post(url, json={"media_id": "x"}, headers=bearer(me))

    assert (refused.status_code, refused.json()["code"]) == (422, "media_not_usable")
    assert (stranger.status_code, media.state.claims) == (404, [])
    assert nonsense.json()["errors"][0]["field"] == "body.media_id"
    assert (await client.get(url, headers=bearer(me))).json()["items"] == []


async def test_the_published_client_speaks_to_this_service(
    app: Any, client: Any, stand_in: Any
) -> None:
    me = new_id()
    pets: PetClient = stand_in(PetClient, app)
    mine, other = await add_pet(client, me), await add_pet(client, new_id())

    [quoted] = await pets.quote_pets(me, [mine["id"]])
    for ids in ([mine["id"], other["id"]], [mine["id"], mine["id"]], [new_id()]):
        with pytest.raises(ServiceRefused) as refusal:
            await pets.quote_pets(me, ids)
        assert refusal.value.code == "pet_not_usable"

    assert (quoted.name, quoted.size.value, quoted.vaccinated_until) == ("Rex", "medium", None)


async def test_what_others_copy_of_pets_is_handed_out_as_it_was_said(
    client: Any, outbox: Any, deliver: Any
) -> None:
    owner = new_id()
    rex, _ = await add_pet(client, owner), await add_pet(client, owner, name="Bella")
    await deliver(assigned(rex))
    # walked before, so it is archived and not deleted
    await client.delete(f"/api/v1/pets/{rex['id']}", headers=bearer(owner))
    await check_handed_out(client, outbox)
