"""Databases for tests: a migrated template once, clones of it in a tenth of a second."""

import asyncio
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import asyncpg

from lapa_kit import kit_schema
from lapa_kit.schema import asyncpg_options, prepare
from lapa_kit.settings import ServiceSettings


class _Tests(ServiceSettings):
    service_name = "tests"
    schema_name = "public"


def fingerprint(folder: Path) -> str:
    """Changes whenever a migration does."""
    digest = sha256(Path(kit_schema.__file__).read_bytes())
    for path in sorted((folder / "migrations").rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def prepare_template(folder: Path, schema: str) -> str:
    """The name of a database with this service's schema at head; made when it is not there yet."""
    name = f"lapa_template_{schema}_{fingerprint(folder)}"
    asyncio.run(_make_template(folder, schema, name))
    return name


async def _make_template(folder: Path, schema: str, name: str) -> None:
    admin = await connect("postgres")
    try:
        # two runs at once must not both make it
        await admin.execute("select pg_advisory_lock(hashtext($1))", name)
        if await admin.fetchval("select 1 from pg_database where datname = $1", name):
            return
        unfinished = f"{name}_unfinished"
        await admin.execute(f'drop database if exists "{unfinished}"')
        await admin.execute(f'create database "{unfinished}"')
        settings = _Tests(postgres_db=unfinished)
        await prepare(settings, {schema: f"lapa_{schema}"})
        await asyncio.to_thread(_migrate, folder, unfinished)
        await admin.execute(f'alter database "{unfinished}" rename to "{name}"')
    finally:
        await admin.close()


def _migrate(folder: Path, database: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lapa_kit.migrate"],
        cwd=folder,
        env={**os.environ, "POSTGRES_DB": database},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"the migrations failed:\n{done.stdout}\n{done.stderr}")


async def clone(template: str, name: str) -> None:
    """A fresh database from the template, replacing the one of that name."""
    admin = await connect("postgres")
    try:
        await admin.execute(f'drop database if exists "{name}" with (force)')
        await admin.execute(f'create database "{name}" template "{template}"')
    finally:
        await admin.close()


async def drop(name: str) -> None:
    admin = await connect("postgres")
    try:
        await admin.execute(f'drop database if exists "{name}" with (force)')
    finally:
        await admin.close()


async def connect(database: str) -> Any:
    return await asyncpg.connect(**asyncpg_options(_Tests(), database))
