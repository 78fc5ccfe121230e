"""Answers as bytes, written past the framework."""

import re

from starlette.requests import Request
from uvicorn.protocols.http.httptools_impl import STATUS_LINE

from app.relay.connection import Connection
from app.relay.errors import Malformed
from app.relay.headers import BODILESS, Headers, end_to_end, with_added
from app.relay.plain import Plain
from app.visit import Visit
from lapa_kit.problems import Problem, problem_response

CLOSE = b"connection: close\r\n"
CHUNKED = b"transfer-encoding: chunked\r\n"

_BAD_NAME = re.compile(b'[\x00-\x1f\x7f()<>@,;:\\[\\]={} \t\\\\"]')
_BAD_VALUE = re.compile(b"[\x00-\x08\x0a-\x1f\x7f]")


def plain(answer: Plain, visit: Visit, closing: bytes, body: bytes) -> bytes:
    """The head, and what is at hand of the body."""
    status, added = STATUS_LINE[answer.status], visit.added_as_lines()
    return b"%b%b\r\n%b%b\r\n%b" % (status, answer.passed, added, closing, body)


def parsed_head(
    connection: Connection, visit: Visit, closing: bytes, *, has_body: bool
) -> tuple[bytes, bool]:
    """The head, and whether the body has to be chunked. Raises Malformed."""
    headers = end_to_end(connection.headers, without_body=connection.status in BODILESS)
    if any(_BAD_NAME.search(name) or _BAD_VALUE.search(value) for name, value in headers):
        raise Malformed("a header that is none")
    is_chunked = has_body and all(name != b"content-length" for name, _ in headers)
    if is_chunked:
        closing = CHUNKED + closing
    return head(connection.status, with_added(headers, visit.added()), closing), is_chunked


def problem(
    visit: Visit, path: str, refusal: Problem, closing: bytes, languages: bytes = b""
) -> bytes:
    """The whole answer, in one of the `languages` that the client would have."""
    scope = {
        "type": "http",
        "path": path,
        "headers": [(b"accept-language", languages)],
        "state": {"request_id": visit.request_id},
    }
    response = problem_response(Request(scope), refusal)
    headers = with_added(list(response.raw_headers), visit.added())
    body = b"" if visit.method == "HEAD" else bytes(response.body)
    return head(refusal.status, headers, closing) + body


def head(status: int, headers: Headers, closing: bytes) -> bytes:
    lines = b"".join([b"%b: %b\r\n" % header for header in headers])
    return b"%b%b%b\r\n" % (STATUS_LINE[status], lines, closing)
