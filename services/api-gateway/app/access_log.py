"""One line of JSON a request, written past the kit's longer chain: here it is the hot path."""

import logging
import sys
from collections.abc import MutableMapping
from functools import cache
from typing import Any

import orjson
import structlog

from lapa_kit.telemetry import user_hash
from lapa_kit.tokens import Claims


@cache
def is_wanted() -> bool:
    """As LOG_LEVEL says, which does not change while the process lives."""
    return logging.getLogger("access").isEnabledFor(logging.INFO)


@cache
def _log() -> Any:
    return structlog.wrap_logger(
        structlog.BytesLogger(sys.stdout.buffer),
        processors=[
            _origin,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(serializer=orjson.dumps),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    ).bind()


def _origin(_: Any, level: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {"service": "api-gateway", "logger": "access", "level": level, **line}


def write(claims: Claims | None, **line: Any) -> None:
    """`line` without its empty fields; who it was only as a hash."""
    if is_wanted():
        user = user_hash(claims.user_id) if claims else None
        told = {name: value for name, value in {**line, "user": user}.items() if value is not None}
        _log().info("request", **told)
