"""How a Python process of the platform is started: by the preloaded parent on Linux, on its own elsewhere."""

import asyncio
import json
import os
import signal
import socket
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from lapa_cli.layout import ROOT, Place
from lapa_cli.running.children import LINUX, spawn

# glibc gives each thread a heap of its own, which costs memory and gains nothing under the interpreter's lock.
ONE_HEAP = {"MALLOC_ARENA_MAX": "1"}
PRELOADED_SOURCES = tuple((ROOT / "libs").glob("*/src"))


class Launcher:
    """`start` is the preloaded parent's own start; `launch` asks it for a process."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._asking = asyncio.Lock()
        self._ready = asyncio.Event()
        self._pid = 0
        self._sources = 0.0

    async def start(self) -> int:
        self._ready.clear()
        ours, theirs = socket.socketpair()
        self._sources = newest_source()
        command = (sys.executable, "-m", "lapa_cli.running.zygote", str(theirs.fileno()))
        with theirs:
            self._pid = spawn(
                command,
                log=self._place.log("zygote"),
                environment={**os.environ, **ONE_HEAP},
                pass_fds=(theirs.fileno(),),
            )
        self._reader, self._writer = await asyncio.open_unix_connection(sock=ours)
        self._greeting = asyncio.create_task(self._greet())
        return self._pid

    async def launch(
        self,
        call: str,
        *arguments: str,
        cwd: Path,
        environment: Mapping[str, str],
        log: Path,
    ) -> int:
        """The id of a new child that runs `call` ("module:function") in `cwd`."""
        if not LINUX:
            module, _, function = call.partition(":")
            code = f"import sys; sys.path.insert(0, '.'); from {module} import {function}; {function}()"
            command = (sys.executable, "-c", code, *arguments)
            return spawn(command, log=log, cwd=cwd, environment=environment)
        request = {
            "call": call,
            "arguments": arguments,
            "cwd": str(cwd),
            "environment": dict(environment),
            "log": str(log),
        }
        async with self._asking:
            await self._have_current_sources()
            self._writer.write(json.dumps(request).encode() + b"\n")
            answer = await self._reader.readline()
        if not answer:
            raise OSError("the preloaded parent ended")
        return int(answer)

    async def _greet(self) -> None:
        if await self._reader.readline():
            self._ready.set()

    async def _have_current_sources(self) -> None:
        """A library edited since it was preloaded must be loaded again, or a restart would run the old one."""
        await self._ready.wait()
        if newest_source() > self._sources:
            self._ready.clear()
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGTERM)
            await self._ready.wait()


def newest_source() -> float:
    files = (file for folder in PRELOADED_SOURCES for file in folder.rglob("*.py"))
    return max((file.stat().st_mtime for file in files), default=0.0)
