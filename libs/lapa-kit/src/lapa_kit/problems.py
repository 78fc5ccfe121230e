"""Expected failures and how they are said: RFC 9457 problem details with a stable `code`."""

import re
from collections.abc import Mapping
from typing import Any, ClassVar, cast

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lapa_kit import wording

log = structlog.get_logger()
MEDIA_TYPE = "application/problem+json"


class Problem(Exception):
    """Raise a subclass from a use case; the app factory turns it into a response.

    `code` defaults to the class name in snake case. `keeps = True` commits the transaction all the
    same: for refusals that must leave a trace (a wrong PIN, a refused reveal).
    """

    status: ClassVar[int]
    title: ClassVar[str]
    code: ClassVar[str]
    keeps: ClassVar[bool] = False
    headers: ClassVar[dict[str, str]] = {}

    def __init_subclass__(cls) -> None:
        if "code" not in cls.__dict__:
            cls.code = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    def __init__(self, detail: str | None = None, **extra: Any) -> None:
        super().__init__(detail or self.title)
        self.detail, self.extra = detail, extra


class BadRequest(Problem):
    status, title = 400, "The request makes no sense"


class Unauthorized(Problem):
    status, title = 401, "A valid access token is needed"
    headers: ClassVar[dict[str, str]] = {"WWW-Authenticate": "Bearer"}


class Forbidden(Problem):
    status, title = 403, "That is not yours to do"


class NotFound(Problem):
    status, title = 404, "There is no such thing"


class Conflict(Problem):
    status, title = 409, "That does not fit the present state"


class PreconditionFailed(Problem):
    status, title = 412, "It was changed by somebody else in the meantime"


class InvalidRequest(Problem):
    status, title = 422, "The request is invalid"


class TooManyRequests(Problem):
    status, title = 429, "Too many requests"


class UpstreamFailed(Problem):
    status, title = 502, "A service this one depends on failed"


class ServiceUnavailable(Problem):
    status, title = 503, "The service cannot answer now"
    headers: ClassVar[dict[str, str]] = {"Retry-After": "1"}


_CODES: dict[int, str] = {
    400: "bad_request",
    401: "unauthorized",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    413: "payload_too_large",
    415: "unsupported_media_type",
}


def problem_document(
    status: int,
    code: str,
    title: str,
    /,
    *,
    scope: Scope,
    headers: Mapping[str, str] | None = None,
    **members: Any,
) -> JSONResponse:
    """The members of RFC 9457 in their fixed order, and ours, which never take their place; texts in the
    language of Accept-Language."""
    language = _language_of(scope)
    title = wording.translated(title, language) or title
    detail: str | None = members.pop("detail", None)
    if detail and language != wording.ENGLISH:
        detail = wording.translated(detail, language)
    body = {
        "type": f"/problems/{code.replace('_', '-')}",
        "title": title,
        "status": status,
        "detail": detail or title,
        "instance": scope.get("path", ""),
        "code": code,
        "request_id": scope.get("state", {}).get("request_id"),
    }
    body |= {name: value for name, value in members.items() if name not in body}
    said = {**(headers or {}), "Content-Language": language, "Vary": "Accept-Language"}
    return JSONResponse(body, status, said, media_type=MEDIA_TYPE)


def _language_of(scope: Scope) -> str:
    headers: list[tuple[bytes, bytes]] = scope.get("headers", [])
    said = next((value for name, value in headers if name == b"accept-language"), b"")
    return wording.preferred(said.decode("latin-1"))


def problem_response(request: Request, problem: Problem) -> JSONResponse:
    headers = dict(problem.headers)
    if retry_after := problem.extra.get("retry_after"):
        headers["Retry-After"] = str(retry_after)
    return problem_document(
        problem.status,
        problem.code,
        problem.title,
        scope=request.scope,
        headers=headers,
        detail=problem.detail,
        **problem.extra,
    )


def _field_error(error: dict[str, Any], language: str) -> dict[str, str]:
    field = ".".join(str(part) for part in error["loc"])
    message = wording.translated(error["msg"], language) or error["msg"]
    return {"field": field, "message": message, "code": error["type"]}


async def _expected(request: Request, exc: Exception) -> JSONResponse:
    return problem_response(request, cast(Problem, exc))


async def _invalid(request: Request, exc: Exception) -> JSONResponse:
    found = cast(RequestValidationError, exc).errors()
    errors = [_field_error(error, _language_of(request.scope)) for error in found]
    return problem_response(request, InvalidRequest(found[0]["msg"], errors=errors))


async def _http(request: Request, exc: Exception) -> JSONResponse:
    error = cast(HTTPException, exc)
    code = _CODES.get(error.status_code, "http_error")
    return problem_document(
        error.status_code, code, str(error.detail), scope=request.scope, headers=error.headers
    )


def install(app: FastAPI) -> None:
    app.add_exception_handler(Problem, _expected)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


class LastResort:
    """Outermost layer: an unexpected exception is logged once and answered 500 without detail.

    Starlette's own handler for `Exception` raises again after answering, so the server would log a
    second time.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception:
            log.exception("request.crashed", path=scope["path"])
            if started:
                raise  # the server cuts the connection: half an answer must not look whole
            title = "Something went wrong on our side"
            answer = problem_document(500, "internal_error", title, scope=scope)
            await answer(scope, receive, send)


def problems(*kinds: type[Problem]) -> dict[int | str, dict[str, Any]]:
    """`responses=problems(OrderNotFound)` documents the refusals of an endpoint in its OpenAPI."""
    documented: dict[int | str, dict[str, Any]] = {}
    for kind in kinds:
        known = documented.setdefault(kind.status, _problem_schema(""))
        line = f"`{kind.code}`: {kind.title}"
        known["description"] = "\n\n".join(filter(None, [known["description"], line]))
    return documented


def _problem_schema(description: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": description, "content": {MEDIA_TYPE: {"schema": schema}}}
