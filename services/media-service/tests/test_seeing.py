"""Who sees what of a file."""

import io
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from factories import (
    GPS_IFD,
    add_media,
    assigned,
    card,
    claim,
    completed,
    pdf,
    pet_changed,
    phone_photo,
    picture,
)
from PIL import Image

from lapa_contracts.chat import ChatChanged, ChatType
from lapa_contracts.media import ContextType, MediaClient
from lapa_contracts.order import OrderUnassigned, WalkEventKind, WalkEventRecorded
from lapa_contracts.user import UserChanged, UserStatus
from lapa_kit import clock
from lapa_kit.clients import ServiceRefused
from lapa_kit.ids import new_id
from lapa_kit.testing.identity import bearer

STRANGER = bearer(new_id())


async def see(client: Any, media_id: str, user_id: Any, *roles: str) -> int:
    url = f"/api/v1/media/{media_id}/content"
    return (await client.get(url, headers=bearer(user_id, *roles))).status_code


async def test_a_new_file_is_its_owners_alone(client: Any) -> None:
    me = new_id()
    media_id = await add_media(client, me)

    for path in ("", "/content", "/variants/thumbnail"):
        refused = await client.get(f"/api/v1/media/{media_id}{path}", headers=STRANGER)
        assert (refused.status_code, refused.json()["code"]) == (404, "media_not_found")
        assert (await client.get(f"/api/v1/media/{media_id}{path}")).status_code == 401
    assert await see(client, media_id, me) == 200
    assert await see(client, media_id, new_id(), "support") == 200


async def test_others_get_a_picture_upright_and_without_its_secrets(client: Any) -> None:
    me, pet_id = new_id(), new_id()
    sent = phone_photo()
    media_id = await add_media(client, me, sent)
    await claim(client, media_id, me, "pet", pet_id)
    await client.patch(
        f"/api/v1/media/{media_id}", json={"visibility": "public"}, headers=bearer(me)
    )

    own = await client.get(f"/api/v1/media/{media_id}/content", headers=bearer(me))
    paths = ("content", "variants/thumbnail", "variants/preview", "variants/large")
    shown = [await client.get(f"/api/v1/media/{media_id}/{path}") for path in paths]

    assert own.content == sent
    for response in shown:
        seen = Image.open(io.BytesIO(response.content))
        assert seen.height > seen.width
        assert not seen.getexif().get_ifd(GPS_IFD)
        assert b"Canary" not in response.content
        red, green, _ = seen.convert("RGB").getpixel((seen.width - 3, 3))  # pyright: ignore[reportGeneralTypeIssues]
        assert green > red, "the green corner has come to the top right"


async def test_a_walks_photo_is_seen_by_its_parties_and_in_the_dogs_album(
    client: Any, deliver: Any, at: Any
) -> None:
    order = assigned()
    owner, walker, partner, pet_id = (
        order.client_id,
        order.walker_id,
        new_id(),
        order.pets[0].pet_id,
    )
    await deliver(order)
    await deliver(pet_changed(pet_id, owner, partner))
    media_id = await add_media(client, walker)
    claimed = await claim(client, media_id, walker, "order", order.order_id)
    told: dict[str, Any] = {**order.model_dump(), "version": 5, "media_ids": [media_id]}
    await deliver(
        WalkEventRecorded(**told, event_id=new_id(), kind=WalkEventKind.PHOTO, at=clock.now())
    )

    album = await client.get(f"/api/v1/media/of/pet/{pet_id}", headers=bearer(partner))

    assert claimed.status_code == 204
    assert await see(client, media_id, owner) == 200
    assert await see(client, media_id, partner) == 200
    assert await see(client, media_id, new_id()) == 404
    assert [item["id"] for item in album.json()["items"]] == [media_id]
    hidden = await client.patch(
        f"/api/v1/media/{media_id}", json={"visibility": "private"}, headers=bearer(walker)
    )
    assert hidden.json()["code"] == "visibility_not_allowed"


