"""What is allowed to come in, and as what it goes on: the one place that decides it, for every lane."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol
from urllib.parse import unquote_to_bytes

from app.relay.headers import HOP_BY_HOP, Headers, named_by_connection
from lapa_kit.problems import BadRequest, Problem
from lapa_kit.telemetry import TRACEPARENT

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
LONGEST_TARGET = 8 * 1024
LARGEST_HEAD = 32 * 1024
MOST_HEADERS = 100

IDENTITY = re.compile(
    rb"x-(user|auth|internal|service|forwarded|remote)(-.+)?"
    rb"|x-(real-ip|client-ip|cluster-client-ip|original-.+|rewrite-.+|http-method-override)"
)
"""Headers that services behind a gateway tend to believe: nobody outside may say them."""
NEVER_PASSED = HOP_BY_HOP | {
    b"content-length",
    b"expect",
    b"forwarded",
    b"host",
    b"remote-user",
    b"true-client-ip",
    b"traceparent",
    b"x-request-id",
}

SPEAKING = frozenset({b"host", b"content-length", b"transfer-encoding"})
PASSES, ENDS, SAYS, REFUSED = range(1, 5)
"""What a header's name makes of it: it goes on, ends here, tells us something, or is refused."""
MOST_NAMES = 2000
_roles: dict[bytes, int] = {}

ANY_HOST = ("*",)
FOR_PROBES = frozenset({"/health", "/health/ready", "/metrics"})
"""Asked by machines that know the gateway by its address alone."""

_HOST = re.compile(rb"([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?")
_HEADER_NAME = re.compile(rb"[a-z0-9!#$%&'*+.^`|~-]+")


class MalformedRequest(BadRequest):
    title = "The request is not one that every server reads alike"


class MethodNotAllowed(Problem):
    status, title = 405, "This method is not served here"


class UriTooLong(Problem):
    status, title = 414, "The address is too long"


class HeadersTooLarge(Problem):
    status, title = 431, "The headers are too large"


class PayloadTooLarge(Problem):
    status, title = 413, "The body is larger than this route takes"


class UnsupportedMediaType(Problem):
    status, title = 415, "This operation takes no body of that type"


class MisdirectedRequest(Problem):
    status, title = 421, "This host is not served here"


class Framing(NamedTuple):
    """What the headers of a request say about it."""

    host: bytes
    length: int | None
    """Of the body: 0 none, None chunked."""
    content_type: str
    """Of the body, as it was said; empty when there is none, or nothing was."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A request that passed: its path decoded, and what its headers say about itself."""

    path: str
    framing: Framing


def examine(
    method: str, raw_path: bytes, query: bytes, headers: Headers, allowed_hosts: Sequence[str]
) -> Incoming:
    """Raises the Problem that says what is wrong. Names of headers come in lower case."""
    path = examine_target(method, raw_path, query)
    framing = examine_headers(headers, ANY_HOST if path in FOR_PROBES else allowed_hosts)
    return Incoming(path, framing)


def examine_target(method: str, raw_path: bytes, query: bytes) -> str:
    """The decoded path."""
    if method not in METHODS:
        raise MethodNotAllowed(f"{method} is not served here.")
    if len(raw_path) + len(query) > LONGEST_TARGET:
        raise UriTooLong
    return _decoded(raw_path)


def examine_headers(headers: Headers, allowed_hosts: Sequence[str]) -> Framing:
    if len(headers) > MOST_HEADERS or sum(len(n) + len(v) for n, v in headers) > LARGEST_HEAD:
        raise HeadersTooLarge
    host: bytes | None = None
    length: bytes | None = None
    encoding: bytes | None = None
    for name, value in headers:
        role = _roles.get(name) or _role_of(name)
        if role == SAYS:
            if name == b"host":
                host = _only(name, host, value)
            elif name == b"content-length":
                length = _only(name, length, value)
            elif name == b"transfer-encoding":
                encoding = _only(name, encoding, value)
        elif role == REFUSED:
            raise MalformedRequest(f"The header name {name.decode('latin-1')!r} is not allowed.")
    size = _body_length(length, encoding)
    return Framing(_served(host, allowed_hosts), size, "" if size == 0 else _content_type(headers))


