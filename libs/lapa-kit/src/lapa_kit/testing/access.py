"""Who gets in where, who may only look, and that each use of a right is recorded; part of `conformance`."""

from collections.abc import Iterator
from typing import Any, get_args

import httpx
from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, iter_route_contexts

from lapa_kit.audit import Outcome
from lapa_kit.auth import CurrentUser, EnrollingUser, OptionalUser
from lapa_kit.db import get_session
from lapa_kit.ids import new_id
from lapa_kit.telemetry import INTERNAL
from lapa_kit.testing.identity import bearer

KNOWING_THE_CALLER = {
    get_args(kind)[1].dependency for kind in (CurrentUser, EnrollingUser, OptionalUser)
}


def _routes_for_signed_in(app: FastAPI) -> list[tuple[str, str]]:
    return [
        (method.upper(), path)
        for path, operations in app.openapi()["paths"].items()
        for method, operation in operations.items()
        if operation.get("security")
    ]


def _filled(path: str) -> str:
    while "{" in path:
        before, _, rest = path.partition("{")
        path = before + str(new_id()) + rest.partition("}")[2]
    return path


async def test_nobody_gets_in_without_a_good_token(app: FastAPI, client: httpx.AsyncClient) -> None:
    for method, path in _routes_for_signed_in(app):
        for headers in ({}, {"Authorization": "Bearer not.a.token"}):
            response = await client.request(method, _filled(path), headers=headers)
            assert response.status_code == 401, f"{method} {path} let a stranger in"
            assert response.headers["content-type"] == "application/problem+json"


def test_a_right_is_used_only_where_a_transaction_takes_the_record(app: FastAPI) -> None:
    unrecorded = [
        path
        for path, route in _api_routes(app)
        if KNOWING_THE_CALLER & (called := set(_called(route.dependant)))
        and get_session not in called
        and (route.openapi_extra or {}).get("x-session") != "none"
    ]
    assert unrecorded == [], "give them a Session, or say `openapi_extra=NO_SESSION`"


def _routes_that_ask_who_calls(app: FastAPI) -> list[tuple[str, str]]:
    return [
        (method, path)
        for path, route in _api_routes(app)
        if KNOWING_THE_CALLER & set(_called(route.dependant))
        for method in sorted(route.methods or ())
    ]


def _api_routes(app: FastAPI) -> Iterator[tuple[str, APIRoute]]:
    for context in iter_route_contexts(app.routes):
        if context.path and isinstance(route := context.original_route, APIRoute):
            yield context.path, route


def _called(dependant: Dependant) -> Iterator[Any]:
    yield dependant.call
    for needed in dependant.dependencies:
        yield from _called(needed)


def internal_routes(app: FastAPI) -> list[tuple[str, str]]:
    return [
        (method, route.path)
        for route in iter_route_contexts(app.routes)
        for method in route.methods or ()
        if route.path and route.path.startswith(f"{INTERNAL}/")
    ]


async def test_internal_routes_refuse_people(app: FastAPI, client: httpx.AsyncClient) -> None:
    for method, path in internal_routes(app):
        response = await client.request(method, _filled(path), headers=bearer(new_id(), "admin"))
        assert response.status_code == 401, f"{method} {path} let a person in"


async def test_a_key_that_may_read_changes_nothing_and_one_for_elsewhere_reads_nothing(
    app: FastAPI, client: httpx.AsyncClient
) -> None:
    for method, path in _routes_for_signed_in(app):
        resource = path.removeprefix("/api/v1/").partition("/")[0]
        reading = bearer(new_id(), "admin", scopes=[f"{resource}:read"])
        elsewhere = bearer(new_id(), "admin", scopes=["elsewhere:write"])
        for headers in (elsewhere,) if method == "GET" else (elsewhere, reading):
            response = await client.request(method, _filled(path), headers=headers)
            told = f"{method} {path} → {response.status_code}"
            assert response.status_code == 403, told
            assert response.json()["code"] == "insufficient_scope", told


async def test_whoever_looks_with_anothers_eyes_changes_nothing_and_each_look_is_recorded(
    app: FastAPI, client: httpx.AsyncClient, audited: Any
) -> None:
    looks: list[str] = []
    for method, path in _routes_that_ask_who_calls(app):
        person, supporter = new_id(), new_id()
        headers = bearer(person, "client", "walker", actor_id=supporter)
        response = await client.request(method, _filled(path), headers=headers)
        if method != "GET":
            told = f"{method} {path} → {response.status_code} {response.text}"
            assert response.status_code == 403, told
            assert response.json()["code"] == "view_only", told
        else:
            looks.append(str(person))
    seen = [one.payload["subject_id"] for one in await audited() if is_look(one.payload)]
    assert seen == looks


def is_look(record: dict[str, Any]) -> bool:
    return record["outcome"] == Outcome.VIEWED
