"""What is about the fast lane alone: when it is taken, when not, and that nobody can tell from outside."""

import asyncio
import json
import random
import re
from contextlib import suppress
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from platforms import Platform, Start
from upstreams import OK, Raw

from app.fastlane.passage import Passage
from app.relay.headers import Headers
from app.relay.plain import read_plain
from app.relay.shape import shape_of
from lapa_kit.ids import new_id
from lapa_kit.testing import bearer

LANES = ("fast",)
PATH = "/api/v1/orders"
HEAD = b"Host: lapa\r\nAccept: application/json\r\n"


@pytest.fixture
def passages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that took the fast lane."""
    taken: list[str] = []
    begin = Passage.__init__

    def noting(self: Passage, client: Any, request: Any, **options: Any) -> None:
        taken.append(request.path)
        begin(self, client, request, **options)

    monkeypatch.setattr(Passage, "__init__", noting)
    return taken


async def ask(port: int, *pieces: bytes, until: int = 1) -> list[tuple[int, bytes]]:
    """Status and body of each of the answers to what is sent in these pieces."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for piece in pieces:
        writer.write(piece)
        await writer.drain()
        await asyncio.sleep(0.02)
    answers: list[tuple[int, bytes]] = []
    async with asyncio.timeout(5):
        for _ in range(until):
            head = await reader.readuntil(b"\r\n\r\n")
            length = re.search(rb"content-length: (\d+)", head)
            assert length is not None
            answers.append((int(head[9:12]), await reader.readexactly(int(length[1]))))
    writer.close()
    return answers


async def test_the_common_request_takes_it(platform: Platform, passages: list[str]) -> None:
    for number in range(3):
        assert (await platform.client.get(f"{PATH}/{number}")).json()["path"] == f"{PATH}/{number}"
    assert (await platform.client.post(PATH, content=b"x")).json()["body_size"] == 1
    assert passages == [f"{PATH}/0", f"{PATH}/1", f"{PATH}/2", PATH]


async def test_what_is_our_own_or_unusual_does_not(platform: Platform, passages: list[str]) -> None:
    for path in ("/health", "/docs", "/nothing", f"{PATH}/%2e%2e/x"):
        await platform.client.get(path)
    await platform.client.get(PATH, headers={"Connection": "close"})
    head = b"POST /api/v1/orders HTTP/1.1\r\n" + HEAD + b"Expect: 100-continue\r\n"
    reader, writer = await asyncio.open_connection("127.0.0.1", platform.port)
    writer.write(head + b"Content-Length: 1\r\n\r\n")
    assert await reader.readline() == b"HTTP/1.1 100 Continue\r\n"
    writer.close()
    assert passages == []


async def test_a_setting_turns_it_off(start: Start, upstream: str, passages: list[str]) -> None:
    platform = await start(order_service_url=upstream, fast_lane=False)
    assert (await platform.client.get(PATH)).status_code == 200
    assert passages == []


async def test_both_lanes_take_turns_on_one_connection(
    platform: Platform, passages: list[str]
) -> None:
    get = b"GET /api/v1/orders/%d HTTP/1.1\r\n" + HEAD + b"\r\n"
    own = b"GET /health HTTP/1.1\r\n" + HEAD + b"\r\n"
    answers = await ask(platform.port, get % 1, own, get % 2, own, get % 3, get % 4, until=6)
    assert [status for status, _ in answers] == [200] * 6
    told = [json.loads(body).get("path") for _, body in answers]
    assert [path for path in told if path] == [f"{PATH}/{n}" for n in (1, 2, 3, 4)]
    assert passages == [f"{PATH}/{n}" for n in (1, 2, 3, 4)]