def _role_of(name: bytes) -> int:
    """Remembered, because the names are few; not without end, because they are the client's."""
    if not _HEADER_NAME.fullmatch(name):
        role = REFUSED
    elif name in SPEAKING:
        role = SAYS
    else:
        role = ENDS if name in NEVER_PASSED or IDENTITY.fullmatch(name) else PASSES
    if len(_roles) < MOST_NAMES:
        _roles[name] = role
    return role


def _only(name: bytes, known: bytes | None, value: bytes) -> bytes:
    if known is not None:
        raise MalformedRequest(f"The header {name.decode()} is given twice.")
    return value


def _served(host: bytes | None, allowed: Sequence[str]) -> bytes:
    if host is None or not (parts := _HOST.fullmatch(host)):
        raise MalformedRequest("Exactly one valid Host header is needed.")
    name = parts[1].decode().lower()
    for pattern in allowed:
        if pattern in ("*", name) or (pattern.startswith("*.") and name.endswith(pattern[1:])):
            return host
    raise MisdirectedRequest


def _body_length(length: bytes | None, encoding: bytes | None) -> int | None:
    if encoding is not None:
        if length is not None:
            raise MalformedRequest("Content-Length and Transfer-Encoding exclude each other.")
        if encoding.strip().lower() != b"chunked":
            raise MalformedRequest("The only Transfer-Encoding served is chunked.")
        return None
    if length is None:
        return 0
    if not length.isdigit() or len(length) > 15:
        raise MalformedRequest("The Content-Length is not a number.")
    return int(length)


def _content_type(headers: Headers) -> str:
    """Of several none: which one a service would believe cannot be known."""
    said = [value for name, value in headers if name == b"content-type"]
    if len(said) > 1:
        raise MalformedRequest("The header content-type is given twice.")
    return said[0].decode("latin-1") if said else ""


def _decoded(raw_path: bytes) -> str:
    """The path as a service will read it; refused when two readers could differ about it."""
    if not raw_path.startswith(b"/"):
        raise MalformedRequest("The path must begin with /.")
    text = raw_path.decode("latin-1")
    is_plain = raw_path.isascii() and text.isprintable()
    if is_plain and not ("%" in text or "/." in text or "//" in text or "\\" in text):
        return text
    path = raw_path
    for _ in range(3):  # a service behind may decode once more than it should
        if b"//" in path or b"\\" in path or any(byte < 0x20 or byte == 0x7F for byte in path):
            raise MalformedRequest("The path holds empty segments or forbidden characters.")
        if any(segment in (b".", b"..") for segment in path.split(b"/")):
            raise MalformedRequest("The path holds dot segments.")
        decoded = unquote_to_bytes(path)
        if decoded == path:
            break
        if decoded.count(b"/") != path.count(b"/"):
            raise MalformedRequest("The path holds an encoded slash.")
        path = decoded
    try:
        return unquote_to_bytes(raw_path).decode()
    except UnicodeDecodeError:
        raise MalformedRequest("The path is not UTF-8.") from None


def is_traced(parent: bytes) -> bool:
    return TRACEPARENT.fullmatch(parent.decode("latin-1")) is not None


class Onward(Protocol):
    def __call__(self, headers: Headers, *, host: bytes, client: str, scheme: str) -> Headers: ...


def onward(headers: Headers, *, host: bytes, client: str, scheme: str) -> Headers:
    """The headers that go to an upstream; whatever says who is calling is ours alone to say."""
    passed = [
        header for header in headers if (_roles.get(header[0]) or _role_of(header[0])) == PASSES
    ]
    if not any(name == b"traceparent" and is_traced(value) for name, value in headers):
        passed = [header for header in passed if header[0] != b"tracestate"]
    if named := named_by_connection(headers):
        passed = [header for header in passed if header[0] not in named]
    return [
        (b"host", host),
        *passed,
        (b"x-forwarded-for", client.encode()),
        (b"x-forwarded-proto", scheme.encode()),
        (b"x-forwarded-host", host),
    ]


def onward_websocket(headers: Headers, *, host: bytes, client: str, scheme: str) -> Headers:
    """The same for a handshake, of which the client for upstreams writes its own part."""
    return [
        header
        for header in onward(headers, host=host, client=client, scheme=scheme)
        if header[0] not in (b"host", b"origin") and not header[0].startswith(b"sec-websocket-")
    ]
