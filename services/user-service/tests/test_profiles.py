"""One's own profile, and what strangers see of it."""

from typing import Any

import pytest
from factories import PASSWORD, put_media, register

from lapa_contracts.media import MediaDeleted
from lapa_contracts.notification import Channel, ContactBounced
from lapa_kit.ids import new_id

PROFILE = "/api/v1/users/profile"


async def test_a_change_bumps_the_version_that_others_see(client: Any, outbox: Any) -> None:
    someone = await register(client)
    before = await client.get(PROFILE, headers=someone.headers)

    changed = await client.patch(
        PROFILE,
        json={"full_name": "Helmi Aalto", "locale": "ru", "phone": "+358401234567"},
        headers={**someone.headers, "If-Match": before.headers["ETag"]},
    )

    assert changed.status_code == 200, changed.text
    assert changed.headers["ETag"] == '"v2"'
    assert (changed.json()["full_name"], changed.json()["locale"]) == ("Helmi Aalto", "ru")
    said = {one.type: one.payload for one in await outbox()}
    assert said["user.changed.v1"]["version"] == 2
    assert said["user.changed.v1"]["display_name"] == "Helmi A."
    assert said["user.contact_changed.v1"]["phone"] == "+358401234567"


async def test_the_second_of_two_tabs_is_told(client: Any) -> None:
    someone = await register(client)
    seen = {**someone.headers, "If-Match": '"v1"'}
    await client.patch(PROFILE, json={"full_name": "First"}, headers=seen)

    second = await client.patch(PROFILE, json={"full_name": "Second"}, headers=seen)

    assert second.status_code == 412
    assert (await client.get(PROFILE, headers=someone.headers)).json()["full_name"] == "First"


async def test_put_empties_what_it_does_not_name(client: Any) -> None:
    someone = await register(client, phone="+358401234567", locale="fi")
    response = await client.put(PROFILE, json={"full_name": "Aino"}, headers=someone.headers)
    assert response.json()["phone"] is None
    assert (response.json()["email"], response.json()["locale"]) == (someone.email, "fi")


async def test_what_one_may_not_set_is_not_set(client: Any) -> None:
    someone = await register(client)
    body = {"roles": ["admin"], "status": "erased", "email_verified": True, "full_name": "A"}
    response = await client.patch(PROFILE, json=body, headers=someone.headers)
    assert response.json()["roles"] == ["client"]
    assert response.json()["status"] == "active"
    assert response.json()["email_verified"] is False


async def test_a_new_email_needs_the_password_and_a_new_proof(client: Any, published: Any) -> None:
    someone, other = await register(client), await register(client)
    body = {"email": "new@lapa.example"}

    without = await client.patch(PROFILE, json=body, headers=someone.headers)
    right = await client.patch(
        PROFILE, json={**body, "current_password": PASSWORD}, headers=someone.headers
    )
    taken = await client.patch(
        PROFILE, json={**body, "current_password": PASSWORD}, headers=other.headers
    )

    assert (without.status_code, without.json()["code"]) == (403, "password_required")
    assert (right.json()["email"], right.json()["email_verified"]) == ("new@lapa.example", False)
    assert (await published()).count("user.code_issued.v1") == 3
    assert (taken.status_code, taken.json()["code"]) == (409, "email_taken")


@pytest.mark.parametrize(
    "body", [{"full_name": None}, {"full_name": ""}, {"timezone": None}, {"avatar_media_id": "x"}]
)
async def test_nonsense_in_a_profile_is_refused(client: Any, body: dict[str, Any]) -> None:
    someone = await register(client)
    response = await client.patch(PROFILE, json=body, headers=someone.headers)
    assert response.status_code == 422


async def test_an_avatar_is_claimed_and_dropped_with_its_file(
    client: Any, deliver: Any, stand_in: Any
) -> None:
    claims = put_media(stand_in)
    someone, media_id = await register(client), new_id()

    body = {"avatar_media_id": str(media_id)}
    changed = await client.patch(PROFILE, json=body, headers=someone.headers)
    await deliver(MediaDeleted(media_id=media_id, owner_id=someone.id))
    after = await client.get(PROFILE, headers=someone.headers)

    assert changed.json()["avatar_media_id"] == str(media_id)
    assert claims[0]["context"] == {"type": "user", "id": str(someone.id)}
    assert after.json()["avatar_media_id"] is None


async def test_another_ones_picture_is_no_avatar(client: Any, stand_in: Any) -> None:
    put_media(stand_in, refuse=True)
    someone = await register(client)
    body = {"avatar_media_id": str(new_id())}
    response = await client.patch(PROFILE, json=body, headers=someone.headers)
    assert (response.status_code, response.json()["code"]) == (422, "media_not_usable")


async def test_a_mailbox_that_bounces_is_shown_to_its_owner(client: Any, deliver: Any) -> None:
    someone = await register(client)
    await deliver(ContactBounced(user_id=someone.id, channel=Channel.EMAIL))
    assert (await client.get(PROFILE, headers=someone.headers)).json()["email_bounced"] is True


async def test_a_stranger_sees_a_card_and_nothing_to_reach_him_by(client: Any) -> None:
    someone, stranger = await register(client, phone="+358401234567"), await register(client)

    card = await client.get(f"/api/v1/users/{someone.id}", headers=stranger.headers)
    nobody = await client.get(f"/api/v1/users/{new_id()}", headers=stranger.headers)

    assert card.json()["display_name"] == "Aino V."
    assert not {"email", "phone", "full_name"} & card.json().keys()
    assert nobody.status_code == 404


async def test_a_blocked_pair_does_not_meet(client: Any, published: Any) -> None:
    someone, walker = await register(client), await register(client, "walker")
    favorite = f"/api/v1/users/favorites/{walker.id}"
    block = f"/api/v1/users/blocks/{someone.id}"

    assert (await client.put(favorite, headers=someone.headers)).status_code == 204
    assert (await client.put(favorite, headers=someone.headers)).status_code == 204
    listed = await client.get("/api/v1/users/favorites", headers=someone.headers)
    assert [one["id"] for one in listed.json()["items"]] == [str(walker.id)]
    assert (await client.put(block, headers=walker.headers)).status_code == 204

    assert (await client.get("/api/v1/users/favorites", headers=someone.headers)).json()[
        "items"
    ] == []
    assert (await client.put(favorite, headers=someone.headers)).status_code == 404
    card = await client.get(f"/api/v1/walkers/{walker.id}", headers=someone.headers)
    assert card.status_code == 404
    assert (await client.delete(block, headers=walker.headers)).status_code == 204
    assert [one for one in await published() if one.startswith(("favorite", "block"))] == [
        "favorite.added.v1",
        "block.added.v1",
        "favorite.removed.v1",
        "block.removed.v1",
    ]


async def test_nobody_pairs_with_himself_or_with_nobody(client: Any) -> None:
    someone, client_only = await register(client), await register(client)
    for path, status in (
        (f"favorites/{someone.id}", 422),
        (f"blocks/{someone.id}", 422),
        (f"favorites/{client_only.id}", 404),
        (f"blocks/{new_id()}", 404),
    ):
        response = await client.put(f"/api/v1/users/{path}", headers=someone.headers)
        assert response.status_code == status, path
