"""Sending stored bytes: conditional, in ranges, and never as anything a browser would run."""

import re
from collections.abc import AsyncIterator
from urllib.parse import quote

from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from app import storage
from app.services.viewing import Content
from lapa_kit.problems import Problem

SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-site",
    "Accept-Ranges": "bytes",
}


class RangeNotSatisfiable(Problem):
    status, title = 416, "The file has no such range"


async def serve(request: Request, content: Content) -> Response:
    """200, 206 or 304. A Range of several parts is answered with the whole, as RFC 9110 allows."""
    etag = f'"{content.etag}"'
    headers = {**SAFE, "ETag": etag, "Cache-Control": _caching(content)}
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    size = await storage.size_of(content.key)
    asked = _range(request, etag, size)
    start, end = asked or (0, size)
    headers |= {
        "Content-Length": str(end - start),
        "Content-Disposition": _disposition(content),
    }
    if asked:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    body: AsyncIterator[bytes] = storage.read(content.key, start, end)
    status = 206 if asked else 200
    return StreamingResponse(body, status, headers, media_type=content.media_type)


def _caching(content: Content) -> str:
    """A version never changes, so its reader may keep it; documents leave no copy."""
    return "no-store" if content.is_sealed else "private, max-age=86400, immutable"


def _disposition(content: Content) -> str:
    kind = "inline" if content.media_type.startswith("image/") else "attachment"
    return f"{kind}; filename*=UTF-8''{quote(content.filename, safe='')}"


def _range(request: Request, etag: str, size: int) -> tuple[int, int] | None:
    """[start, end) of a single range; None when all is to be sent. Raises RangeNotSatisfiable."""
    asked = re.fullmatch(r"bytes=(\d{0,18})-(\d{0,18})", request.headers.get("range", ""))
    if not asked or not any(asked.groups()) or request.headers.get("if-range", etag) != etag:
        return None
    first, last = asked.groups()
    if not first:
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(int(last) + 1 if last else size, size)
    if start >= end:
        raise RangeNotSatisfiable(size=size)
    return start, end
