"""Saying something, and what may not be said."""

import asyncio
from typing import Any

import pytest
from factories import add_direct_chat, add_people, media_stand_in, person, words

from lapa_contracts.media import ContextType, MediaClient, MediaContext, MediaDeleted
from lapa_contracts.user import BlockAdded, BlockRemoved, UserStatus
from lapa_kit.ids import new_id
from lapa_kit.testing.snapshots import check_handed_out


async def test_messages_are_numbered_without_gaps_and_counted_as_unread(
    client: Any, session: Any, as_user: Any, outbox: Any
) -> None:
    me, you = new_id(), new_id()
    chat = await add_direct_chat(session, me, you)
    url = f"/api/v1/chats/{chat.id}"

    for text in ("one", "two", "three"):
        posted = await client.post(f"{url}/messages", json=words(text), headers=as_user(me))
        assert posted.status_code == 201, posted.text
    read = await client.post(f"{url}/read", json={"seq": 2}, headers=as_user(you))
    again = await client.post(f"{url}/read", json={"seq": 1}, headers=as_user(you))
    listed = await client.get(f"{url}/messages", headers=as_user(you))
    glance = (await client.get("/api/v1/chats", headers=as_user(you))).json()["items"][0]

    assert [m["seq"] for m in listed.json()["items"]] == [1, 2, 3]
    assert read.json() == again.json() == {"seq": 2}
    assert glance["unread"] == 1
    assert glance["last_message"]["text"] == "three"
    assert {p["display_name"] for p in glance["participants"]} == {"Person 0", "Person 1"}
    said = await outbox()
    assert [one.type for one in said] == ["message.posted.v1"] * 3 + ["chat.read.v1"]
    assert said[0].payload["recipient_ids"] == [str(you)]
    assert "one" not in str(said[0].payload)


@pytest.mark.committed
async def test_five_attempts_to_send_make_one_message_and_leave_no_gap(
    client: Any, session: Any, as_user: Any, published: Any
) -> None:
    me, you = new_id(), new_id()
    chat = await add_direct_chat(session, me, you)
    url, body = f"/api/v1/chats/{chat.id}/messages", words("only once")

    answers = await asyncio.gather(
        *(client.post(url, json=body, headers=as_user(me)) for _ in range(5)),
        *(client.post(url, json=words(), headers=as_user(you)) for _ in range(5)),
    )

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers[:5]}) == 1
    listed = (await client.get(url, headers=as_user(you))).json()["items"]
    assert [m["seq"] for m in listed] == [1, 2, 3, 4, 5, 6]
    assert (await published()).count("message.posted.v1") == 6


async def test_pages_go_both_ways(client: Any, session: Any, as_user: Any) -> None:
    me = new_id()
    chat = await add_direct_chat(session, me, new_id())
    url = f"/api/v1/chats/{chat.id}/messages"
    for number in range(1, 8):
        await client.post(url, json=words(str(number)), headers=as_user(me))

    async def seqs(**query: int) -> tuple[list[int], str | None]:
        page = (await client.get(url, params=query, headers=as_user(me))).json()
        return [m["seq"] for m in page["items"]], page["next_cursor"]

    assert await seqs(limit=3) == ([5, 6, 7], "5")
    assert await seqs(limit=3, before_seq=5) == ([2, 3, 4], "2")
    assert await seqs(limit=3, before_seq=2) == ([1], None)
    assert await seqs(limit=3, after_seq=0) == ([1, 2, 3], "3")
    assert await seqs(limit=3, after_seq=6) == ([7], None)
    assert await seqs(after_seq=7) == ([], None)


async def test_a_changed_message_says_so_and_a_deleted_one_leaves_its_place(
    client: Any, session: Any, as_user: Any
) -> None:
    me, you = new_id(), new_id()
    chat = await add_direct_chat(session, me, you)
    url = f"/api/v1/chats/{chat.id}/messages"
    message = (await client.post(url, json=words("teh"), headers=as_user(me))).json()
    its = f"{url}/{message['id']}"

    strangers = await client.patch(its, json={"text": "mine"}, headers=as_user(you))
    edited = await client.patch(its, json={"text": "the"}, headers=as_user(me))
    deleted = await client.delete(its, headers=as_user(me))
    late = await client.patch(its, json={"text": "thee"}, headers=as_user(me))

    assert strangers.status_code == 404
    assert edited.json()["text"] == "the"
    assert edited.json()["edited_at"]
    assert deleted.status_code == 204
    assert late.json()["code"] == "message_deleted"
    seen = (await client.get(url, headers=as_user(you))).json()["items"][0]
    assert (seen["seq"], seen["text"]) == (1, None)
    assert seen["deleted_at"]