class TestHeadersThatCameBefore:
    """Byte for byte the same headers are not read twice; everything that may change is."""

    async def test_do_not_freeze_the_ids(self, platform: Platform) -> None:
        answers = [await platform.client.get(PATH) for _ in range(3)]
        for name in ("x-request-id", "traceparent"):
            assert len({answer.headers[name] for answer in answers}) == 3
            assert all(
                dict(answer.json()["headers"])[name] == answer.headers[name] for answer in answers
            )

    async def test_do_not_outlive_the_session(self, platform: Platform) -> None:
        user, session = new_id(), new_id()
        headers = bearer(user, session_id=session)
        url = f"{PATH}?status=200"
        learned = {"paths": {PATH: {"get": {"security": [{"Bearer": []}]}}}}
        platform.gateway.catalogue.learn("order-service", learned)
        for _ in range(2):
            assert (await platform.client.get(url, headers=headers)).status_code == 200
        revocations = platform.gateway.authenticator.revocations
        revocations._sessions = frozenset({session})
        refused = await platform.client.get(url, headers=headers)
        assert (refused.status_code, refused.json()["code"]) == (401, "token_revoked")

    async def test_do_not_hide_where_a_body_ends(self, platform: Platform) -> None:
        """The tail of a body that looks like the request before it is still body."""
        get = b"GET /api/v1/orders HTTP/1.1\r\n" + HEAD + b"\r\n"
        post = b"POST /api/v1/orders HTTP/1.1\r\n" + HEAD + b"Content-Length: %d\r\n\r\n" % len(get)
        answers = await ask(platform.port, get, post, get, get, until=3)
        sizes = [json.loads(body)["body_size"] for _, body in answers]
        assert sizes == [0, len(get), 0]

    async def test_do_not_let_a_refused_body_speak(self, start: Start, upstream: str) -> None:
        platform = await start(order_service_url=upstream, max_upload_bytes=2000)
        get = b"GET /api/v1/orders HTTP/1.1\r\n" + HEAD + b"\r\n"
        body = b"x" * (3000 - len(get)) + get
        post = b"POST /api/v1/orders HTTP/1.1\r\n" + HEAD + b"Content-Length: 3000\r\n\r\n"
        answers = await ask(platform.port, get, post, body[: -len(get)], get, get, until=3)
        assert [status for status, _ in answers] == [200, 413, 200]

    async def test_are_read_anew_when_a_byte_differs(self, platform: Platform) -> None:
        for number in range(3):
            response = await platform.client.get(PATH, headers={"X-Custom": str(number)})
            assert dict(response.json()["headers"])["x-custom"] == str(number)

    async def test_count_against_the_limit(self, start: Start, upstream: str) -> None:
        platform = await start(order_service_url=upstream, rate_limit_address_per_minute=3)
        statuses = [(await platform.client.get(PATH)).status_code for _ in range(5)]
        assert statuses == [200, 200, 200, 429, 429]


@pytest.mark.parametrize("seed", range(3))
async def test_however_the_bytes_are_cut_the_answers_are_the_same(
    platform: Platform, seed: int
) -> None:
    chance = random.Random(seed)
    wire = b"".join(
        b"POST /api/v1/orders/%d HTTP/1.1\r\n%bContent-Length: %d\r\n\r\n%b"
        % (number, HEAD, number * 7, b"z" * number * 7)
        if number % 3
        else b"GET /api/v1/orders/%d HTTP/1.1\r\n%b\r\n" % (number, HEAD)
        for number in range(12)
    )
    cuts = sorted(chance.sample(range(1, len(wire)), 15))
    pieces = [wire[i:j] for i, j in zip([0, *cuts], [*cuts, len(wire)], strict=True)]
    told = [json.loads(body) for _, body in await ask(platform.port, *pieces, until=12)]
    assert [one["path"] for one in told] == [f"{PATH}/{number}" for number in range(12)]
    assert [one["body_size"] for one in told] == [n * 7 if n % 3 else 0 for n in range(12)]


async def test_a_head_that_does_not_end_is_a_timeout(start: Start) -> None:
    platform = await start(client_timeout_s=0.3)
    for began in (b"", b"GET /api/v1/orders HTTP/1.1\r\nHost: x\r\nX-A: "):
        reader, writer = await asyncio.open_connection("127.0.0.1", platform.port)
        writer.write(began)
        async with asyncio.timeout(3):
            answer = await reader.read()
        assert answer.startswith(b"HTTP/1.1 408 ") if began else answer == b""
        writer.close()


async def test_a_head_without_end_is_refused_while_it_comes(platform: Platform) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", platform.port)
    writer.write(b"GET /api/v1/orders HTTP/1.1\r\nHost: x\r\n")
    for _ in range(100):
        writer.write(b"X-A: " + b"a" * 1000 + b"\r\n")
    async with asyncio.timeout(3):
        assert (await reader.readline()).startswith(b"HTTP/1.1 431 ")
    writer.close()


