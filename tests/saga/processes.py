"""The processes of the stage: services that can be killed and be back in a moment, and a Redis that forgets."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from redis import Redis
from redis.exceptions import RedisError

from lapa_cli import native
from lapa_cli.catalogue import SERVICES

NURSERY = Path(__file__).with_name("nursery.py")
PATIENCE_S = 60.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Broker:
    """A Redis without a file: what it held is lost when it dies."""

    def __init__(self, folder: Path) -> None:
        self.socket, self.folder = folder / "redis.sock", folder
        self.client = Redis(unix_socket_path=str(self.socket))
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        found = native.ensure().redis
        settings = {"port": "0", "unixsocket": str(self.socket), "save": "", "appendonly": "no"}
        options = [part for name, value in settings.items() for part in (f"--{name}", value)]
        with (self.folder / "redis.log").open("ab") as log:
            self._process = subprocess.Popen(
                [found.server, *options],
                cwd=self.folder,
                env={**os.environ, **found.environment},
                stdout=log,
                stderr=log,
            )
        wait_until(self._answers)

    def _answers(self) -> bool:
        try:
            return bool(self.client.ping())
        except (RedisError, OSError):
            return False

    def forget(self) -> None:
        self.client.flushall()

    def die_and_come_back(self) -> None:
        self.kill()
        self.start()

    def kill(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
            self.socket.unlink(missing_ok=True)


def wait_until(condition: Any, *, told: Sequence[str] = ()) -> Any:
    """What the condition says as soon as it is true; the last of what was `told` explains why it never was."""
    ends = time.monotonic() + PATIENCE_S
    while not (said := condition()):
        assert time.monotonic() < ends, f"waited {PATIENCE_S} s for {condition}, {told[-1:]}"
        time.sleep(0.02)
    return said


@dataclass
class Service:
    """One service of the stage; while it is dead, calls to it raise `httpx.TransportError`."""

    name: str
    port: int
    environment: dict[str, str]
    log: Path
    life: int = 0
    http: httpx.Client = field(init=False)

    def __post_init__(self) -> None:
        folder = next(one.folder for one in SERVICES if one.name == self.name)
        with self.log.open("wb") as log:
            self._nursery = subprocess.Popen(
                [sys.executable, NURSERY, str(self.port)],
                cwd=folder,
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        self.http = httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=60)

    def until_imported(self) -> None:
        assert self._answer() == "ready", self.log

    def begin_life(self, *, by_itself: bool, offset_s: float) -> None:
        assert self._nursery.stdin
        life = {"by_itself": by_itself, "offset_s": offset_s}
        print(json.dumps(life), file=self._nursery.stdin, flush=True)
        self.life = int(self._answer())
        wait_until(self._answers)

    def _answer(self) -> str:
        assert self._nursery.stdout
        return self._nursery.stdout.readline().strip()

    def _answers(self) -> bool:
        try:
            return self.http.get("/health").is_success
        except httpx.TransportError:
            return False

    @property
    def is_alive(self) -> bool:
        try:
            os.kill(self.life, 0)
        except ProcessLookupError:
            return False
        return True

    def kill(self) -> None:
        if self.life and self.is_alive:
            os.kill(self.life, signal.SIGKILL)
            wait_until(lambda: not self.is_alive)
        self.life = 0

    def end(self) -> None:
        self.kill()
        self._nursery.kill()
        self._nursery.wait()
        self.http.close()