async def test_a_stranger_finds_nothing(client: Any, session: Any, as_user: Any) -> None:
    chat = await add_direct_chat(session, new_id(), new_id())
    url, stranger = f"/api/v1/chats/{chat.id}", as_user(new_id())

    answers = [
        await client.get(url, headers=stranger),
        await client.get(f"{url}/messages", headers=stranger),
        await client.post(f"{url}/messages", json=words(), headers=stranger),
        await client.post(f"{url}/read", json={"seq": 1}, headers=stranger),
        await client.patch(url, json={"muted": True}, headers=stranger),
        await client.get(f"{url}/messages", headers=as_user(new_id(), "support")),
    ]

    assert {answer.json()["code"] for answer in answers} == {"chat_not_found"}
    assert (await client.get("/api/v1/chats", headers=stranger)).json()["items"] == []


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"text": "no client_message_id"},
        {"client_message_id": "a"},
        {"client_message_id": "a", "text": " "},
        {"client_message_id": "a", "text": "a\x00b"},
        {"client_message_id": "a\x00b", "text": "a"},
        {"client_message_id": "a" * 65, "text": "a"},
        {"client_message_id": "a", "text": "a" * 4001},
        {"client_message_id": "a", "location": {"lat": 91, "lon": 0}},
        {"client_message_id": "a", "text": "a", "reply_to": str(new_id())},
        {"client_message_id": "a", "attachments": [str(new_id())] * 11},
        [],
    ],
)
async def test_nonsense_is_refused_and_takes_no_number(
    client: Any, session: Any, as_user: Any, body: Any
) -> None:
    me = new_id()
    chat = await add_direct_chat(session, me, new_id())
    url = f"/api/v1/chats/{chat.id}/messages"

    refused = await client.post(url, json=body, headers=as_user(me))

    assert refused.status_code == 422
    assert refused.headers["content-type"] == "application/problem+json"
    assert (await client.post(url, json=words(), headers=as_user(me))).json()["seq"] == 1


async def test_an_id_that_somebody_else_used_is_refused(
    client: Any, session: Any, as_user: Any
) -> None:
    me, you = new_id(), new_id()
    chat = await add_direct_chat(session, me, you)
    url, body = f"/api/v1/chats/{chat.id}/messages", words()
    await client.post(url, json=body, headers=as_user(me))

    response = await client.post(url, json=body, headers=as_user(you))

    assert response.status_code == 409
    assert response.json()["code"] == "client_message_id_taken"


async def test_files_are_claimed_for_the_chat_and_disappear_with_their_medium(
    client: Any, session: Any, as_user: Any, stand_in: Any, deliver: Any
) -> None:
    me, photo, claims = new_id(), new_id(), []
    chat = await add_direct_chat(session, me, new_id())
    url = f"/api/v1/chats/{chat.id}/messages"
    stand_in(MediaClient, media_stand_in(claims))

    body = words(text=None, attachments=[str(photo)])
    sent = await client.post(url, json=body, headers=as_user(me))

    assert sent.json()["attachments"] == [str(photo)]
    context = {"type": "chat", "id": str(chat.id)}
    assert claims == [{"media_ids": [str(photo)], "owner_id": str(me), "context": context}]
    where = MediaContext(type=ContextType.CHAT, id=chat.id)
    await deliver(MediaDeleted(media_id=photo, owner_id=me, context=where))
    assert (await client.get(url, headers=as_user(me))).json()["items"][0]["attachments"] == []


async def test_anothers_file_is_refused(
    client: Any, session: Any, as_user: Any, stand_in: Any
) -> None:
    me = new_id()
    chat = await add_direct_chat(session, me, new_id())
    stand_in(MediaClient, media_stand_in([], refuse=True))

    body = words(attachments=[str(new_id())])
    response = await client.post(
        f"/api/v1/chats/{chat.id}/messages", json=body, headers=as_user(me)
    )

    assert response.status_code == 422
    assert response.json()["code"] == "media_not_usable"


