"""The OpenAPI document: what is served is what is advertised."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute, iter_route_contexts
from pydantic import BaseModel

from lapa_kit.idempotency import (
    HEADER,
    LONGEST_KEY,
    IdempotencyMismatch,
    IdempotentRoute,
    InvalidIdempotencyKey,
)
from lapa_kit.problems import MEDIA_TYPE, BadRequest, problems

OPEN_TO_ANYBODY = {"x-open-to": "anybody"}
OPEN_TO_SIGNED_IN = {"x-open-to": "signed-in"}
"""`openapi_extra` of a route that answers about ids which are not the caller's own; the access tests hold
every other route with an id to refusing strangers."""

NO_SESSION = {"x-session": "none"}
"""`openapi_extra` of a route for signed-in people that holds no session: it uses no right, or opens a
transaction of its own in which the use is recorded."""

ANSWERED_ONCE = {"x-answered-once": True}
"""`openapi_extra` of a POST whose body is good for one time only: there is nothing to replay."""


class FieldError(BaseModel):
    field: str
    message: str
    code: str


class ProblemDocument(BaseModel):
    """RFC 9457, with a stable `code`."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    code: str
    request_id: str | None = None
    errors: list[FieldError] | None = None


def operation_id(route: APIRoute) -> str:
    """The function's own name: generated clients read well."""
    return route.name


def install(app: FastAPI) -> None:
    """Problem documents instead of FastAPI's own 422, and one schema for them all."""

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = get_openapi(title=app.title, version=app.version, routes=app.routes)
            schemas = schema.setdefault("components", {}).setdefault("schemas", {})
            _add_problem_schemas(schemas)
            idempotent = _idempotent_posts(app)
            for path, operations in schema.get("paths", {}).items():
                for method, operation in operations.items():
                    _mend_validation_answer(operation)
                    _add_malformed_form(operation)
                    if method == "post" and path in idempotent:
                        _add_idempotency_key(operation)
            schemas.pop("HTTPValidationError", None)
            schemas.pop("ValidationError", None)
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = document  # pyright: ignore[reportAttributeAccessIssue]


def _add_problem_schemas(schemas: dict[str, Any]) -> None:
    made = ProblemDocument.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas["FieldError"] = made.pop("$defs")["FieldError"]
    schemas["Problem"] = made | {"title": "Problem"}


def _idempotent_posts(app: FastAPI) -> set[str]:
    return {
        route.path_format
        for route in iter_route_contexts(app.routes)
        if isinstance(route.original_route, IdempotentRoute)
        and route.path_format
        and "POST" in (route.methods or ())
    }


def _add_idempotency_key(operation: dict[str, Any]) -> None:
    operation.setdefault("parameters", []).append(
        {
            "name": HEADER,
            "in": "header",
            "required": False,
            "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY},
            "description": "The same key and body gives the first answer again.",
        }
    )
    for problem in (InvalidIdempotencyKey, IdempotencyMismatch):
        [(status, documented)] = problems(problem).items()
        known = operation["responses"].setdefault(str(status), documented)
        if problem.code not in known["description"]:
            known["description"] += f"\n\n{documented['description']}"


def _add_malformed_form(operation: dict[str, Any]) -> None:
    """The framework refuses a form that it cannot take apart before any of it is validated."""
    content = operation.get("requestBody", {}).get("content", {})
    if "multipart/form-data" in content or "application/x-www-form-urlencoded" in content:
        [(status, documented)] = problems(BadRequest).items()
        operation["responses"].setdefault(str(status), documented)


def _mend_validation_answer(operation: dict[str, Any]) -> None:
    responses = operation["responses"]
    theirs = "HTTPValidationError" in str(responses.get("422", ""))
    if theirs and MEDIA_TYPE not in responses["422"].get("content", {}):
        schema = {"$ref": "#/components/schemas/Problem"}
        responses["422"] = {
            "description": "`invalid_request`: The request is invalid",
            "content": {MEDIA_TYPE: {"schema": schema}},
        }
    elif theirs:
        responses["422"]["content"].pop("application/json", None)
