"""The head of an answer with the same headers, in the same order, as one before: read by one regular expression.

A service's answers mostly differ in values alone, so a connection remembers the shape of the last one.
"""

import re
from functools import lru_cache

from app.relay.plain import CONNECTION, LARGEST_HEAD, LENGTH, PASSED, STATUSES, Plain, kind_of

VALUE = rb"[^\x00-\x08\x0a-\x1f\x7f]*"
BLANK = rb"[ \t]*"
_PATTERNS = {
    LENGTH: rb"(?P<length>[0-9]{1,15})" + BLANK,
    CONNECTION: rb"(?i:keep-alive)" + BLANK,
}


class Shape:
    """`read` answers what `read_plain` would, or None for a head that is not of this shape."""

    __slots__ = ("_match", "_passed")

    def __init__(self, names: tuple[bytes, ...]) -> None:
        lines = [rb"(HTTP/1\.1 [0-9]{3} )" + VALUE]
        passed: list[int] = []
        groups = 1
        for name in names:
            kind = kind_of(name)
            line = re.escape(name) + b":" + BLANK + _PATTERNS.get(kind, VALUE)
            if kind in (PASSED, LENGTH):
                groups += 1
                passed.append(groups)
                groups += kind == LENGTH
                line = b"(" + line + b")"
            lines.append(line)
        self._match = re.compile(rb"\r\n".join(lines) + rb"\r\n\r\n").match
        self._passed = tuple(passed)

    def read(self, data: bytes) -> Plain | None:
        found = self._match(data)
        if found is None or found.end() > LARGEST_HEAD:
            return None
        status = STATUSES.get(found[1])
        if status is None:
            return None
        passed = b"\r\n".join([found[group] for group in self._passed])
        return Plain(status, passed, int(found["length"]), found.end())


@lru_cache(256)
def _shape(names: tuple[bytes, ...]) -> Shape:
    return Shape(names)


def shape_of(data: bytes, plain: Plain) -> Shape:
    """Of a head that `read_plain` has read."""
    lines = data[: plain.size - 4].split(b"\r\n")
    return _shape(tuple(line.partition(b":")[0] for line in lines[1:]))
