"""Looking for a text wherever the platform keeps anything: every schema, Redis, the file store, the logs."""

import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import asyncpg
from redis.asyncio import Redis

# what PostgreSQL can show as text
READABLE = ("text", "character varying", "jsonb", "json", "bytea", "ARRAY", "uuid")
COLUMNS = """
select table_schema, table_name, column_name from information_schema.columns
where table_schema not in ('information_schema', 'pg_catalog', 'public')
    and (data_type = any($1) or data_type = 'USER-DEFINED')
order by 1, 2, 3
"""


async def connect() -> Any:
    return await asyncpg.connect(
        host=os.environ["POSTGRES_HOST"],
        port=int(os.environ["POSTGRES_PORT"]),
        user=os.environ["POSTGRES_USER"],
        password=os.environ.get("POSTGRES_PASSWORD"),
        database=os.environ["POSTGRES_DB"],
    )


async def found_in_database(needle: str) -> set[str]:
    """`schema.table.column` of each column that holds it in some row."""
    connection = await connect()
    try:
        found = set[str]()
        for schema, table, column in await connection.fetch(COLUMNS, list(READABLE)):
            # bytes are shown in hexadecimal
            for text in (needle, needle.encode().hex()):
                hit = await connection.fetchval(
                    f'select 1 from "{schema}"."{table}" where "{column}"::text ilike $1 limit 1',
                    f"%{text}%",
                )
                if hit:
                    found.add(f"{schema}.{table}.{column}")
        return found
    finally:
        await connection.close()


async def found_in_redis(needle: str) -> set[str]:
    """Names of keys that hold it, or are named so."""
    redis = Redis(
        unix_socket_path=os.environ["REDIS_HOST"], db=int(os.environ.get("REDIS_DB", "0"))
    )
    try:
        return {key async for key, content in _contents(redis) if needle in key + content}
    finally:
        await redis.aclose()


async def _contents(redis: Any) -> AsyncIterator[tuple[str, str]]:
    async for key in redis.scan_iter(count=1000):
        kind = (await redis.type(key)).decode()
        content: Any = None
        if kind == "string":
            content = await redis.get(key)
        elif kind == "hash":
            content = await redis.hgetall(key)
        elif kind == "stream":
            content = await redis.xrange(key)
        elif kind == "zset":
            content = await redis.zrange(key, 0, -1)
        elif kind == "set":
            content = await redis.smembers(key)
        elif kind == "list":
            content = await redis.lrange(key, 0, -1)
        yield key.decode(), str(content)


def found_in_files(needle: str) -> set[str]:
    store = Path(urlparse(os.environ["MEDIA_STORE_URL"]).path)
    return {str(path) for path in store.rglob("*") if path.is_file() and _holds(path, needle)}


def found_in_logs(needle: str) -> set[str]:
    logs = Path(os.environ["LAPA_LOGS"])
    return {path.name for path in logs.rglob("*") if path.is_file() and _holds(path, needle)}


def _holds(path: Path, needle: str) -> bool:
    return needle.encode() in path.read_bytes()
