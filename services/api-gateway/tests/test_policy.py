"""What is let in, and as what it goes on; the probes with raw sockets are in test_smuggling.py."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import policy
from lapa_kit.problems import Problem

HOST = (b"host", b"lapa.example")


def examine(
    path: bytes = b"/api/v1/orders",
    headers: tuple[tuple[bytes, bytes], ...] = (HOST,),
    method: str = "GET",
    query: bytes = b"",
    allowed: tuple[str, ...] = ("*",),
) -> policy.Incoming:
    return policy.examine(method, path, query, list(headers), allowed)


@pytest.mark.parametrize(
    ("path", "read_as"),
    [
        (b"/", "/"),
        (b"/api/v1/orders/", "/api/v1/orders/"),
        (b"/.well-known/jwks.json", "/.well-known/jwks.json"),
        (b"/a/..b/c..", "/a/..b/c.."),
        (b"/a/...", "/a/..."),
        (b"/caf%C3%A9", "/café"),
        (b"/a%20b", "/a b"),
        (b"/100%25", "/100%"),
        (b"/a:b@c;d=e,f", "/a:b@c;d=e,f"),
    ],
)
def test_an_ordinary_path_is_read_once(path: bytes, read_as: str) -> None:
    assert examine(path).path == read_as


@pytest.mark.parametrize(
    "path",
    [
        b"",
        b"relative",
        b"*",
        b"/..",
        b"/a/..",
        b"/a/../b",
        b"/a/./b",
        b"/a/.",
        b"/a/%2e%2e/b",
        b"/a/%2E./b",
        b"/a/.%2e",
        b"/a/%252e%252e/b",
        b"/a/%25%32%65%25%32%65/b",
        b"/a%2fb",
        b"/a%2Fb",
        b"/a%252fb",
        b"/a%5cb",
        b"/a\\b",
        b"/a//b",
        b"//a",
        b"/a%00b",
        b"/a%0d%0ab",
        b"/a%7f",
        b"/a\x80",
        b"/a%ff",
        b"/order-service/%2e%2e/internal/v1",
    ],
)
def test_a_path_that_two_servers_could_read_differently_is_refused(path: bytes) -> None:
    with pytest.raises(policy.MalformedRequest):
        examine(path)


@given(st.binary(max_size=40))
def test_no_path_ever_reads_as_something_with_dot_segments(path: bytes) -> None:
    try:
        read_as = examine(b"/" + path).path
    except Problem:
        return
    assert not {".", ".."} & set(read_as.split("/"))
    assert "//" not in read_as
    assert "\\" not in read_as


@pytest.mark.parametrize(
    "headers",
    [
        (),
        (HOST, HOST),
        ((b"host", b""),),
        ((b"host", b"a b"),),
        ((b"host", b"evil/@lapa.example"),),
        ((b"host", b"lapa.example:999999"),),
        (HOST, (b"content-length", b"1"), (b"content-length", b"1")),
        (HOST, (b"content-length", b"+1")),
        (HOST, (b"content-length", b"1, 1")),
        (HOST, (b"content-length", b"\xb9")),
        (HOST, (b"content-length", b"9" * 20)),
        (HOST, (b"content-length", b"1"), (b"transfer-encoding", b"chunked")),
        (HOST, (b"transfer-encoding", b"chunked"), (b"transfer-encoding", b"chunked")),
        (HOST, (b"transfer-encoding", b"gzip, chunked")),
        (HOST, (b"transfer-encoding", b"identity")),
        (HOST, (b"x_user_id", b"1")),
        (HOST, (b"content_length", b"1")),
        (HOST, (b"x-user-id ", b"1")),
        (HOST, (b"", b"1")),
    ],
)
def test_headers_that_two_servers_could_read_differently_are_refused(
    headers: tuple[tuple[bytes, bytes], ...],
) -> None:
    with pytest.raises(policy.MalformedRequest):
        examine(headers=headers)


@pytest.mark.parametrize(
    ("headers", "length"),
    [
        ((HOST,), 0),
        ((HOST, (b"content-length", b"0")), 0),
        ((HOST, (b"content-length", b"17")), 17),
        ((HOST, (b"transfer-encoding", b"Chunked")), None),
    ],
)
def test_the_length_of_the_body_is_known_or_open(
    headers: tuple[tuple[bytes, bytes], ...], length: int | None
) -> None:
    assert examine(headers=headers).framing.length == length


@pytest.mark.parametrize(
    ("excess", "problem"),
    [
        ({"path": b"/" + b"a" * 9000}, policy.UriTooLong),
        ({"query": b"a" * 9000}, policy.UriTooLong),
        ({"headers": (HOST, (b"x-a", b"a" * 40_000))}, policy.HeadersTooLarge),
        ({"headers": (HOST, *[(b"x-a", b"a")] * 100)}, policy.HeadersTooLarge),
        ({"method": "TRACE"}, policy.MethodNotAllowed),
        ({"method": "CONNECT"}, policy.MethodNotAllowed),
    ],
)
def test_everything_has_a_limit(excess: dict[str, object], problem: type[Problem]) -> None:
    with pytest.raises(problem):
        examine(**excess)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("host", "is_served"),
    [
        (b"lapa.example", True),
        (b"LAPA.example:8080", True),
        (b"api.lapa.test", True),
        (b"lapa.test", False),
        (b"other.example", False),
        (b"lapa.example.evil", False),
        (b"[::1]:8080", False),
    ],
)
def test_only_the_hosts_of_the_settings_are_served(host: bytes, is_served: bool) -> None:
    allowed = ("lapa.example", "*.lapa.test")
    if is_served:
        assert examine(headers=((b"host", host),), allowed=allowed).framing.host == host
    else:
        with pytest.raises(policy.MisdirectedRequest):
            examine(headers=((b"host", host),), allowed=allowed)


def onward(*headers: tuple[bytes, bytes]) -> dict[bytes, bytes]:
    return dict(policy.onward(list(headers), host=b"h", client="1.2.3.4", scheme="https"))


@pytest.mark.parametrize(
    "name",
    [
        b"x-user-id",
        b"x-user",
        b"x-user-roles",
        b"x-auth-request-email",
        b"x-internal-token",
        b"x-service-name",
        b"x-remote-user",
        b"x-real-ip",
        b"x-forwarded-port",
        b"x-forwarded-prefix",
        b"x-original-url",
        b"x-rewrite-url",
        b"x-http-method-override",
        b"x-client-ip",
        b"forwarded",
        b"remote-user",
        b"true-client-ip",
        b"upgrade",
        b"te",
        b"expect",
        b"proxy-authorization",
    ],
)
def test_nobody_outside_may_say_who_he_is(name: bytes) -> None:
    assert name not in onward(HOST, (name, b"evil"))


def test_who_is_calling_is_said_by_the_gateway_alone() -> None:
    passed = onward(HOST, (b"x-forwarded-for", b"6.6.6.6"), (b"x-forwarded-proto", b"ftp"))
    assert passed[b"x-forwarded-for"] == b"1.2.3.4"
    assert passed[b"x-forwarded-proto"] == b"https"
    assert passed[b"x-forwarded-host"] == b"h"


@pytest.mark.parametrize(
    "name", [b"authorization", b"cookie", b"idempotency-key", b"if-match", b"x-client-version"]
)
def test_what_belongs_to_the_request_goes_on(name: bytes) -> None:
    assert onward(HOST, (name, b"kept"))[name] == b"kept"
