"""The same on S3: a real server of its protocol, as a process."""

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import obstore
import pytest
from factories import add_media, picture
from pydantic import SecretStr

from app import storage
from app.config import settings
from lapa_kit.ids import new_id
from lapa_kit.testing.identity import bearer


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    server = subprocess.Popen(
        [sys.executable, "-u", "-m", "moto.server", "-p", "0"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stderr
        address = next(line for line in server.stderr if "Running on" in line).split()[-1]
        httpx.put(f"{address}/lapa-media").raise_for_status()
        ours = {
            "media_store_url": "s3://lapa-media/files",
            "aws_endpoint_url": address,
            "aws_access_key_id": "test",
            "aws_secret_access_key": SecretStr("test"),
        }
        monkeypatch.setattr(storage, "settings", settings.model_copy(update=ours))
        storage.store.cache_clear()
        yield
    finally:
        storage.store.cache_clear()
        server.terminate()
        server.wait()


@pytest.mark.usefixtures("s3")
async def test_files_live_in_a_bucket(client: Any, run_jobs: Any) -> None:
    me = new_id()
    media_id = await add_media(client, me)
    await run_jobs()
    url = f"/api/v1/media/{media_id}"

    part = await client.get(f"{url}/content", headers=bearer(me) | {"Range": "bytes=5-14"})
    thumbnail = await client.get(f"{url}/variants/thumbnail", headers=bearer(me))
    await client.delete(url, headers=bearer(me))
    await run_jobs()

    assert part.content == picture()[5:15]
    assert thumbnail.headers["content-type"] == "image/webp"
    assert obstore.list(storage.store()).collect() == []
