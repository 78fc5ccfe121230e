"""Running the worker: a bounded number at once, each with a clock over it."""

import asyncio
import json
import os
import sys
from functools import cache
from pathlib import Path
from typing import IO, Any

import structlog

from app.config import settings
from lapa_kit.problems import InvalidRequest, Problem
from lapa_kit.settings import service_folder

log = structlog.get_logger()


class UnsupportedMediaType(Problem):
    status, title = 415, "Only JPEG, PNG and WebP pictures and PDF documents are taken"


class BrokenFile(InvalidRequest):
    title = "The file is broken or pretends to be what it is not"


class TooManyPixels(InvalidRequest):
    title = "The picture unfolds to more pixels than are taken"


class TooMuchMetadata(InvalidRequest):
    title = "The picture carries more metadata than are taken"


REFUSALS: dict[str, type[Problem]] = {
    "broken": BrokenFile,
    "wrong_type": UnsupportedMediaType,
    "too_many_pixels": TooManyPixels,
    "too_much_metadata": TooMuchMetadata,
}


async def inspect(file: IO[bytes]) -> dict[str, Any]:
    """`width`, `height` (upright) and `placeholder` of a picture that decodes to its last byte."""
    return await _run("inspect", file)


async def render(file: IO[bytes], folder: Path) -> None:
    """Writes `thumbnail`, `preview` and `large` into the folder, as WebP."""
    await _run("render", file, str(folder))


async def clean(file: IO[bytes], folder: Path) -> None:
    """Writes `clean` into the folder: the picture in its own format without metadata."""
    await _run("clean", file, str(folder))


@cache
def _seats() -> asyncio.Semaphore:
    return asyncio.Semaphore(settings.media_workers)


async def _run(action: str, file: IO[bytes], *arguments: str) -> dict[str, Any]:
    """Raises one of REFUSALS; a worker that crashed or took too long makes the file a broken one."""
    file.seek(0)
    async with _seats():
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "app.pictures.worker", action, str(file.fileno())),
            *(_limits(), *arguments),
            pass_fds=(file.fileno(),),
            cwd=service_folder(),
            env=_environment(),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            async with asyncio.timeout(settings.media_worker_timeout.total_seconds()):
                output, complaint = await process.communicate()
        except TimeoutError:
            raise BrokenFile("It took too long to decode.") from None
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
    if process.returncode:
        tail = complaint[-400:].decode(errors="replace")
        log.warning("picture.worker_died", code=process.returncode, complaint=tail)
        raise BrokenFile("It could not be decoded within the limits.")
    answer = json.loads(output)
    if code := answer.get("refused"):
        raise REFUSALS[code]
    return answer


def _limits() -> str:
    return json.dumps(
        {
            "memory": settings.media_worker_memory_bytes,
            "seconds": int(settings.media_worker_timeout.total_seconds()),
            "pixels": settings.media_max_pixels,
            "metadata": settings.media_max_metadata_bytes,
        }
    )


def _environment() -> dict[str, str]:
    """Nothing of ours: a decoder that was taken over finds no secret."""
    kept = ("PATH", "LD_LIBRARY_PATH", "PYTHONPYCACHEPREFIX", "TMPDIR")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    return {**environment, "VIPS_CONCURRENCY": "1", "VIPS_BLOCK_UNTRUSTED": "1"}