async def test_the_walker_reads_an_order_for_two_weeks_and_its_pets_for_a_day(
    client: Any, deliver: Any, at: Any
) -> None:
    order = assigned()
    owner, walker = order.client_id, order.walker_id
    await deliver(order)
    of_order, of_pet = await add_media(client, owner), await add_media(client, owner)
    await claim(client, of_order, owner, "order", order.order_id)
    await claim(client, of_pet, owner, "pet", order.pets[0].pet_id)
    assert await see(client, of_pet, walker) == 200
    await deliver(completed(order))

    at(clock.now() + timedelta(days=2))
    assert await see(client, of_order, walker) == 200
    assert await see(client, of_pet, walker) == 404
    at(clock.now() + timedelta(days=13))
    assert await see(client, of_order, walker) == 404


async def test_a_walker_who_left_sees_nothing_whatever_comes_late(
    client: Any, deliver: Any
) -> None:
    order = assigned()
    left = OrderUnassigned(
        **card(order_id=order.order_id, client_id=order.client_id, walker_id=None, version=5),
        previous_walker_id=order.walker_id,
        assignment=1,
        by="walker",
        reason_code="ill",
    )
    media_id = await add_media(client, order.client_id)
    await claim(client, media_id, order.client_id, "order", order.order_id)

    await deliver(left)
    await deliver(order)

    assert await see(client, media_id, order.walker_id) == 404


async def test_a_chats_file_is_seen_by_its_members_of_now(client: Any, deliver: Any) -> None:
    me, friend, chat_id = new_id(), new_id(), new_id()

    def members(*ids: Any, version: int) -> ChatChanged:
        return ChatChanged(
            chat_id=chat_id,
            chat_type=ChatType.DIRECT,
            member_ids=list(ids),
            writable=True,
            version=version,
        )

    await deliver(members(me, friend, version=1))
    media_id = await add_media(client, me)
    await claim(client, media_id, me, "chat", chat_id)
    assert await see(client, media_id, friend) == 200

    await deliver(members(me, version=2))
    await deliver(members(me, friend, version=1))

    assert await see(client, media_id, friend) == 404


async def test_only_the_avatar_of_the_day_is_public(client: Any, deliver: Any) -> None:
    me = new_id()
    old, new = await add_media(client, me), await add_media(client, me, picture(300, 300))
    for media_id in (old, new):
        await claim(client, media_id, me, "user", me)
    facts: dict[str, Any] = {
        "user_id": me,
        "display_name": "Ann",
        "roles": ["client"],
        "status": UserStatus.ACTIVE,
        "email_verified": True,
        "phone_verified": False,
        "locale": "en",
        "timezone": "UTC",
    }

    await deliver(UserChanged(**facts, avatar_media_id=UUID(old), version=1))
    await deliver(UserChanged(**facts, avatar_media_id=UUID(new), version=2))

    assert (await client.get(f"/api/v1/media/{new}/content")).status_code == 200
    assert (await client.get(f"/api/v1/media/{old}/content")).status_code == 401


async def test_a_document_is_for_reviewers_and_each_view_is_logged(client: Any) -> None:
    me, reviewer = new_id(), new_id()
    media_id = await add_media(client, me, pdf())
    await claim(client, media_id, me, "verification", new_id())

    own = await client.get(f"/api/v1/media/{media_id}/content", headers=bearer(me))
    shown = await client.get(
        f"/api/v1/media/{media_id}/content", headers=bearer(reviewer, "support")
    )

    assert own.json()["code"] == "document_sealed"
    assert await see(client, media_id, new_id(), "moderator") == 404
    assert (shown.status_code, shown.content) == (200, pdf())
    assert shown.headers["cache-control"] == "no-store"
    assert shown.headers["content-disposition"].startswith("attachment")
    views = (await client.get(f"/api/v1/media/{media_id}/views", headers=bearer(me))).json()
    assert [view["viewer_id"] for view in views["items"]] == [str(reviewer)]
    deleted = await client.delete(f"/api/v1/media/{media_id}", headers=bearer(me))
    assert deleted.json()["code"] == "document_sealed"


