"""A service of an unrelated domain, as small as can be: the kit must serve it unchanged."""

import asyncio
import os
from collections.abc import Iterator

os.environ["POSTGRES_DB"] = database_name = f"lapa_test_kit_{os.getpid()}"

from lapa_kit.testing.identity import set_test_environment

set_test_environment()

import pytest
import toy
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import create_async_engine

from lapa_kit.db import Base
from lapa_kit.schema import prepare
from lapa_kit.settings import ServiceSettings
from lapa_kit.testing import database, plugin

plugin.RUN_DATABASE = database_name


@pytest.fixture(scope="session")
def app() -> FastAPI:
    toy.app.state.lifespan_tasks = False
    return toy.app


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    name = f"{database_name}_template"
    asyncio.run(_make(name, toy.settings))
    asyncio.run(database.clone(name, database_name))
    yield name
    asyncio.run(database.drop(database_name))
    asyncio.run(database.drop(name))


async def _make(name: str, settings: ServiceSettings) -> None:
    from lapa_kit.db import connect_args

    await database.clone("template1", name)
    there = settings.model_copy(update={"postgres_db": name})
    await prepare(there, {"toy": "lapa_toy"})
    engine = create_async_engine(there.database_url, connect_args=connect_args(there))
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    await engine.dispose()
