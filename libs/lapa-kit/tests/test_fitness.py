"""A store that will not do is named in one sentence that says how to mend it."""

import asyncpg
import pytest
import toy

from lapa_kit.fitness import find_postgres_fault, find_redis_fault
from lapa_kit.schema import asyncpg_options

pytestmark = pytest.mark.usefixtures("template")


async def test_the_stores_of_the_tests_will_do():
    assert await find_postgres_fault(toy.settings) == ""
    assert await find_redis_fault(toy.settings) == ""


async def test_a_store_that_does_not_answer_is_named_with_its_settings():
    away = toy.settings.model_copy(
        update={"postgres_host": "127.0.0.1", "redis_host": "127.0.0.1", "redis_port": 1}
        | {"postgres_port": 1}
    )

    assert "answers at 127.0.0.1:1" in await find_postgres_fault(away)
    assert "REDIS_HOST" in await find_redis_fault(away)


async def test_a_database_that_is_not_there_is_named():
    there = toy.settings.model_copy(update={"postgres_db": "lapa_nowhere"})

    assert "has no database lapa_nowhere" in await find_postgres_fault(there)


async def test_a_login_without_rights_is_told_which_one_it_wants():
    connection = await asyncpg.connect(**asyncpg_options(toy.settings))
    try:
        await connection.execute("create role lapa_poor login")
        poor = toy.settings.model_copy(update={"postgres_user": "lapa_poor"})

        assert "alter role lapa_poor createrole" in await find_postgres_fault(poor)
    finally:
        await connection.execute("drop role if exists lapa_poor")
        await connection.close()
