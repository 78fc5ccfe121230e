"""A copy of others' facts that was lost is filled from its owners, over real processes."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

import pytest
from actors import Api, until
from everywhere import connect
from story import make_dog, make_owner, make_walker

SERVICES = Path(__file__).parents[2] / "services"
PEOPLE, PETS = "users.users", "pets.pets"


class Copy(NamedTuple):
    """Of which table of its owner a table is, and by what name it calls the owner's `id`."""

    table: str
    key: str
    source: str


COPIES = {
    "chat-service": [Copy("chat.people", "user_id", PEOPLE)],
    "notification-service": [
        Copy("notifications.people", "user_id", PEOPLE),
        Copy("notifications.contacts", "user_id", PEOPLE),
    ],
    "order-service": [
        Copy("orders.people", "user_id", PEOPLE),
        Copy("orders.pets", "pet_id", PETS),
    ],
    "pet-service": [Copy("pets.people", "user_id", PEOPLE)],
}


@pytest.fixture
async def database() -> AsyncIterator[Any]:
    connection = await connect()
    yield connection
    await connection.close()


async def test_what_was_lost_is_the_same_again(api: Api, admin: Api, database: Any) -> None:
    owner, walker = await make_owner(api), await make_walker(api, admin)
    ids = [UUID(one) for one in (owner.id, walker.id, await make_dog(owner))]

    for service, copies in COPIES.items():
        lived: list[list[str]] = []
        for copy in copies:
            await until(partial(is_level, database, copy, ids))
            lived.append(await rows_of(database, copy, ids))
            await database.execute(f"delete from {copy.table} where {copy.key} = any($1)", ids)

        said = await rebuild(service)

        assert ".changed.v1: " in said
        assert all(lived)
        assert [await rows_of(database, copy, ids) for copy in copies] == lived, service


async def is_level(database: Any, copy: Copy, ids: list[UUID]) -> bool:
    """Whether the copy has come as far as its owner: what comes later is no part of what was lost."""
    behind = await database.fetchval(
        f"select count(*) from {copy.source} o left join {copy.table} c on c.{copy.key} = o.id"
        " where o.id = any($1) and c.version is distinct from o.version",
        ids,
    )
    return behind == 0


async def rows_of(database: Any, copy: Copy, ids: list[UUID]) -> list[str]:
    rows = await database.fetch(
        f"select row_to_json(c)::text from {copy.table} c"
        f" where {copy.key} = any($1) order by {copy.key}",
        ids,
    )
    return [row[0] for row in rows]


async def rebuild(service: str) -> str:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "lapa_kit.rebuild"),
        cwd=SERVICES / service,
        env=os.environ,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    assert process.returncode == 0, said.decode()
    return said.decode()
