"""Requests that two servers could read differently, sent byte by byte at the real gateway."""

import asyncio
import re
from contextlib import suppress

import pytest
from platforms import Platform

H = b"Host: lapa\r\n"
GOOD = b"GET /api/v1/orders HTTP/1.1\r\n" + H + b"\r\n"


async def say(port: int, request: bytes, *, answers: int = 1) -> list[int]:
    """The statuses of that many answers, and of whatever else comes right after them."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    answered = b""
    with suppress(TimeoutError, ConnectionError):
        while piece := await asyncio.wait_for(
            reader.read(65536), 5 if len(_statuses(answered)) < answers else 0.1
        ):
            answered += piece
    writer.close()
    return _statuses(answered)


def _statuses(answered: bytes) -> list[int]:
    return [int(status) for status in re.findall(rb"HTTP/1\.1 ([0-9]{3}) ", answered)]


def get(*lines: bytes, path: bytes = b"/api/v1/orders") -> bytes:
    return b"GET %b HTTP/1.1\r\n" % path + b"".join(b"%b\r\n" % line for line in lines) + b"\r\n"


def post(*lines: bytes, body: bytes) -> bytes:
    head = b"".join(b"%b\r\n" % line for line in (H.strip(), *lines))
    return b"POST /api/v1/orders HTTP/1.1\r\n" + head + b"\r\n" + body


@pytest.mark.parametrize(
    "request_bytes",
    [
        pytest.param(get(), id="no Host"),
        pytest.param(get(b"Host: a", b"Host: b"), id="two Hosts"),
        pytest.param(get(b"Host: a b"), id="space in Host"),
        pytest.param(get(b"Host: a", b"X_User_Id: 1"), id="underscore"),
        pytest.param(get(b"Host: a", b"X-User-Id : 1"), id="space before colon"),
        pytest.param(get(b"Host: a", b"X-A: b\0c"), id="NUL in value"),
        pytest.param(get(b"Host: a", path=b"/api/v1/orders/../../internal"), id="dot segments"),
        pytest.param(get(b"Host: a", path=b"/order-service/%2e%2e/internal"), id="encoded dots"),
        pytest.param(get(b"Host: a", path=b"/order-service/%2Finternal"), id="encoded slash"),
        pytest.param(get(b"Host: a", path=b"/order-service//internal"), id="double slash"),
        pytest.param(
            post(b"Content-Length: 4", b"Transfer-Encoding: chunked", body=b"0\r\n\r\n" + GOOD),
            id="CL and TE",
        ),
        pytest.param(
            post(b"Transfer-Encoding: chunked", b"Content-Length: 4", body=b"0\r\n\r\n" + GOOD),
            id="TE and CL",
        ),
        pytest.param(post(b"Content-Length: 4", b"Content-Length: 5", body=b"abcd"), id="two CL"),
        pytest.param(post(b"Content-Length: 4, 4", body=b"abcd"), id="CL list"),
        pytest.param(post(b"Content-Length: -4", body=b"abcd"), id="negative CL"),
        pytest.param(post(b"Transfer-Encoding: xchunked", body=b"0\r\n\r\n"), id="unknown TE"),
        pytest.param(post(b"Transfer-Encoding: gzip, chunked", body=b"0\r\n\r\n"), id="TE list"),
        pytest.param(
            post(b"Transfer-Encoding: chunked, identity", body=b"0\r\n\r\n"), id="chunked not last"
        ),
        pytest.param(post(b"Transfer-Encoding: chunked", body=b"zz\r\n"), id="chunk size no hex"),
        pytest.param(get(b"Host: a", b"X-A: " + b"a" * 200_000), id="200 kB of header"),
        pytest.param(get(b"Host: a", *[b"X-A: a"] * 200), id="200 headers"),
        pytest.param(get(b"Host: a", path=b"/" + b"a" * 20_000), id="20 kB of path"),
        pytest.param(b"TRACE / HTTP/1.1\r\n" + H + b"\r\n", id="TRACE"),
        pytest.param(b"CONNECT a:1 HTTP/1.1\r\n" + H + b"\r\n", id="CONNECT"),
        pytest.param(b"GET  / HTTP/1.1\r\n" + H + b"\r\n\x16\x03", id="garbage"),
        pytest.param(b"GET / HTTP/9.9\r\n" + H + b"\r\n", id="HTTP/9.9"),
    ],
)
async def test_the_doubtful_is_refused_and_nothing_of_it_reaches_a_service(
    platform: Platform, request_bytes: bytes
) -> None:
    statuses = await say(platform.port, request_bytes)
    assert statuses, "refusals are said"
    assert 400 <= statuses[0] < 500
    reached = [entry for entry in platform.gateway.statistics if 200 in entry.statuses]
    assert reached == []


async def test_pipelined_requests_are_answered_in_order(platform: Platform) -> None:
    unknown = b"GET /nothing HTTP/1.1\r\n" + H + b"\r\n"
    assert await say(platform.port, GOOD + unknown + GOOD, answers=3) == [200, 404, 200]


async def test_a_body_of_get_is_a_body_and_no_second_request(platform: Platform) -> None:
    inner = b"GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n"
    request = get(b"Host: a", b"Content-Length: %d" % len(inner)) + inner
    assert await say(platform.port, request) == [200]


async def test_what_is_refused_cannot_hide_a_second_request_in_its_body(
    platform: Platform,
) -> None:
    request = (
        b"POST /nothing HTTP/1.1\r\n" + H + b"Content-Length: %d\r\n\r\n" % len(GOOD) + GOOD + GOOD
    )
    assert await say(platform.port, request, answers=2) == [404, 200]


@pytest.mark.parametrize(
    "path",
    [
        "/order-service/internal/v1/orders",
        "/order-service/metrics",
        "/order-service/%69nternal/v1",
        "/order-service/%6Detrics",
        "/order/internal/v1",
        "/order/metrics",
        "/internal/v1",
        "/order-service/internal",
    ],
)
async def test_what_is_internal_is_not_there(platform: Platform, path: str) -> None:
    response = await platform.client.get(path)
    assert (response.status_code, response.json()["code"]) == (404, "unknown_service")