async def test_who_is_blocked_is_told_no_more_than_that_the_chat_is_shut(
    client: Any, session: Any, as_user: Any, deliver: Any
) -> None:
    me, you = new_id(), new_id()
    chat = await add_direct_chat(session, me, you)
    url = f"/api/v1/chats/{chat.id}/messages"
    await deliver(BlockAdded(user_id=you, other_id=me))

    refused = await client.post(url, json=words(), headers=as_user(me))
    invited = await client.post(
        "/api/v1/chats", json={"type": "group", "participant_ids": [str(you)]}, headers=as_user(me)
    )
    await deliver(BlockRemoved(user_id=you, other_id=me))
    allowed = await client.post(url, json=words(), headers=as_user(me))

    assert refused.json()["code"] == invited.json()["code"] == "chat_not_writable"
    assert allowed.status_code == 201


async def test_a_suspended_person_reads_but_does_not_write(
    client: Any, session: Any, as_user: Any, deliver: Any
) -> None:
    me = new_id()
    chat = await add_direct_chat(session, me, new_id())
    url = f"/api/v1/chats/{chat.id}/messages"
    await deliver(person(me, 3, status=UserStatus.SUSPENDED))
    await deliver(person(me, 2))  # an older snapshot changes nothing

    assert (await client.get(url, headers=as_user(me))).status_code == 200
    refused = await client.post(url, json=words(), headers=as_user(me))
    assert (refused.status_code, refused.json()["code"]) == (403, "account_suspended")


async def test_thirty_messages_may_be_sent_at_once_and_then_the_sender_waits(
    client: Any, session: Any, as_user: Any
) -> None:
    me = new_id()
    chat = await add_direct_chat(session, me, new_id())
    url, headers = f"/api/v1/chats/{chat.id}/messages", as_user(me)
    body = words()

    answers = [await client.post(url, json=body, headers=headers) for _ in range(60)]

    refused = [answer for answer in answers if answer.status_code == 429]
    assert {answer.status_code for answer in answers[:30]} == {201}
    assert refused[0].json()["code"] == "rate_limited"
    assert int(refused[0].headers["Retry-After"]) >= 1
    assert answers[0].headers["RateLimit-Limit"] == "30"


async def test_two_people_have_one_direct_chat(
    client: Any, session: Any, as_user: Any, outbox: Any
) -> None:
    me, you = new_id(), new_id()
    await add_people(session, me, you)
    mine = {"type": "direct", "participant_ids": [str(you)]}
    yours = {"type": "direct", "participant_ids": [str(me)]}

    first = await client.post("/api/v1/chats", json=mine, headers=as_user(me))
    second = await client.post("/api/v1/chats", json=yours, headers=as_user(you))

    assert first.status_code == 201, first.text
    assert first.json()["id"] == second.json()["id"]
    said = await outbox()
    assert [one.type for one in said] == ["chat.changed.v1"]
    assert set(said[0].payload["member_ids"]) == {str(me), str(you)}


@pytest.mark.parametrize(
    ("kind", "others"), [("direct", 0), ("direct", 2), ("order", 1), ("group", 50), ("party", 1)]
)
async def test_a_chat_of_the_wrong_people_is_refused(
    client: Any, session: Any, as_user: Any, kind: str, others: int
) -> None:
    ids = [new_id() for _ in range(others)]
    await add_people(session, *ids)

    body = {"type": kind, "participant_ids": [str(one) for one in ids]}
    response = await client.post("/api/v1/chats", json=body, headers=as_user(new_id()))

    assert response.status_code == 422


async def test_nobody_can_be_written_to_who_is_not_known(client: Any, as_user: Any) -> None:
    body = {"type": "direct", "participant_ids": [str(new_id())]}
    response = await client.post("/api/v1/chats", json=body, headers=as_user(new_id()))
    assert response.json()["code"] == "unknown_participant"


