"""What every service must pass; `tests/test_conformance.py` imports it in all ten."""

from pathlib import Path
from typing import Any

import httpx
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from fastapi import FastAPI

from lapa_kit.db import Base
from lapa_kit.idempotency import HEADER
from lapa_kit.ids import new_id
from lapa_kit.privacy.coverage import undeclared
from lapa_kit.privacy.retention import forget_some
from lapa_kit.schema import is_ours
from lapa_kit.testing.access import *
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
