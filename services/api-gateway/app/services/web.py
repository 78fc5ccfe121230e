"""The web app as files: hashed assets for ever, the page itself never, each page address to the one page."""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

HASHED = "/assets/"
FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
PAGE_POLICY = (
    "default-src 'self'; img-src 'self' data: blob: https:; style-src 'self' 'unsafe-inline'; "
    "font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'none'"
)


class Web:
    """Serves WEB_DIST; without one there is nothing but the API's own page."""

    def __init__(self, dist: Path | None) -> None:
        self._dist = dist
        self._files = StaticFiles(directory=dist, check_dir=False) if dist else None

    async def answer(self, scope: Scope, receive: Receive, send: Send, *, page: bool) -> bool:
        """Answer with the file of that path, else with the app's page if one is asked for."""
        if scope["method"] not in ("GET", "HEAD"):
            return False
        response = await self._file(scope) or (self._page() if page else None)
        if response is None:
            return False
        await response(scope, receive, send)
        return True

    async def _file(self, scope: Scope) -> Response | None:
        path: str = scope["path"]
        if self._files is None or path == "/" or path == "/index.html":
            return None
        try:
            response = await self._files.get_response(path.lstrip("/"), scope)
        except HTTPException:
            return None
        response.headers["Cache-Control"] = FOR_EVER if path.startswith(HASHED) else ASK_AGAIN
        return response

    def _page(self) -> Response | None:
        index = self._dist / "index.html" if self._dist else None
        if index is None or not index.is_file():
            return None
        headers = {"Cache-Control": ASK_AGAIN, "Content-Security-Policy": PAGE_POLICY}
        return FileResponse(index, headers=headers, media_type="text/html")
