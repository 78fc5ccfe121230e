"""Where the bytes are: a folder or an S3 bucket, by one address."""

from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import IO

import obstore
from obstore.exceptions import BaseError
from obstore.store import ObjectStore, from_url

from app.config import settings
from lapa_kit.problems import ServiceUnavailable
from lapa_kit.settings import service_folder


class StorageUnavailable(ServiceUnavailable):
    title = "The file store cannot be reached"


class ObjectMissing(Exception):
    """Nothing is stored under that key."""


@cache
def store() -> ObjectStore:
    """The store of MEDIA_STORE_URL, connected on first use."""
    url = settings.media_store_url or (service_folder() / ".lapa" / "media").as_uri()
    if url.startswith("file:"):
        return from_url(url, mkdir=True)
    options = {
        "endpoint": settings.aws_endpoint_url,
        "region": settings.aws_region,
        "access_key_id": settings.aws_access_key_id,
        "secret_access_key": settings.aws_secret_access_key.get_secret_value(),
    }
    config = {name: value for name, value in options.items() if value}
    is_plain = settings.aws_endpoint_url.startswith("http:")
    return from_url(url, config=config, client_options={"allow_http": is_plain})  # pyright: ignore[reportArgumentType,reportCallIssue]


async def put(key: str, content: bytes | Path | IO[bytes]) -> None:
    try:
        await obstore.put_async(store(), key, content)
    except (BaseError, OSError) as error:
        raise StorageUnavailable from error


async def size_of(key: str) -> int:
    """Raises ObjectMissing."""
    try:
        return (await obstore.head_async(store(), key))["size"]
    except FileNotFoundError:
        raise ObjectMissing from None
    except (BaseError, OSError) as error:
        raise StorageUnavailable from error


async def read(key: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
    """The bytes from `start` to before `end`, in pieces. Raises ObjectMissing before the first."""
    size = await size_of(key) if end is None else end
    if size == start:
        return
    try:
        found = await obstore.get_async(store(), key, options={"range": (start, size)})
        async for piece in found.stream(min_chunk_size=256 * 1024):
            yield bytes(piece)
    except FileNotFoundError:
        raise ObjectMissing from None
    except (BaseError, OSError) as error:
        raise StorageUnavailable from error


async def delete(key: str) -> None:
    """What is not there is deleted already."""
    try:
        with suppress(FileNotFoundError):
            await obstore.delete_async(store(), key)
    except (BaseError, OSError) as error:
        raise StorageUnavailable from error


async def list_older_than(moment: datetime, prefix: str) -> AsyncIterator[list[str]]:
    """Keys that were written before a moment of real time, in batches."""
    async for batch in obstore.list(store(), prefix):
        yield [meta["path"] for meta in batch if meta["last_modified"] < moment]