async def test_an_idle_connection_is_closed_and_a_busy_one_is_not(start: Start, raw: Raw) -> None:
    raw.behaviours = [raw.answering(OK, OK)]
    platform = await start(order_service_url=raw.url)
    reader, writer = await asyncio.open_connection("127.0.0.1", platform.port)
    writer.write(b"GET /api/v1/orders HTTP/1.1\r\n" + HEAD + b"\r\n")
    assert b"200" in await reader.readuntil(b"\r\n\r\nok")
    async with asyncio.timeout(8):  # uvicorn's timeout_keep_alive is 5 s
        assert await reader.read() == b""
    writer.close()


async def test_what_is_no_http_gets_a_problem_document(platform: Platform) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", platform.port)
    writer.write(b"\x16\x03\x01 hello\r\n\r\n")
    async with asyncio.timeout(3):
        answer = await reader.read()
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 ")
    assert b"application/problem+json" in head
    assert json.loads(body)["code"] == "malformed_request"
    writer.close()


async def test_no_request_is_left_in_flight(start: Start, raw: Raw) -> None:
    """Whatever became of them: answered, refused, abandoned, given up."""
    raw.behaviours = [raw.answering(*[OK] * 50), raw.hanging_up()]
    platform = await start(order_service_url=raw.url, rate_limit_address_per_minute=30)
    for _ in range(40):
        with suppress(httpx.HTTPError):
            await platform.client.get(PATH, timeout=0.5)
    assert [entry.in_flight for entry in platform.gateway.statistics] == [0]
    watched = platform.gateway.deadlines._watched
    assert not [one for one in watched if isinstance(one, Passage)]


NAMES = st.sampled_from(
    [
        "content-type",
        "Content-Length",
        "content-length",
        "Transfer-Encoding",
        "connection",
        "date",
        "x-frame-options",
        "set-cookie",
        "x_y",
        "x y",
        "",
        "access-control-allow-origin",
    ]
)
VALUES = st.sampled_from(
    ["1", "5", " 5 ", "chunked", "close", "keep-alive", "a\rb", "a\nb", "\0", ""]
)


@given(st.lists(st.tuples(NAMES, VALUES), max_size=6), st.binary(max_size=8))
def test_an_answer_is_read_in_one_look_only_when_a_parser_reads_it_alike(
    headers: list[tuple[str, str]], rest: bytes
) -> None:
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers)
    data = f"HTTP/1.1 200 OK\r\n{lines}\r\n".encode("latin-1") + rest
    plain = read_plain(data)
    if plain is None:
        return
    lengths = [value.strip() for name, value in headers if name.lower() == "content-length"]
    assert len(lengths) == 1
    assert plain.length == int(lengths[0])
    assert plain.size == len(data) - len(rest)
    lines = plain.passed.split(b"\r\n")
    passed: Headers = [tuple(line.split(b": ", 1)) for line in lines]  # pyright: ignore[reportAssignmentType]
    assert not {name.lower() for name, _ in passed} & {b"date", b"connection", b"transfer-encoding"}
    assert all(b"\r" not in value and b"\n" not in value for _, value in passed)


HEADS = st.tuples(
    st.sampled_from(
        [b"200 OK", b"404 Not Found", b"204 No Content", b"200", b"099 x", b"200 \t\xff"]
    ),
    st.lists(
        st.tuples(
            st.sampled_from([b"content-length", b"Content-Type", b"date", b"connection", b"etag"]),
            st.sampled_from(
                [b"5", b" 7 ", b"keep-alive", b" Keep-Alive", b"close", b"x\rx", b"", b"5,5"]
            ),
        ),
        max_size=4,
    ),
)


@given(HEADS, HEADS, st.sampled_from([b"", b"\r\n\r\n", b"hello"]))
def test_the_shape_of_one_answer_reads_another_as_it_would_be_read_without(
    one: tuple[bytes, list[tuple[bytes, bytes]]],
    other: tuple[bytes, list[tuple[bytes, bytes]]],
    rest: bytes,
) -> None:
    known, data = (
        b"HTTP/1.1 %b\r\n%b\r\n" % (status, b"".join(b"%b:%b\r\n" % header for header in headers))
        for status, headers in (one, other)
    )
    if (plain := read_plain(known)) is not None:
        shape = shape_of(known, plain)
        assert shape.read(known) == plain
        assert shape.read(data + rest) in (None, read_plain(data + rest))
