"""Chats over real sockets: nothing is lost or repeated, however often the line is cut."""

import asyncio
from typing import Any

import httpx
import pytest
from factories import add_direct_chat, words
from websockets.exceptions import ConnectionClosed

from lapa_kit.ids import new_id

pytestmark = pytest.mark.committed


async def test_two_people_talk(server: str, session: Any, as_user: Any, on_line: Any) -> None:
    me, you = new_id(), new_id()
    chat = await add_direct_chat(session, me, you)
    async with on_line(server, as_user(me)) as mine, on_line(server, as_user(you)) as yours:
        await mine.follow(chat.id, 0)
        await yours.follow(chat.id, 0)

        await mine.say("typing", chat_id=chat.id)
        typing = await yours.wait_for("typing")
        await mine.send(chat.id, "Moi!", client_message_id="m1")
        ack = await mine.wait_for("ack")
        heard = await yours.wait_for("message")
        await yours.say("read", chat_id=chat.id, seq=heard["seq"])
        read = await mine.wait_for("read")
        await mine.say("ping")
        await mine.wait_for("pong")

    assert typing["user_id"] == str(me)
    assert (ack["client_message_id"], ack["seq"]) == ("m1", 1)
    assert heard["message"] == ack["message"]
    assert (heard["message"]["text"], heard["message"]["sender_id"]) == ("Moi!", str(me))
    assert (read["user_id"], read["seq"]) == (str(you), 1)


async def test_a_cut_connection_resumes_without_loss_or_repetition(
    server: str, session: Any, as_user: Any, on_line: Any
) -> None:
    """The reader is cut again and again in the middle of a stream of messages."""
    me, you, count = new_id(), new_id(), 24
    chat = await add_direct_chat(session, me, you)
    got: list[int] = []

    async def write() -> None:
        async with on_line(server, as_user(me)) as mine:
            for number in range(count):
                await mine.send(chat.id, f"{number}")
                await mine.wait_for("ack")

    async def read() -> None:
        while len(got) < count:
            async with on_line(server, as_user(you)) as yours:
                await yours.follow(chat.id, got[-1] if got else 0)
                for _ in range(min(5, count - len(got))):
                    got.append((await yours.wait_for("message"))["seq"])
                yours.cut()

    async with asyncio.timeout(30):
        await asyncio.gather(write(), read())

    assert got == list(range(1, count + 1))


async def test_what_was_written_while_away_comes_first_and_once(
    server: str, session: Any, as_user: Any, on_line: Any, client: Any
) -> None:
    me, you = new_id(), new_id()
    chat = await add_direct_chat(session, me, you)
    url = f"{server}/api/v1/chats/{chat.id}/messages"
    async with httpx.AsyncClient(headers=as_user(me)) as http:
        for text in "abcdef":
            await http.post(url, json=words(text))
        async with on_line(server, as_user(you)) as yours:
            await yours.follow(chat.id, 2)
            await http.post(url, json=words("g"))
            assert await yours.collect(5) == [3, 4, 5, 6, 7]
            assert await yours.is_silent()


async def test_a_message_crosses_from_one_process_to_another(
    server: str, second_process: str, session: Any, as_user: Any, on_line: Any
) -> None:
    me, you = new_id(), new_id()
    chat = await add_direct_chat(session, me, you)
    async with (
        on_line(server, as_user(me)) as mine,
        on_line(second_process, as_user(you)) as yours,
    ):
        await mine.follow(chat.id, 0)
        await yours.follow(chat.id, 0)
        for number in range(5):
            await mine.send(chat.id, f"ping {number}")
            await yours.send(chat.id, f"pong {number}")
        assert await mine.collect(10) == await yours.collect(10) == list(range(1, 11))
        assert await mine.is_silent()


async def test_a_wake_up_that_redis_lost_is_made_up_for(
    server: str, session: Any, sessions: Any, as_user: Any, on_line: Any, app: Any
) -> None:
    me, you = new_id(), new_id()
    chat = await add_direct_chat(session, me, you)

    async def into_the_void(*_: Any) -> None:
        """Redis that takes a message and tells nobody."""

    async with on_line(server, as_user(you)) as yours:
        await yours.follow(chat.id, 0)
        app.state.hub.broadcast = into_the_void
        async with httpx.AsyncClient(headers=as_user(me)) as http:
            await http.post(f"{server}/api/v1/chats/{chat.id}/messages", json=words())
            await http.post(f"{server}/api/v1/chats/{chat.id}/messages", json=words())
        assert await yours.collect(2) == [1, 2]
        assert await yours.is_silent()


