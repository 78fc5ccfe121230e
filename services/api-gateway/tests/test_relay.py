"""What goes in comes out, and what comes back comes through."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import httpx
import pytest
from platforms import Platform, Start
from upstreams import OK, Raw, echo

from lapa_kit.ids import new_id
from lapa_kit.testing.identity import bearer
from lapa_kit.testing.server import running

PATH = "/api/v1/orders"


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
async def test_every_method_is_relayed_with_its_body(platform: Platform, method: str) -> None:
    body = b"\x00\xffbinary" * 100

    response = await platform.client.request(method, f"{PATH}/1?x=%20y&x=2", content=body)

    told = response.json()
    assert response.status_code == 200
    assert (told["method"], told["path"], told["query"]) == (method, f"{PATH}/1", "x=%20y&x=2")
    assert told["body_sha256"] == hashlib.sha256(body).hexdigest()
    assert response.headers["x-answer"] == "echo"


@pytest.mark.parametrize("status", [200, 201, 202, 301, 400, 404, 418, 500, 503])
async def test_every_status_comes_through_as_it_is(platform: Platform, status: int) -> None:
    response = await platform.client.get(f"{PATH}?status={status}")
    assert response.status_code == status
    assert response.json()["method"] == "GET"


@pytest.mark.parametrize("status", [204, 304])
async def test_an_answer_without_a_body_leaves_the_connection_usable(
    platform: Platform, status: int
) -> None:
    for _ in range(3):
        response = await platform.client.get(f"{PATH}?status={status}")
        assert (response.status_code, response.content) == (status, b"")


async def test_head_tells_the_length_without_the_body(platform: Platform) -> None:
    for _ in range(3):
        response = await platform.client.head(PATH)
        assert response.status_code == 200
        assert int(response.headers["content-length"]) > 100
        assert response.content == b""


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 1_000_000, 20_000_000])
@pytest.mark.parametrize("chunked", [False, True])
async def test_bodies_of_any_size_arrive_whole(
    platform: Platform, size: int, chunked: bool
) -> None:
    body = bytes(range(251)) * (size // 251) + bytes(size % 251)

    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, size, 70_000):
            yield body[start : start + 70_000]

    response = await platform.client.post(PATH, content=pieces() if chunked else body)

    assert response.json()["body_size"] == size
    assert response.json()["body_sha256"] == hashlib.sha256(body).hexdigest()


async def test_a_large_answer_arrives_whole(platform: Platform) -> None:
    response = await platform.client.get(f"{PATH}?pieces=200&piece_size=100000")
    expected = hashlib.sha256()
    for number in range(200):
        expected.update(bytes([number % 251]) * 100_000)
    assert hashlib.sha256(response.content).hexdigest() == expected.hexdigest()


async def test_an_answer_is_passed_on_while_it_is_being_made(platform: Platform) -> None:
    loop = asyncio.get_running_loop()
    async with platform.client.stream("GET", f"{PATH}?pieces=4&pause=0.2") as response:
        began, moments = loop.time(), []
        async for _ in response.aiter_raw():
            moments.append(loop.time() - began)
    assert moments[0] < 0.15
    assert moments[-1] > 0.4


async def test_a_request_is_passed_on_while_it_is_being_sent(start: Start, raw: Raw) -> None:
    arrived: list[bytes] = []

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await raw.head(reader)
        arrived.append(await reader.readuntil(b"first"))
        seen.set()
        arrived.append(await reader.readuntil(b"0\r\n\r\n"))
        writer.write(OK)
        await writer.drain()

    seen = asyncio.Event()
    raw.behaviours = [behave]
    platform = await start(order_service_url=raw.url)

    async def pieces() -> AsyncIterator[bytes]:
        yield b"first"
        await asyncio.wait_for(seen.wait(), 2)
        yield b"second"

    response = await platform.client.post(PATH, content=pieces())

    assert response.text == "ok"
    assert b"second" in arrived[1]


async def test_a_slow_reader_holds_the_upstream_back(start: Start, raw: Raw) -> None:
    sent = 0

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        await raw.head(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 200000000\r\n\r\n")
        while sent < 200_000_000:
            writer.write(bytes(100_000))
            await writer.drain()
            sent += 100_000

    raw.behaviours = [behave]
    platform = await start(order_service_url=raw.url)
    reader, writer = await asyncio.open_connection("127.0.0.1", platform.port)
    writer.write(b"GET /api/v1/orders HTTP/1.1\r\nHost: x\r\n\r\n")
    await asyncio.sleep(0.5)
    assert 0 < sent < 40_000_000, "the gateway must not swallow what nobody reads"
    writer.close()
    del reader


async def test_what_is_hop_by_hop_or_claims_an_identity_ends_at_the_gateway(
    platform: Platform,
) -> None:
    sent = {
        "X-User-Id": "1",
        "X-User-Roles": "admin",
        "X-Auth-Request-User": "root",
        "X-Forwarded-User": "root",
        "X-Real-IP": "6.6.6.6",
        "X-Original-URL": "/internal/v1",
        "X-HTTP-Method-Override": "DELETE",
        "Forwarded": "for=6.6.6.6",
        "Connection": "keep-alive, X-Secret",
        "X-Secret": "hop",
        "TE": "trailers",
        "Proxy-Authorization": "Basic x",
        "X-Custom": "kept",
    }
    told = (await platform.client.get(PATH, headers=sent)).json()
    names = {name for name, _ in told["headers"]}
    values = {name: value for name, value in told["headers"]}
    assert names & {name.lower() for name in sent} == {"x-custom"}
    assert values["x-forwarded-for"] == "127.0.0.1"
    assert values["x-forwarded-proto"] == "http"
    assert values["x-forwarded-host"] == values["host"] == f"127.0.0.1:{platform.port}"


async def test_the_ids_of_a_request_are_kept_or_made_and_told(platform: Platform) -> None:
    trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    given = {"X-Request-Id": "abc-1", "traceparent": f"00-{trace}-00f067aa0ba902b7-01"}
    response = await platform.client.get(PATH, headers=given)
    passed = dict(response.json()["headers"])
    assert response.headers["x-request-id"] == passed["x-request-id"] == "abc-1"
    assert response.headers["traceparent"] == passed["traceparent"]
    assert passed["traceparent"].split("-")[1] == trace
    assert passed["traceparent"] != given["traceparent"], "our hop is a span of its own"

    made = await platform.client.get(PATH, headers={"X-Request-Id": "no spaces allowed"})
    assert made.headers["x-request-id"] == dict(made.json()["headers"])["x-request-id"]
    assert " " not in made.headers["x-request-id"]


async def test_connections_are_kept_and_not_beyond_their_age(start: Start, raw: Raw) -> None:
    raw.behaviours = [raw.answering(OK, OK, OK)]
    platform = await start(order_service_url=raw.url, upstream_keep_alive_s=0.2)
    probed = raw.connections
    for _ in range(3):
        assert (await platform.client.get(PATH)).text == "ok"
    assert raw.connections == probed + 1
    await asyncio.sleep(0.3)
    assert (await platform.client.get(PATH)).text == "ok"
    assert raw.connections == probed + 2


async def test_an_upstream_that_restarts_is_not_noticed(start: Start, raw: Raw) -> None:
    raw.behaviours = [raw.answering(*[OK] * 10)]
    platform = await start(order_service_url=raw.url)
    assert (await platform.client.get(PATH)).text == "ok"
    await raw.close()
    await raw.open()
    for method in ("GET", "POST"):
        assert (await platform.client.request(method, PATH)).text == "ok"


class TestAnUpstreamThatDiesWithoutAWord:
    @pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])
    async def test_is_asked_once_more_when_that_does_no_harm(
        self, start: Start, raw: Raw, method: str
    ) -> None:
        platform = await start(order_service_url=raw.url)
        begun = raw.connections
        raw.behaviours = [*[raw.silent()] * begun, raw.hanging_up(), raw.answering(OK)]

        response = await platform.client.request(method, PATH, content=b"x" * 10)

        assert response.status_code == 200
        assert raw.connections == begun + 2

    @pytest.mark.parametrize("method", ["POST", "PATCH"])
    async def test_is_not_asked_again_when_it_might_act_twice(
        self, start: Start, raw: Raw, method: str
    ) -> None:
        platform = await start(order_service_url=raw.url)
        begun = raw.connections
        raw.behaviours = [*[raw.silent()] * begun, raw.hanging_up(), raw.answering(OK)]

        response = await platform.client.request(method, PATH, content=b"x")

        assert response.status_code == 503
        assert response.json()["code"] == "service_unavailable"
        assert raw.connections == begun + 1

    async def test_is_asked_only_once_more(self, start: Start, raw: Raw) -> None:
        platform = await start(order_service_url=raw.url)
        begun = raw.connections
        raw.behaviours = [*[raw.silent()] * begun, raw.hanging_up()]

        response = await platform.client.get(PATH)

        assert response.status_code == 503
        assert int(response.headers["retry-after"]) >= 1
        assert raw.connections == begun + 2

    async def test_is_not_asked_again_after_the_first_byte(self, start: Start, raw: Raw) -> None:
        platform = await start(order_service_url=raw.url)
        begun = raw.connections
        half = raw.answering(b"HTTP/1.1 200", then_close=True)
        raw.behaviours = [*[raw.silent()] * begun, half, raw.answering(OK)]

        assert (await platform.client.get(PATH)).status_code == 503
        assert raw.connections == begun + 1


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
    ],
)
async def test_half_an_answer_never_looks_whole(start: Start, raw: Raw, answer: bytes) -> None:
    raw.behaviours = [raw.answering(answer, then_close=True)]
    platform = await start(order_service_url=raw.url)
    with pytest.raises(httpx.RemoteProtocolError):
        await platform.client.get(PATH)


@pytest.mark.parametrize(
    "answer",
    [
        b"I am no HTTP server\r\n\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX-Big: " + b"a" * 100_000 + b"\r\n\r\n",
    ],
)
async def test_what_is_no_answer_is_a_bad_gateway(start: Start, raw: Raw, answer: bytes) -> None:
    raw.behaviours = [raw.answering(answer)]
    platform = await start(order_service_url=raw.url)
    response = await platform.client.get(PATH)
    assert (response.status_code, response.json()["code"]) == (502, "bad_gateway")


@pytest.mark.parametrize(
    ("answer", "body"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\nuntil the end", b"until the end"),
        (b"HTTP/1.0 200 OK\r\n\r\nold manner", b"old manner"),
        (b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + OK, b"ok"),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-T: 1\r\n\r\n",
            b"ok",
        ),
        (OK + b"HTTP/1.1 500 Surprise\r\nContent-Length: 0\r\n\r\n", b"ok"),
    ],
)
async def test_unusual_answers_are_understood(
    start: Start, raw: Raw, answer: bytes, body: bytes
) -> None:
    raw.behaviours = [raw.answering(answer, then_close=True)]
    platform = await start(order_service_url=raw.url)
    for _ in range(2):
        response = await platform.client.get(PATH)
        assert (response.status_code, response.content) == (200, body)
        assert "x-t" not in response.headers
        assert "link" not in response.headers


async def test_a_silent_upstream_is_given_up_in_time(start: Start, raw: Raw) -> None:
    raw.behaviours = [raw.silent()]
    platform = await start(order_service_url=raw.url, upstream_answer_timeout_s=0.3)
    response = await platform.client.get(PATH)
    assert (response.status_code, response.json()["code"]) == (504, "upstream_timeout")


async def test_an_answer_that_stops_in_the_middle_is_cut(start: Start, raw: Raw) -> None:
    raw.behaviours = [raw.answering(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")]
    platform = await start(order_service_url=raw.url, upstream_idle_timeout_s=0.3)
    with pytest.raises(httpx.RemoteProtocolError):
        await platform.client.get(PATH)


async def test_time_spent_uploading_is_not_time_spent_waiting(start: Start, raw: Raw) -> None:
    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await raw.head(reader)
        await reader.readuntil(b"0\r\n\r\n")
        writer.write(OK)

    async def slowly() -> AsyncIterator[bytes]:
        for _ in range(6):
            yield b"piece"
            await asyncio.sleep(0.1)

    raw.behaviours = [behave]
    platform = await start(order_service_url=raw.url, upstream_answer_timeout_s=0.3)
    assert (await platform.client.post(PATH, content=slowly())).text == "ok"


async def test_an_upstream_may_refuse_before_the_body_is_through(start: Start, raw: Raw) -> None:
    refusal = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno"
    raw.behaviours = [raw.answering(refusal), raw.answering(OK)]
    platform = await start(order_service_url=raw.url)
    reader, writer = await asyncio.open_connection("127.0.0.1", platform.port)
    writer.write(
        b"POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n" + bytes(1000)
    )
    assert await asyncio.wait_for(reader.readline(), 2) == b"HTTP/1.1 403 Forbidden\r\n"
    writer.close()


async def test_a_client_that_leaves_takes_its_request_along(start: Start, raw: Raw) -> None:
    left = asyncio.Event()

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await raw.head(reader)
        if not await reader.read():
            left.set()

    raw.behaviours = [behave]
    platform = await start(order_service_url=raw.url)
    left.clear()
    _, writer = await asyncio.open_connection("127.0.0.1", platform.port)
    writer.write(b"GET /api/v1/orders HTTP/1.1\r\nHost: x\r\n\r\n")
    await asyncio.sleep(0.2)
    assert not left.is_set()
    writer.close()
    await asyncio.wait_for(left.wait(), 2)


async def test_a_client_that_leaves_in_the_middle_of_its_body_is_not_answered_for(
    start: Start, raw: Raw
) -> None:
    left = asyncio.Event()

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await raw.head(reader)
        await reader.read()
        left.set()

    raw.behaviours = [behave]
    platform = await start(order_service_url=raw.url)
    left.clear()
    _, writer = await asyncio.open_connection("127.0.0.1", platform.port)
    writer.write(b"POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")
    await asyncio.sleep(0.2)
    writer.close()
    await asyncio.wait_for(left.wait(), 2)


async def test_a_body_that_stops_coming_is_a_timeout(start: Start, raw: Raw) -> None:
    raw.behaviours = [raw.silent()]
    platform = await start(order_service_url=raw.url, client_timeout_s=0.3)
    reader, writer = await asyncio.open_connection("127.0.0.1", platform.port)
    writer.write(b"POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")
    assert b"408" in await asyncio.wait_for(reader.readline(), 2)
    writer.close()


async def test_a_body_that_trickles_is_a_timeout_and_holds_no_place(start: Start, raw: Raw) -> None:
    ended = asyncio.Event()

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await raw.head(reader)
        with suppress(ConnectionError):
            await reader.read(-1)
        ended.set()

    raw.behaviours = [behave]
    platform = await start(
        order_service_url=raw.url, client_timeout_s=0.5, client_slowest_bytes_per_s=1000
    )
    reader, writer = await asyncio.open_connection("127.0.0.1", platform.port)
    writer.write(b"POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n")
    answer = asyncio.create_task(reader.readline())
    async with asyncio.timeout(5):
        while not answer.done():
            writer.write(b"x")
            await asyncio.sleep(0.05)
        assert b"408" in await answer
        await ended.wait()
    assert [entry.in_flight for entry in platform.gateway.statistics] == [0]
    writer.close()


async def test_a_slow_body_above_the_least_rate_comes_through(start: Start, upstream: str) -> None:
    async def slowly() -> AsyncIterator[bytes]:
        for _ in range(8):
            yield bytes(200)
            await asyncio.sleep(0.1)

    platform = await start(
        order_service_url=upstream, client_timeout_s=0.4, client_slowest_bytes_per_s=1000
    )
    assert (await platform.client.post(PATH, content=slowly())).json()["body_size"] == 1600


class TestABodyOverTheLimit:
    async def test_is_refused_by_its_length_alone(self, start: Start, upstream: str) -> None:
        platform = await start(order_service_url=upstream, max_upload_bytes=2000)
        response = await platform.client.post(PATH, content=bytes(2001))
        assert (response.status_code, response.json()["code"]) == (413, "payload_too_large")
        assert (await platform.client.post(PATH, content=bytes(2000))).status_code == 200

    async def test_is_refused_when_chunked_as_soon_as_it_is_over(
        self, start: Start, upstream: str
    ) -> None:
        platform = await start(order_service_url=upstream, max_upload_bytes=2000)

        async def endless() -> AsyncIterator[bytes]:
            for _ in range(50):
                yield bytes(1000)
                await asyncio.sleep(0.01)

        response = await platform.client.post(PATH, content=endless())
        assert (response.status_code, response.json()["code"]) == (413, "payload_too_large")

    async def test_is_not_asked_for_with_100_continue(self, start: Start, upstream: str) -> None:
        platform = await start(order_service_url=upstream, max_upload_bytes=2000)
        reader, writer = await asyncio.open_connection("127.0.0.1", platform.port)
        head = b"POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
        writer.write(head + b"Content-Length: 2001\r\n\r\n")
        assert b"413" in await reader.readline()
        writer.close()
        reader, writer = await asyncio.open_connection("127.0.0.1", platform.port)
        writer.write(head + b"Content-Length: 2\r\n\r\n")
        assert await reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
        writer.write(b"ab")
        assert b"200" in await reader.readline()
        writer.close()


async def test_many_at_once_do_not_get_each_others_answers(platform: Platform) -> None:
    async def ask(number: int) -> Any:
        return (await platform.client.get(f"{PATH}/{number}?sleep=0.0{number % 10}")).json()

    told = await asyncio.gather(*(ask(number) for number in range(200)))
    assert [t["path"] for t in told] == [f"{PATH}/{number}" for number in range(200)]


async def test_several_copies_take_turns_and_one_that_is_down_is_left_out(start: Start) -> None:
    async with running(echo) as first, running(echo) as second:
        platform = await start(order_service_url=f"{first}, http://127.0.0.1:9 ,{second}/")
        used = {
            endpoint.url: endpoint
            for endpoint in platform.gateway.upstreams["order-service"].endpoints
        }
        for _ in range(30):
            assert (await platform.client.post(PATH)).status_code == 200
        assert used[first].pool.size > 0
        assert used[second].pool.size > 0
        assert used["http://127.0.0.1:9"].circuit.state != "closed"


async def test_a_route_that_will_go_says_so_to_the_client(start: Start, raw: Raw) -> None:
    told = b"Deprecation: @1767225600\r\nSunset: Thu, 01 Jan 2027 00:00:00 GMT\r\n"
    raw.behaviours = [raw.answering(OK.replace(b"OK\r\n", b"OK\r\n" + told))]
    platform = await start(order_service_url=raw.url)
    response = await platform.client.get(PATH)
    assert response.headers["deprecation"] == "@1767225600"
    assert response.headers["sunset"] == "Thu, 01 Jan 2027 00:00:00 GMT"


@pytest.mark.parametrize(
    "parent",
    [
        "nonsense",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
    ],
)
async def test_a_malformed_trace_is_replaced_and_its_state_dropped(
    platform: Platform, parent: str
) -> None:
    sent = {"traceparent": parent, "tracestate": "vendor=1"}
    passed = dict((await platform.client.get(PATH, headers=sent)).json()["headers"])
    assert passed["traceparent"].split("-")[1] not in parent
    assert "tracestate" not in passed
    sent["traceparent"] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
    passed = dict((await platform.client.get(PATH, headers=sent)).json()["headers"])
    assert passed["tracestate"] == "vendor=1"


async def test_what_the_upstream_says_itself_is_not_said_twice(start: Start, raw: Raw) -> None:
    own = b"X-Frame-Options: SAMEORIGIN\r\nX-Request-Id: its-own\r\nDate: yesterday\r\n"
    raw.behaviours = [raw.answering(OK.replace(b"OK\r\n", b"OK\r\n" + own))]
    platform = await start(order_service_url=raw.url)
    headers = (await platform.client.get(PATH, headers={"X-Request-Id": "ours"})).headers
    assert headers.get_list("x-frame-options") == ["SAMEORIGIN"]
    assert headers.get_list("x-request-id") == ["ours"]
    assert len(headers.get_list("date")) == 1
    assert headers["date"] != "yesterday"


async def test_where_anybody_is_let_in_the_edge_keeps_from_acting_who_only_looks(
    platform: Platform,
) -> None:
    """Services ask for the token everywhere else, refuse it there and write the attempt down."""
    eyes = bearer(new_id(), actor_id=new_id())
    looked = await platform.client.get(f"{PATH}/1", headers=eyes)
    refused = [
        await platform.client.request(method, f"{PATH}/1", headers=eyes)
        for method in ("POST", "PUT", "PATCH", "DELETE")
    ]
    assert looked.status_code == 200
    assert [(one.status_code, one.json()["code"]) for one in refused] == [(403, "view_only")] * 4
