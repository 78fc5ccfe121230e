"""One PostgreSQL cluster of our own: made, started, asked whether it is ready."""

import asyncio
import os
import shutil
from pathlib import Path

from lapa_cli.failures import Failure
from lapa_cli.layout import Place
from lapa_cli.native import Postgres
from lapa_cli.running.children import LINUX, Owner, spawn
from lapa_cli.tool import ask, everything

PATIENCE = 60.0

SETTINGS = {
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "2GB",
    "log_checkpoints": "off",
}
# After a kill the whole data folder is synced before recovery: in one call instead of one for each file.
SETTINGS_ON_LINUX = {"recovery_init_sync_method": "syncfs"}
# For tests: nothing survives a crash of the machine, and nothing needs to.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Cluster:
    def __init__(
        self, place: Place, program: Postgres, owner: Owner | None, *, user: str, durable: bool
    ) -> None:
        self.data = place.postgres_data
        self.sockets = place.sockets
        self.log = place.log("postgres")
        self.user = user
        self._program = program
        self._owner = owner
        self._settings = SETTINGS | (SETTINGS_ON_LINUX if LINUX else {})
        if not durable:
            self._settings |= CARELESS

    def make(self) -> None:
        """An empty cluster, aside and renamed, unless there is one."""
        if (self.data / "PG_VERSION").exists():
            return self._check_version()
        new = self.data.with_name("postgres.new")
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(mode=0o700)
        if self._owner:
            self._owner.give(new)
        self._run(
            "initdb",
            "--no-sync",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "-U",
            self.user,
            "-D",
            new,
        )
        new.rename(self.data)

    async def start(self) -> int:
        settings = self._settings | {"unix_socket_directories": str(self.sockets)}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return spawn(
            [self._program.bin / "postgres", "-D", self.data, *options],
            log=self.log,
            environment={**os.environ, **self._program.environment},
            owner=self._owner,
        )

    async def until_ready(self) -> None:
        """PostgreSQL writes its own state into the eighth line of its pid file."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not self._says_ready():
                    await asyncio.sleep(0.02)
        except TimeoutError:
            raise Failure(f"PostgreSQL does not start; see {self.log}") from None

    def ensure_database(self, name: str) -> None:
        query = (
            f"select 1 from pg_database where datname = '{name}'"  # a name from our own settings
        )
        if not self._run(
            "psql", "-h", self.sockets, "-U", self.user, "-d", "postgres", "-Atc", query
        ):
            self._run("createdb", "-h", self.sockets, "-U", self.user, name)

    def _says_ready(self) -> bool:
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return False
        return len(lines) >= 8 and lines[7].strip() == "ready"

    def _check_version(self) -> None:
        made_by = int((self.data / "PG_VERSION").read_text())
        if made_by != self._program.version:
            raise Failure(
                f"The data in {self.data} was made by PostgreSQL {made_by}, and this machine now has "
                f"{self._program.version}. Name the old one in LAPA_POSTGRES_BIN, or move the folder away to start empty."
            )

    def _run(self, tool: str, *arguments: str | Path) -> str:
        said = ask(
            [self._program.bin / tool, *arguments],
            cwd="/",
            environment=self._program.environment,
            user=self._owner and self._owner.uid,
            group=self._owner and self._owner.gid,
        )
        if said.returncode:
            raise Failure(f"{tool} failed: {everything(said)}")
        return said.stdout.strip()
