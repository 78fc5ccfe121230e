"""What happens is told once, in the reader's language, where he wants it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from factories import (
    assigned,
    cancelled,
    contact,
    offer,
    offer_closed,
    person,
    registered,
    rescheduled,
    settled,
)

from app.models.person import end_of_quiet
from app.texts import BUILT_IN, KINDS
from lapa_contracts.chat import ChatRead, MessagePosted
from lapa_contracts.user import (
    NewDeviceSeen,
    VerificationDecided,
    VerificationExpiring,
    VerificationMoved,
)
from lapa_kit import clock
from lapa_kit.ids import new_id


async def inbox(client: Any, headers: dict[str, str], **query: Any) -> list[dict[str, Any]]:
    response = await client.get("/api/v1/notifications", params=query, headers=headers)
    assert response.status_code == 200, response.text
    return response.json()["items"]


async def test_both_sides_hear_of_an_assignment_once_each_in_their_own_language(
    client: Any, deliver: Any, as_user: Any
) -> None:
    owner, walker = new_id(), new_id()
    await deliver(person(owner, locale="ru"))
    envelope = await deliver(assigned(owner, walker))
    await deliver(envelope)
    await deliver(envelope)

    (to_owner,) = await inbox(client, as_user(owner))
    (to_walker,) = await inbox(client, as_user(walker))

    assert to_owner["title"] == "Выгульщик найден"
    assert "Rex" in to_owner["body"]
    assert to_owner["data"]["order_id"] == envelope.key
    assert to_walker["title"] == "The walk is yours"


async def test_a_sign_in_from_a_new_device_is_told_once_with_what_is_known_of_it(
    client: Any, deliver: Any, as_user: Any
) -> None:
    someone = new_id()
    await deliver(person(someone, locale="ru"))
    known: dict[str, Any] = {"browser": "Firefox", "system": "Windows", "country": "FI"}
    for facts in (known, {}):
        event = NewDeviceSeen(session_id=new_id(), user_id=someone, at=clock.now(), **facts)
        await deliver(await deliver(event))

    unknown, told = await inbox(client, as_user(someone))

    assert told["title"] == unknown["title"] == "Новый вход в ваш аккаунт"
    assert ", Firefox, Windows, FI. " in told["body"]
    assert "Firefox" not in unknown["body"]


async def test_a_walker_is_told_how_his_verification_comes_along_and_when_it_ends(
    client: Any, deliver: Any, as_user: Any
) -> None:
    walker, case = new_id(), new_id()
    about: dict[str, Any] = {"verification_id": case, "walker_id": walker}
    documents: dict[str, Any] = {"document_type": "passport", "media_ids": []}
    ends = clock.now() + timedelta(days=7)
    ending: dict[str, Any] = {"walker_id": walker, "expires_at": ends}

    await deliver(VerificationMoved(**about, stage="needs_info"))
    await deliver(VerificationDecided(**about, **documents, decision="approved"))
    for days_left in (7, 7, 0):
        ending |= {"what": "background_check", "days_left": days_left}
        await deliver(VerificationExpiring(**ending))

    told = [one["title"] for one in reversed(await inbox(client, as_user(walker)))]
    assert told == [
        "We need something else from you",
        "You are verified",
        "Your background check ends in 7 d",
        "Your background check has ended",
    ]


async def test_the_unread_count_is_the_length_of_the_unread_list(
    client: Any, deliver: Any, as_user: Any
) -> None:
    owner, walker = new_id(), new_id()
    for _ in range(3):
        await deliver(assigned(owner, walker))
    mine = as_user(owner)

    first = (await inbox(client, mine))[0]
    url = f"/api/v1/notifications/{first['id']}/read"
    assert (await client.post(url, headers=as_user(walker))).status_code == 404
    assert (await client.post(url, headers=mine)).json()["read_at"]
    assert (await client.post(url, headers=mine)).status_code == 200

    count = await client.get("/api/v1/notifications/unread-count", headers=mine)
    assert count.json() == {"unread": 2}
    assert len(await inbox(client, mine, unread=True)) == 2
    assert len(await inbox(client, mine, unread=False)) == 1
    everything = await client.post("/api/v1/notifications/read-all", headers=mine)
    assert everything.json() == {"read": 2}
    assert await inbox(client, mine, unread=True) == []
    assert len(await inbox(client, as_user(walker), unread=True)) == 3


async def test_an_offer_that_is_over_does_not_wait_to_be_read(
    client: Any, deliver: Any, as_user: Any
) -> None:
    walker = new_id()
    made = offer(walker)
    await deliver(made)
    assert (await inbox(client, as_user(walker), unread=True))[0]["title"] == "A walk for 16.58 EUR"

    await deliver(offer_closed(made))

    assert await inbox(client, as_user(walker), unread=True) == []


async def test_money_is_told_to_both_sides_as_it_was_divided(
    client: Any, deliver: Any, as_user: Any
) -> None:
    owner, walker = new_id(), new_id()
    await deliver(person(walker, locale="ru"))
    await deliver(settled(owner, walker))

    assert "19.50 EUR" in (await inbox(client, as_user(owner)))[0]["body"]
    assert (await inbox(client, as_user(walker)))[0]["title"] == "Вы заработали 16,58 EUR"


async def test_a_message_is_told_of_only_when_it_has_waited(
    client: Any, deliver: Any, as_user: Any, at: Any, run_jobs: Any
) -> None:
    me, sender, chat = new_id(), new_id(), new_id()
    await deliver(person(sender, display_name="Väinö"))

    def posted(seq: int) -> MessagePosted:
        return MessagePosted(
            chat_id=chat, message_id=new_id(), seq=seq, sender_id=sender, recipient_ids=[me]
        )

    await deliver(posted(1))
    await deliver(ChatRead(chat_id=chat, user_id=me, seq=1))
    await deliver(posted(2))
    await deliver(posted(3))
    await run_jobs()
    assert await inbox(client, as_user(me)) == []

    at(clock.now() + timedelta(seconds=11))
    await run_jobs()
    (told,) = await inbox(client, as_user(me), unread=True)
    assert told["title"] == "Väinö wrote to you"
    assert told["data"] == {"chat_id": str(chat), "sender_id": str(sender)}

    await deliver(ChatRead(chat_id=chat, user_id=me, seq=3))
    assert await inbox(client, as_user(me), unread=True) == []


async def test_a_rescheduled_walk_has_one_reminder_at_its_new_time(
    client: Any, deliver: Any, as_user: Any, at: Any, run_jobs: Any
) -> None:
    owner, walker, start = new_id(), new_id(), clock.now()
    event = assigned(owner, walker, scheduled_at=start + timedelta(hours=6))
    await deliver(event)
    await deliver(rescheduled(event, start + timedelta(hours=9)))

    async def reminders() -> int:
        await run_jobs()
        return sum(one["key"] == "order.reminder" for one in await inbox(client, as_user(owner)))

    at(start + timedelta(hours=7))
    assert await reminders() == 0
    at(start + timedelta(hours=8, minutes=1))
    assert await reminders() == 1


async def test_a_cancelled_walk_is_not_reminded_of(
    client: Any, deliver: Any, as_user: Any, at: Any, run_jobs: Any
) -> None:
    owner, start = new_id(), clock.now()
    event = assigned(owner, new_id(), scheduled_at=start + timedelta(hours=6))
    await deliver(event)
    await deliver(cancelled(event))

    at(start + timedelta(hours=5, minutes=1))
    await run_jobs()

    told = {one["key"] for one in await inbox(client, as_user(owner))}
    assert told == {"order.assigned", "order.cancelled"}


async def test_what_is_muted_stays_out_and_what_is_critical_comes(
    client: Any, deliver: Any, as_user: Any
) -> None:
    me = new_id()
    mine = as_user(me)
    wanted = {"categories": {"orders": {"inbox": False, "email": False}}}
    saved = await client.put("/api/v1/notification-preferences", json=wanted, headers=mine)
    assert saved.json()["categories"]["orders"] == {"inbox": False, "email": False}
    assert saved.json()["categories"]["safety"] == {"inbox": True, "email": True}

    await deliver(assigned(me, new_id()))
    await deliver(registered(me))

    assert [one["key"] for one in await inbox(client, mine)] == ["user.welcome"]
    refused = await client.put(
        "/api/v1/notification-preferences",
        json={"categories": {"safety": {"email": False}}},
        headers=mine,
    )
    assert (refused.status_code, refused.json()["code"]) == (422, "category_cannot_be_muted")


@pytest.mark.parametrize(
    "body",
    [
        {"timezone": "Mars/Olympus"},
        {"timezone": "../etc/passwd"},
        {"locale": "finnish"},
        {"quiet_hours": {"from": "25:00", "to": "08:00"}},
        {"quiet_hours": {"from": "22:00"}},
        {"categories": {"gossip": {"inbox": True}}},
        {"categories": {"orders": {"pigeon": True}}},
    ],
)
async def test_preferences_that_make_no_sense_are_refused(
    client: Any, as_user: Any, body: Any
) -> None:
    response = await client.put(
        "/api/v1/notification-preferences", json=body, headers=as_user(new_id())
    )
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"


def test_quiet_hours_go_over_midnight_by_the_readers_clock() -> None:
    from datetime import time

    def ends(hour: int, minute: int = 0) -> datetime:
        now = datetime(2026, 6, 1, hour, minute, tzinfo=UTC)
        quiet = {"quiet_from": time(22), "quiet_to": time(8)}
        return end_of_quiet(now, **quiet, timezone="Europe/Moscow")

    assert ends(20, 30) == datetime(2026, 6, 2, 5, tzinfo=UTC)  # 23:30 there
    assert ends(2) == datetime(2026, 6, 1, 5, tzinfo=UTC)  # 05:00 there
    assert ends(5) == datetime(2026, 6, 1, 5, tzinfo=UTC)  # 08:00 there
    assert ends(12) == datetime(2026, 6, 1, 12, tzinfo=UTC)


async def test_it_says_which_channels_there_are_not(
    client: Any, deliver: Any, as_user: Any, mailbox: Any
) -> None:
    me = new_id()
    await deliver(contact(me))
    ways = (await client.get("/api/v1/notification-channels", headers=as_user(me))).json()["items"]
    known = {way["type"]: (way["available"], way["reason"], way["address"]) for way in ways}
    assert known == {
        "inbox": (True, None, None),
        "email": (True, None, "a***@example.org"),
        "sms": (False, "no_provider", None),
        "push": (False, "no_provider", None),
    }


@pytest.mark.parametrize("locale", ["en", "ru"])
def test_every_kind_has_a_text_that_can_be_rendered(locale: str) -> None:
    from app.services.rendering import check

    assert set(BUILT_IN[locale]) == set(KINDS)
    for key, (subject, body) in BUILT_IN[locale].items():
        check(subject, body, KINDS[key].variables)
