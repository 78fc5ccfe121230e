"""What every service must pass; `tests/test_conformance.py` imports it in all ten."""

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts

from lapa_kit.db import Base
from lapa_kit.idempotency import HEADER
from lapa_kit.ids import new_id
from lapa_kit.privacy.coverage import undeclared
from lapa_kit.schema import is_ours
from lapa_kit.telemetry import INTERNAL
from lapa_kit.testing.fuzzing import Fuzzer
from lapa_kit.testing.identity import bearer

HAS_TABLES = Path("migrations").is_dir()


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


def test_no_request_waits_for_a_thread(app: FastAPI) -> None:
    """What is not `async def` FastAPI runs in one of forty threads: it costs more than all else of a small request."""
    threaded = {
        f"{call.__module__}.{call.__qualname__}"
        for route in iter_route_contexts(app.routes)
        if (dependant := getattr(route, "dependant", None))
        for call in _calls_of(dependant)
        if not (inspect.iscoroutinefunction(call) or inspect.isasyncgenfunction(call))
    }
    assert threaded == set(), "make these `async def`"


def _calls_of(dependant: Dependant) -> Iterator[Any]:
    """The endpoint and all it depends on; of an object, what is called on it."""
    call: Any = dependant.call
    yield call if inspect.isroutine(call) or inspect.isclass(call) else call.__call__
    for each in dependant.dependencies:
        yield from _calls_of(each)


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