async def test_a_group_is_changed_by_who_made_it_and_left_by_all(
    client: Any, session: Any, as_user: Any
) -> None:
    me, you, late = new_id(), new_id(), new_id()
    await add_people(session, me, you, late)
    body = {"type": "group", "participant_ids": [str(you)], "title": "Rex"}
    url = f"/api/v1/chats/{(await client.post('/api/v1/chats', json=body, headers=as_user(me))).json()['id']}"
    await client.post(f"{url}/messages", json=words("before"), headers=as_user(me))
    join = {"user_id": str(late)}

    refused = await client.post(f"{url}/participants", json=join, headers=as_user(you))
    joined = await client.post(f"{url}/participants", json=join, headers=as_user(me))
    await client.post(f"{url}/messages", json=words("after"), headers=as_user(me))
    seen = (await client.get(f"{url}/messages", headers=as_user(late))).json()["items"]
    renamed = await client.patch(url, json={"title": "Rex & co"}, headers=as_user(me))
    muted = await client.patch(url, json={"muted": True}, headers=as_user(you))
    left = await client.delete(f"{url}/participants/{you}", headers=as_user(you))

    assert refused.json()["code"] == "not_your_group"
    assert len(joined.json()["participants"]) == 3
    assert [m["text"] for m in seen] == ["after"]
    assert renamed.json()["title"] == "Rex & co"
    assert muted.json()["muted"] is True
    assert left.status_code == 204
    assert (await client.get(url, headers=as_user(you))).status_code == 404


async def test_support_answers_what_was_written_to_it_and_reads_what_was_reported(
    client: Any, session: Any, as_user: Any, published: Any, audited: Any
) -> None:
    me, you = new_id(), new_id()
    private = await add_direct_chat(session, me, you)
    support = as_user(new_id(), "support")
    asked = await client.post("/api/v1/chats", json={"type": "support"}, headers=as_user(me))
    url = f"/api/v1/chats/{asked.json()['id']}"
    await client.post(f"{url}/messages", json=words("Help"), headers=as_user(me))

    queue = await client.get("/api/v1/chats/support-queue", headers=support)
    answer = await client.post(f"{url}/messages", json=words("At once"), headers=support)
    await client.post(f"{url}/messages", json=words("By now his own chat"), headers=support)
    body = {"user_id": str(you), "reason": "abuse", "comment": "rude"}
    reported = await client.post(
        f"/api/v1/chats/{private.id}/report", json=body, headers=as_user(me)
    )
    shown = await client.get(f"/api/v1/chats/{private.id}/messages", headers=support)
    listed = await client.get("/api/v1/chats/reports", headers=support)
    meddling = await client.post(
        f"/api/v1/chats/{private.id}/messages", json=words(), headers=support
    )

    assert [chat["id"] for chat in queue.json()["items"]] == [asked.json()["id"]]
    assert answer.status_code == 201
    assert reported.status_code == 201
    assert shown.status_code == 200
    assert [report["comment"] for report in listed.json()["items"]] == ["rude"]
    assert meddling.status_code == 404
    assert (await published())[-1] == "chat.reported.v1"
    used = [(one.payload["action"], one.payload["subject_id"]) for one in await audited()]
    assert used == [
        ("GET /api/v1/chats/support-queue", None),
        ("POST /api/v1/chats/{chat_id}/messages", asked.json()["id"]),
        ("GET /api/v1/chats/{chat_id}/messages", str(private.id)),
        ("GET /api/v1/chats/reports", None),
    ]
    for path in ("reports", "support-queue"):
        denied = await client.get(f"/api/v1/chats/{path}", headers=as_user(me))
        assert denied.json()["code"] == "permission_denied"


async def test_what_others_copy_of_chats_is_handed_out_as_it_was_said(
    client: Any, session: Any, as_user: Any, outbox: Any
) -> None:
    me, you, gone = new_id(), new_id(), new_id()
    await add_people(session, me, you, gone)
    body = {"type": "group", "participant_ids": [str(you), str(gone)], "title": "Park"}
    group = (await client.post("/api/v1/chats", json=body, headers=as_user(me))).json()
    await client.post("/api/v1/chats", json={"type": "support"}, headers=as_user(you))
    url = f"/api/v1/chats/{group['id']}/participants/{gone}"
    assert (await client.delete(url, headers=as_user(me))).status_code == 204
    await check_handed_out(client, outbox)
