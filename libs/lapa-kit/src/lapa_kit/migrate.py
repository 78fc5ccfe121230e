"""Migrations: what prepares the database once, what upgrades one service's schema, what tells if it is due.

`python -m lapa_kit.migrate --prepare` (as a superuser) makes extensions, schemas and roles;
`python -m lapa_kit.migrate` in a service's folder upgrades that service.
"""

import asyncio
import importlib
import sys
from pathlib import Path
from typing import Any

import asyncpg
import structlog
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, pool
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from lapa_kit.db import Base, connect_args
from lapa_kit.settings import ServiceSettings, service_folder

EXTENSIONS = ("postgis", "btree_gist")
# any number: the lock that keeps two upgrades of one database apart
LOCK = 7_241_902

log = structlog.get_logger()


async def prepare(settings: ServiceSettings, schemas: dict[str, str]) -> None:
    """Extensions, and for each service a schema with a role that can touch nothing else.

    `schemas` maps a schema to its role. The login needs the rights of a superuser, once.
    """
    connection: Any = await asyncpg.connect(**asyncpg_options(settings))
    try:
        await connection.execute(f"select pg_advisory_lock({LOCK})")
        for extension in EXTENSIONS:
            await connection.execute(f"create extension if not exists {extension} schema public")
        await connection.execute("revoke create on schema public from public")
        for schema, role in schemas.items():
            if not await connection.fetchval("select 1 from pg_roles where rolname = $1", role):
                await connection.execute(f"create role {role} nologin")
            await connection.execute(f'grant {role} to "{settings.postgres_user}"')
            await connection.execute(f"create schema if not exists {schema} authorization {role}")
    finally:
        await connection.close()


def asyncpg_options(settings: ServiceSettings, database: str | None = None) -> dict[str, Any]:
    return {
        "host": settings.postgres_host,
        "port": settings.postgres_port,
        "user": settings.postgres_user,
        "password": settings.postgres_password.get_secret_value() or None,
        "database": database or settings.postgres_db,
        "timeout": 5,
    }


def alembic_config(folder: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(folder / "migrations"))
    config.set_main_option("path_separator", "os")
    return config


class Schema:
    """Whether the database is as this service's code expects it."""

    def __init__(self, settings: ServiceSettings) -> None:
        self.settings = settings
        self.folder = service_folder()
        self.has_migrations = (self.folder / "migrations").is_dir()
        self._is_current = False

    @property
    def wanted(self) -> str | None:
        return ScriptDirectory.from_config(alembic_config(self.folder)).get_current_head()

    async def check(self, engine: AsyncEngine) -> str:
        """`ok`, or the sentence that says what to run."""
        if self._is_current or not self.has_migrations:
            return "ok"
        async with engine.connect() as connection:
            current = await connection.run_sync(
                lambda sync: MigrationContext.configure(sync).get_current_revision()
            )
        if current == self.wanted:
            self._is_current = True
            return "ok"
        return (
            f"at revision {current}, the code wants {self.wanted}: "
            "run `python -m lapa_kit.migrate` in the service's folder"
        )

    async def until_ready(self, engine: AsyncEngine) -> None:
        """Wait for the migration: background work on an old schema would only fail."""
        while True:
            try:
                if await self.check(engine) == "ok":
                    return
            except Exception as error:
                log.info("schema.unknown", error=type(error).__name__)
            await asyncio.sleep(0.5)

    async def upgrade(self) -> None:
        """Bring the schema up to date; `DEBUG=true` does that at the start."""
        if self.has_migrations:
            await asyncio.to_thread(upgrade, self.folder)
            self._is_current = True


def upgrade(folder: Path, revision: str = "head") -> None:
    command.upgrade(alembic_config(folder), revision)


def run_migrations(settings: ServiceSettings) -> None:
    """All that a service's `migrations/env.py` calls."""
    asyncio.run(_run_migrations(settings))


async def _run_migrations(settings: ServiceSettings) -> None:
    arguments = connect_args(settings)
    arguments["server_settings"] |= {"statement_timeout": "0", "lock_timeout": "10s"}
    engine = create_async_engine(
        settings.database_url, poolclass=pool.NullPool, connect_args=arguments
    )
    async with engine.connect() as connection:
        await connection.run_sync(_migrate, settings)
    await engine.dispose()


def _migrate(connection: Connection, settings: ServiceSettings) -> None:
    from alembic import context

    importlib.import_module("app.models")
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        transaction_per_migration=True,
        compare_server_default=False,
        include_name=_ours,
        version_table="alembic_version",
    )
    connection.exec_driver_sql(f"select pg_advisory_lock({LOCK})")
    connection.commit()
    try:
        context.run_migrations()
    finally:
        connection.commit()
        connection.exec_driver_sql(f"select pg_advisory_unlock({LOCK})")
        connection.commit()


def _ours(name: str | None, kind: str, _: Any) -> bool:
    """PostGIS keeps its own tables in `public`; partitions belong to their parent."""
    return not (kind == "table" and name and (name == "spatial_ref_sys" or "_p20" in name))


def main() -> None:
    if "--prepare" in sys.argv:
        settings = _AnyService.from_env()
        names = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
        asyncio.run(prepare(settings, {name: f"lapa_{name}" for name in names}))
        return
    folder = service_folder()
    sys.path.insert(0, str(folder))
    upgrade(folder)


class _AnyService(ServiceSettings):
    service_name = "lapa"
    schema_name = "public"


if __name__ == "__main__":
    main()
