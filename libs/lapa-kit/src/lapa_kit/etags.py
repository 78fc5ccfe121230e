"""Optimistic concurrency over HTTP: a resource's version as its ETag, checked by If-Match."""

import re
from typing import Annotated

from fastapi import Depends, Header, Response

from lapa_kit.problems import BadRequest, PreconditionFailed


class InvalidEtag(BadRequest):
    title = "If-Match must carry an ETag this service gave"


async def _version_from_header(
    if_match: Annotated[str | None, Header(description="The ETag last seen, or *")] = None,
) -> int | None:
    if if_match is None or if_match.strip() == "*":
        return None
    known = re.fullmatch(r'(?:W/)?"v(\d{1,18})"', if_match.strip())
    if not known:
        raise InvalidEtag
    return int(known.group(1))


IfMatch = Annotated[int | None, Depends(_version_from_header)]
"""The version the caller has seen; None when he does not care."""


def check_version(current: int, expected: int | None) -> None:
    """Raises PreconditionFailed (412) when somebody else was faster."""
    if expected is not None and expected != current:
        raise PreconditionFailed(
            "Load it again and repeat your change.", current_etag=etag_of(current)
        )


def etag_of(version: int) -> str:
    return f'"v{version}"'


def set_etag(response: Response, version: int) -> None:
    response.headers["ETag"] = etag_of(version)
