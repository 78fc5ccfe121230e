"""`python -m lapa_kit.fitness postgres|redis` says what is wrong with the one of the settings, and how to mend it.

It prints nothing and ends with 0 where all is well.
"""

import asyncio
import sys
from typing import Any

import asyncpg
from redis.asyncio import Redis
from redis.exceptions import RedisError

from lapa_kit.schema import EXTENSIONS, asyncpg_options
from lapa_kit.settings import ServiceSettings

OLDEST_POSTGRES = 15


class _AnyService(ServiceSettings):
    service_name = "lapa"
    schema_name = "public"


def main() -> None:
    find_fault = {"postgres": find_postgres_fault, "redis": find_redis_fault}[sys.argv[1]]
    if fault := asyncio.run(find_fault(_AnyService.from_env())):
        sys.exit(fault)


async def find_postgres_fault(settings: ServiceSettings) -> str:
    """Empty where `--prepare` can do its work there."""
    where = _address(settings.postgres_host, settings.postgres_port)
    user, database = settings.postgres_user, settings.postgres_db
    try:
        connection: Any = await asyncpg.connect(**asyncpg_options(settings))
    except asyncpg.InvalidCatalogNameError:
        return f"PostgreSQL at {where} has no database {database}: create it, or set POSTGRES_DB"
    except asyncpg.InvalidAuthorizationSpecificationError as error:
        return f"PostgreSQL at {where} refuses {user} ({error}): set POSTGRES_USER and POSTGRES_PASSWORD"
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        return f"no PostgreSQL answers at {where} ({_reason(error)}): set POSTGRES_HOST and POSTGRES_PORT"
    try:
        return await _examine(connection, user)
    finally:
        await connection.close()


async def find_redis_fault(settings: ServiceSettings) -> str:
    where = _address(settings.redis_host, settings.redis_port)
    client = Redis.from_url(settings.redis_url, socket_timeout=5, socket_connect_timeout=5)
    try:
        await client.ping()
    except (OSError, RedisError) as error:
        return f"no Redis answers at {where} ({_reason(error)}): set REDIS_HOST, REDIS_PORT and REDIS_PASSWORD"
    finally:
        await client.aclose()
    return ""


async def _examine(connection: Any, user: str) -> str:
    version = connection.get_server_version().major
    if version < OLDEST_POSTGRES:
        return f"it is PostgreSQL {version}, and {OLDEST_POSTGRES} or newer is needed"
    installed = await _names(connection, "select extname from pg_extension")
    available = await _names(connection, "select name from pg_available_extensions")
    for extension in EXTENSIONS:
        if extension not in available:
            package = f"postgresql-{version}-postgis-3" if extension == "postgis" else "contrib"
            return f"its extension {extension} is missing: install {package} where PostgreSQL runs"
    rights = await connection.fetchrow(
        "select rolsuper, rolcreaterole from pg_roles where rolname = current_user"
    )
    missing = [extension for extension in EXTENSIONS if extension not in installed]
    if missing and not rights["rolsuper"]:
        return (
            f"{user} may not create the extensions {', '.join(missing)}: create them as a superuser"
        )
    if not rights["rolcreaterole"] and not rights["rolsuper"]:
        return f"{user} may not create roles, and each service has its own: alter role {user} createrole"
    return ""


async def _names(connection: Any, query: str) -> set[str]:
    return {row[0] for row in await connection.fetch(query)}


def _reason(error: BaseException) -> str:
    return str(error) or "no answer in time"


def _address(host: str, port: int) -> str:
    return host if host.startswith("/") else f"{host}:{port}"


if __name__ == "__main__":
    main()
