"""The Swagger page over the merged document, with its scripts from here: it works without the internet."""

from pathlib import Path

import fastapi_offline
from fastapi.openapi.docs import get_swagger_ui_html
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

ASSETS = "/docs/assets"
PAGE_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'"
)
_files = StaticFiles(directory=Path(fastapi_offline.__file__).parent / "static")


async def answer_with_docs(scope: Scope, receive: Receive, send: Send) -> bool:
    """Answer `/docs`, and what the page needs under `/docs/assets`."""
    path: str = scope["path"]
    if path.startswith(f"{ASSETS}/"):
        try:
            response = await _files.get_response(path.removeprefix(f"{ASSETS}/"), scope)
        except HTTPException:
            return False
        response.headers["Cache-Control"] = "public, max-age=86400"
    elif path == "/docs":
        response = _page()
    else:
        response = RedirectResponse("/docs")
    await response(scope, receive, send)
    return True


def _page() -> Response:
    page = get_swagger_ui_html(
        openapi_url="/openapi.json",
        title="Lapa API",
        swagger_js_url=f"{ASSETS}/swagger-ui-bundle.js",
        swagger_css_url=f"{ASSETS}/swagger-ui.css",
        swagger_favicon_url=f"{ASSETS}/favicon.png",
        swagger_ui_parameters={
            "persistAuthorization": True,
            "docExpansion": "none",
            "filter": True,
            "displayRequestDuration": True,
        },
    )
    page.headers["Content-Security-Policy"] = PAGE_POLICY
    return page
