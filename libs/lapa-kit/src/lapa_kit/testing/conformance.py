"""What every service must pass; `tests/test_conformance.py` imports it in all ten."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import httpx
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, iter_route_contexts

from lapa_kit.audit import Outcome
from lapa_kit.auth import CurrentUser, EnrollingUser, OptionalUser
from lapa_kit.db import Base, get_session
from lapa_kit.idempotency import HEADER
from lapa_kit.ids import new_id
from lapa_kit.privacy.coverage import undeclared
from lapa_kit.privacy.retention import forget_some
from lapa_kit.schema import is_ours
from lapa_kit.telemetry import INTERNAL
from lapa_kit.testing.fuzzing import Fuzzer
from lapa_kit.testing.identity import bearer

HAS_TABLES = Path("migrations").is_dir()
KNOWING_THE_CALLER = {
    get_args(kind)[1].dependency for kind in (CurrentUser, EnrollingUser, OptionalUser)
}


async def test_the_models_and_the_migrations_agree(app: FastAPI, sessions: Any) -> None:
    if not HAS_TABLES:
        pytest.skip("this service has no tables")
    async with app.state.engine.connect() as connection:
        differences = await connection.run_sync(
            lambda sync: compare_metadata(
                MigrationContext.configure(sync, opts={"include_name": is_ours}), Base.metadata
            )
        )
    assert differences == [], "run `./lapa migration SERVICE NAME` for what is missing"


def test_what_is_held_of_people_is_declared(app: FastAPI) -> None:
    faults = undeclared(app.state.privacy)
    assert faults == [], "say in app/privacy.py what is exported and what becomes of it:\n" + (
        "\n".join(faults)
    )


async def test_what_is_said_to_be_forgotten_can_be(app: FastAPI, sessions: Any) -> None:
    """Each rule as it is run; what it forgets is the kit's own test, and the service's."""
    for rule in app.state.privacy.retention:
        async with sessions() as session:
            assert await forget_some(session, rule) == 0, rule.name


async def test_it_says_that_it_lives_and_is_ready(client: httpx.AsyncClient) -> None:
    assert (await client.get("/health")).json()["status"] == "ok"
    ready = await client.get("/health/ready")
    assert ready.json()["dependencies"] == {"database": "ok", "schema": "ok", "redis": "ok"}
    assert "http_requests_total" in (await client.get("/metrics")).text


def test_every_route_is_described_and_named(app: FastAPI) -> None:
    document = app.openapi()
    ids = [
        operation["operationId"]
        for operations in document["paths"].values()
        for operation in operations.values()
    ]
    assert len(ids) == len(set(ids)), "two endpoints have the same function name"
    silent = [
        f"{method} {path}"
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
        if path.startswith("/api/") and not operation.get("description")
    ]
    assert silent == [], "give these endpoints a docstring"


SECRETS = {"secret", "access_token", "refresh_token"}


def test_whatever_makes_something_can_be_asked_for_it_twice(app: FastAPI) -> None:
    """An answer that shows a secret is the exception: to remember it would keep the secret in the clear."""
    document = app.openapi()
    careless = [
        path
        for path, operations in document["paths"].items()
        if "201" in (post := operations.get("post", {})).get("responses", {})
        and not any(one["name"] == HEADER for one in post.get("parameters", []))
        and not post.get("x-answered-once")
        and not SECRETS & _fields_of_answer(document, post)
    ]
    assert careless == [], "make its router with lapa_kit.idempotency.Router"


def _fields_of_answer(document: dict[str, Any], operation: dict[str, Any]) -> set[str]:
    content = operation["responses"]["201"].get("content", {}).get("application/json", {})
    name = content.get("schema", {}).get("$ref", "").rpartition("/")[2]
    return set(document["components"]["schemas"].get(name, {}).get("properties", {}))


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
        for method in sorted(route.methods)
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


@pytest.fixture
async def caller() -> dict[str, str]:
    """As whom the fuzzer calls; a service that needs more of a person than his token overrides it."""
    return bearer(new_id(), "client", "walker", "admin")


async def test_whatever_it_is_asked_it_answers_as_documented(
    app: FastAPI, client: httpx.AsyncClient, caller: dict[str, str]
) -> None:
    fuzzer = Fuzzer(app.openapi(), client)
    wrong = await fuzzer.run(caller)
    assert wrong == [], "\n".join(wrong)
    assert fuzzer.sent > len(app.openapi()["paths"])
