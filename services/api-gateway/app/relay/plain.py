"""The head of an ordinary answer read in one look; whatever is not quite ordinary is left to the parser."""

from typing import NamedTuple

from app.relay.headers import ADDED, BODILESS, HOP_BY_HOP, SAID_BY_US

LARGEST_HEAD = 64 * 1024
MOST_NAMES = 2000
VISIBLE = bytes([0x09, *range(0x20, 0x7F), *range(0x80, 0x100)])
TOKEN = frozenset(b"!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz")

PASSED, DROPPED, LENGTH, CONNECTION, ODD = range(5)

STATUSES = {
    b"HTTP/1.1 %d " % status: status for status in range(200, 600) if status not in BODILESS
}
_kinds: dict[bytes, int] = {}


class Plain(NamedTuple):
    """An answer whose body is of a known length, on a connection that stays."""

    status: int
    passed: bytes
    """The lines of the headers that go on to the client."""
    length: int
    size: int
    """Of the head in bytes."""


def read_plain(data: bytes) -> Plain | None:
    end = data.find(b"\r\n\r\n")
    status = STATUSES.get(data[:13])
    if end < 0 or end > LARGEST_HEAD or status is None:
        return None
    head = data[:end]
    lines = head.split(b"\r\n")
    if head.translate(None, VISIBLE) != b"\r\n" * (len(lines) - 1):
        return None
    passed: list[bytes] = []
    length: bytes | None = None
    del lines[0]
    for line in lines:
        name, colon, value = line.partition(b":")
        kind = kind_of(name) if colon else ODD
        if kind == PASSED:
            passed.append(line)
        elif kind == LENGTH and length is None:
            length = value.strip(b" \t")
            passed.append(line)
        elif kind in (ODD, LENGTH) or (kind == CONNECTION and _ends(value)):
            return None
    if length is None or not length.isdigit() or len(length) > 15:
        return None
    return Plain(status, b"\r\n".join(passed), int(length), end + 4)


def _ends(connection: bytes) -> bool:
    return connection.strip(b" \t").lower() != b"keep-alive"


def kind_of(name: bytes) -> int:
    """What becomes of a header."""
    kind = _kinds.get(name)
    if kind is None:
        kind = _new_kind(name)
        if len(_kinds) < MOST_NAMES:
            _kinds[name] = kind
    return kind


def _new_kind(name: bytes) -> int:
    lower = name.lower()
    if not name or not TOKEN.issuperset(lower) or lower in ADDED:
        return ODD
    if lower == b"content-length":
        return LENGTH
    if lower == b"connection":
        return CONNECTION
    if lower in SAID_BY_US or lower == b"keep-alive" or lower.startswith(b"access-control-"):
        return DROPPED
    return ODD if lower in HOP_BY_HOP else PASSED
