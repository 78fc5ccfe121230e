"""The schema of a service: the database prepared for it, upgrades of it, and whether one is due."""

import asyncio
import importlib
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
KIT_TABLES = {"outbox", "inbox", "failed_events", "jobs", "idempotency_keys"}

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


def new_revision(folder: Path, name: str) -> None:
    """Write the next migration, from what the models have and the database has not."""
    versions = folder / "migrations" / "versions"
    number = len(list(versions.glob("[0-9]*.py"))) + 1
    command.revision(
        alembic_config(folder), name.replace("_", " "), autogenerate=True, rev_id=f"{number:04}"
    )


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

    importlib.import_module("lapa_kit.tables")
    importlib.import_module("app.models")
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        transaction_per_migration=True,
        compare_server_default=False,
        include_name=is_ours,
        include_object=_is_of_the_service,
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


def is_ours(name: str | None, kind: str, _: Any) -> bool:
    """PostGIS keeps its own tables in `public`; partitions belong to their parent."""
    return not (kind == "table" and name and (name == "spatial_ref_sys" or "_p20" in name))


def _is_of_the_service(_: Any, name: str | None, kind: str, *__: Any) -> bool:
    """The kit's own tables come by `lapa_kit.kit_schema`."""
    return not (kind == "table" and name in KIT_TABLES)