async def test_changes_and_cards_are_seen_at_once(
    server: str, session: Any, as_user: Any, on_line: Any
) -> None:
    me, you = new_id(), new_id()
    chat = await add_direct_chat(session, me, you)
    url = f"{server}/api/v1/chats/{chat.id}/messages"
    async with on_line(server, as_user(you)) as yours, httpx.AsyncClient() as http:
        await yours.follow(chat.id)
        message = (await http.post(url, json=words("teh"), headers=as_user(me))).json()
        await yours.wait_for("message")
        its = f"{url}/{message['id']}"
        await http.patch(its, json={"text": "the"}, headers=as_user(me))
        edited = await yours.wait_for("message_updated")
        await http.delete(its, headers=as_user(me))
        deleted = await yours.wait_for("message_updated")

    assert edited["message"]["text"] == "the"
    assert deleted["message"]["text"] is None


async def test_nobody_listens_in(server: str, session: Any, as_user: Any, on_line: Any) -> None:
    chat = await add_direct_chat(session, new_id(), new_id())
    async with on_line(server, as_user(new_id())) as stranger:
        for ask in ("subscribe", "typing", "read", "send"):
            fields = {"seq": 1} if ask == "read" else words() if ask == "send" else {}
            await stranger.say(ask, chat_id=chat.id, **fields)
            error = await stranger.wait_for("error")
            assert (error["code"], error["chat_id"]) == ("chat_not_found", str(chat.id))
    async with on_line(server, {"Authorization": "Bearer nonsense"}) as nobody:
        with pytest.raises(ConnectionClosed) as closed:
            await nobody.wait_for("anything")
    assert closed.value.rcvd
    assert closed.value.rcvd.code == 4401


@pytest.mark.parametrize(
    "frame",
    [
        "no json",
        "[]",
        "{}",
        '{"type": "dance"}',
        '{"type": "subscribe"}',
        '{"type": "subscribe", "chat_id": 7}',
        '{"type": "send", "chat_id": "0192a3b4-0000-7000-8000-000000000000"}',
        '{"type": "subscribe", "chat_id": "0192a3b4-0000-7000-8000-000000000000", "after_seq": -1}',
        b"\x00\x01",
        "x" * 70_000,
    ],
)
async def test_nonsense_is_answered_and_the_line_stays_open(
    server: str, as_user: Any, on_line: Any, frame: Any
) -> None:
    async with on_line(server, as_user(new_id())) as wire:
        await wire.connection.send(frame)
        assert (await wire.wait_for("error"))["code"] == "invalid_request"
        await wire.say("ping")
        await wire.wait_for("pong")


async def test_the_pace_is_the_same_on_a_socket(
    server: str, session: Any, as_user: Any, on_line: Any
) -> None:
    me = new_id()
    chat = await add_direct_chat(session, me, new_id())
    async with on_line(server, as_user(me)) as wire:
        for _ in range(60):
            await wire.send(chat.id, "again", client_message_id="same")
        error = await wire.wait_for("error")
    assert error["code"] == "rate_limited"
    assert error["retry_after"] >= 1


async def test_what_staff_make_use_of_on_a_socket_is_recorded_and_who_only_looks_gets_none(
    server: str, client: Any, as_user: Any, on_line: Any, audited: Any
) -> None:
    me, supporter = new_id(), new_id()
    asked = await client.post("/api/v1/chats", json={"type": "support"}, headers=as_user(me))
    chat_id = asked.json()["id"]
    async with on_line(server, as_user(supporter, "support")) as line:
        for text in ("Good morning", "How can I help?"):
            await line.send(chat_id, text)
            await line.wait_for("ack")
    with pytest.raises(ConnectionClosed) as closed:
        async with on_line(server, as_user(me, actor_id=supporter)) as line:
            await line.wait_for("pong")

    assert closed.value.rcvd
    assert closed.value.rcvd.code == 4401
    (record,) = [one.payload for one in await audited()]
    assert (record["actor_id"], record["action"]) == (str(supporter), "WS /api/v1/chats/ws")
    assert (record["permissions"], record["subject_id"]) == (["chats:moderate"], chat_id)
