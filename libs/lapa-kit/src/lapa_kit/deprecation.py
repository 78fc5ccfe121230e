"""Saying of an operation that it will go: in its document, and by headers of its answers (RFC 9745, RFC 8594)."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from typing import Any, TypedDict

SINCE, SUNSET = "x-deprecated-since", "x-sunset"
HEADERS = (b"deprecation", b"sunset")


class Deprecated(TypedDict):
    deprecated: bool
    openapi_extra: dict[str, Any]


def deprecated(*, since: date, sunset: date, **extra: Any) -> Deprecated:
    """`@router.get("/old", **deprecated(since=..., sunset=...))`; `extra` is more of `openapi_extra`."""
    told = {SINCE: since.isoformat(), SUNSET: sunset.isoformat()}
    return {"deprecated": True, "openapi_extra": {**extra, **told}}


def deprecation_headers(operation: Mapping[str, Any]) -> list[tuple[bytes, bytes]]:
    """What the answers of an operation of an OpenAPI document have to say; raises ValueError for no dates."""
    if not operation.get("deprecated"):
        return []
    said = ((SINCE, HEADERS[0], _as_deprecation), (SUNSET, HEADERS[1], _as_sunset))
    return [
        (header, form(_midnight(operation[name])).encode())
        for name, header, form in said
        if name in operation
    ]


def _midnight(text: str) -> datetime:
    return datetime.combine(date.fromisoformat(text), time(), UTC)


def _as_deprecation(moment: datetime) -> str:
    return f"@{int(moment.timestamp())}"


def _as_sunset(moment: datetime) -> str:
    return format_datetime(moment, usegmt=True)