async def test_a_share_link_opens_one_file_until_it_expires(client: Any, at: Any) -> None:
    me = new_id()
    media_id, other = await add_media(client, me), await add_media(client, me, picture(300, 300))
    body = {"expires_in_s": 3600}

    made = await client.post(f"/api/v1/media/{media_id}/share", json=body, headers=bearer(me))
    token = made.json()["url"].partition("share=")[2]
    link = f"/api/v1/media/{media_id}/variants/thumbnail?share={token}"

    assert (await client.get(link)).status_code == 200
    stolen = await client.get(f"/api/v1/media/{other}/content?share={token}")
    assert (stolen.status_code, stolen.json()["code"]) == (403, "share_link_invalid")
    assert (await client.get(f"{link[:-5]}AAAAA")).status_code == 403
    at(clock.now() + timedelta(hours=2))
    assert (await client.get(link)).status_code == 403


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("bytes=0-9", 206, slice(0, 10)),
        ("bytes=10-", 206, slice(10, None)),
        ("bytes=-5", 206, slice(-5, None)),
        ("bytes=0-99999999", 206, slice(None)),
        ("bytes=0-1,3-4", 200, slice(None)),
        ("chars=0-1", 200, slice(None)),
    ],
)
async def test_a_file_is_read_in_ranges(client: Any, asked: str, status: int, part: slice) -> None:
    me = new_id()
    media_id = await add_media(client, me)
    response = await client.get(
        f"/api/v1/media/{media_id}/content", headers=bearer(me) | {"Range": asked}
    )
    assert response.status_code == status
    assert response.content == picture()[part]


async def test_what_the_reader_has_is_not_sent_again(client: Any) -> None:
    me = new_id()
    url = f"/api/v1/media/{await add_media(client, me)}/content"
    first = await client.get(url, headers=bearer(me))

    again = await client.get(url, headers=bearer(me) | {"If-None-Match": first.headers["etag"]})
    beyond = await client.get(url, headers=bearer(me) | {"Range": "bytes=99999999-"})

    assert (again.status_code, again.content) == (304, b"")
    assert (beyond.status_code, beyond.json()["code"]) == (416, "range_not_satisfiable")
    assert first.headers["cache-control"].startswith("private")
    assert first.headers["x-content-type-options"] == "nosniff"


async def test_a_file_is_claimed_by_its_owner_for_one_thing(client: Any) -> None:
    me, order_id = new_id(), new_id()
    media_id = await add_media(client, me)

    foreign = await claim(client, media_id, new_id(), "order", order_id)
    unknown = await claim(client, str(new_id()), me, "order", order_id)
    first = await claim(client, media_id, me, "order", order_id)
    again = await claim(client, media_id, me, "order", order_id)
    elsewhere = await claim(client, media_id, me, "chat", new_id())

    for refused in (foreign, unknown, elsewhere):
        assert (refused.status_code, refused.json()["code"]) == (422, "media_not_usable")
    assert (first.status_code, again.status_code) == (204, 204)


async def test_the_published_client_speaks_to_this_service(
    app: Any, client: Any, stand_in: Any
) -> None:
    me = new_id()
    media: MediaClient = stand_in(MediaClient, app)
    media_id = await add_media(client, me)
    facts: dict[str, Any] = {"context_type": ContextType.PET, "context_id": new_id()}

    await media.claim([media_id], owner_id=me, **facts)  # pyright: ignore[reportArgumentType]
    with pytest.raises(ServiceRefused) as refusal:
        await media.claim([new_id()], owner_id=me, **facts)

    assert refusal.value.code == "media_not_usable"
