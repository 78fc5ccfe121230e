"""WebSockets: who gets on the line, who is let go."""

import json
import time
from typing import Any

import pytest
import websockets
from websockets.typing import Subprotocol

from lapa_kit.ids import new_id
from lapa_kit.realtime import TICKET_PROTOCOL, Line, issue_ticket
from lapa_kit.revocation import revoke_session
from lapa_kit.testing.identity import bearer
from lapa_kit.tokens import Claims

pytestmark = pytest.mark.committed


def dial(server: str, **options: Any) -> Any:
    return websockets.connect(server.replace("http", "ws") + "/api/v1/notes/ws", **options)


async def test_a_signed_in_caller_is_heard_by_the_room(server: str) -> None:
    async with (
        dial(server, additional_headers=bearer(new_id())) as one,
        dial(server, additional_headers=bearer(new_id())) as two,
    ):
        await two.send(json.dumps({"type": "hello"}))
        assert json.loads(await two.recv())["type"] == "echo"
        await one.send(json.dumps({"type": "shout", "text": "hey"}))
        assert json.loads(await two.recv()) == {"type": "shout", "text": "hey"}


async def test_a_stranger_is_closed_with_4401(server: str) -> None:
    async with dial(server) as socket:
        with pytest.raises(websockets.ConnectionClosed) as closed:
            await socket.recv()
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4401


async def ticket_for(app: Any, user_id: Any, origin: str | None) -> list[Subprotocol]:
    now = time.time()
    claims = {
        "user_id": str(user_id),
        "session_id": str(new_id()),
        "roles": ["client"],
        "issued_at": now,
        "expires_at": now + 60,
    }
    ticket = await issue_ticket(app.state.redis, claims, origin=origin)
    return [Subprotocol(TICKET_PROTOCOL + ticket)]


async def test_a_browsers_ticket_is_good_once_and_for_its_origin(app: Any, server: str) -> None:
    user_id = new_id()
    protocols = await ticket_for(app, user_id, "http://lapa.test")
    async with dial(server, subprotocols=protocols, origin="http://lapa.test") as socket:
        await socket.send("{}")
        assert json.loads(await socket.recv())["user"] == str(user_id)
    elsewhere = await ticket_for(app, user_id, "http://lapa.test")
    for spent, origin in ((protocols, "http://lapa.test"), (elsewhere, "http://evil.test")):
        async with dial(server, subprotocols=spent, origin=origin) as socket:
            with pytest.raises(websockets.ConnectionClosed):
                await socket.recv()


async def test_a_revoked_session_loses_its_line(app: Any, server: str) -> None:
    session_id = new_id()
    async with dial(server, additional_headers=bearer(new_id(), session_id=session_id)) as socket:
        await revoke_session(app.state.redis, session_id, for_s=60)
        with pytest.raises(websockets.ConnectionClosed) as closed:
            await socket.recv()
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4401


async def test_nonsense_is_answered_not_fatal(server: str) -> None:
    async with dial(server, additional_headers=bearer(new_id())) as socket:
        for nonsense in ("{", "[]", "x" * 70_000):
            await socket.send(nonsense)
            assert json.loads(await socket.recv())["code"] == "invalid_message"


def test_a_reader_too_slow_is_let_go_instead_of_filling_the_memory() -> None:
    claims = Claims(new_id(), new_id(), frozenset(), 0.0, 0.0, "x")
    line = Line(None, None, claims)  # type: ignore[arg-type]
    for _ in range(30):
        line.push("x" * 50_000)
    assert line.close_code == 4408


async def test_another_persons_line_is_not_opened_to_look_through(server: str) -> None:
    async with dial(server, additional_headers=bearer(new_id(), actor_id=new_id())) as socket:
        with pytest.raises(websockets.ConnectionClosed) as closed:
            await socket.recv()
    assert closed.value.rcvd is not None
    assert (closed.value.rcvd.code, closed.value.rcvd.reason) == (4401, "view_only")
