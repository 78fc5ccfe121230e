"""The order in which a platform comes up: PostgreSQL and Redis, the schema, the services."""

import asyncio
from collections import deque
from functools import partial
from pathlib import Path

from lapa_cli import native
from lapa_cli.catalogue import Service, present
from lapa_cli.environment import Options, for_children, uses_external_database, uses_external_redis
from lapa_cli.failures import Failure
from lapa_cli.layout import ROOT, STATE, Place
from lapa_cli.running import migrations
from lapa_cli.running.children import Owner, database_owner
from lapa_cli.running.launcher import Launcher
from lapa_cli.running.postgres import Cluster
from lapa_cli.running.redis import Broker
from lapa_cli.running.supervisor import Program, Supervisor, say, signal

STORES, PARENT, SERVICES = 0, 1, 2


class Platform:
    def __init__(self, place: Place, options: Options, supervisor: Supervisor) -> None:
        self.place = place
        self.options = options
        self.supervisor = supervisor
        self.launcher = Launcher(place)
        self.environment = for_children(place, options)

    async def start(self) -> None:
        """Returns when every process runs; whether each is ready it says itself."""
        if self.options.services:
            self.supervisor.keep(Program("zygote", self.launcher.start, PARENT))
        self.supervisor.record.enter("starting PostgreSQL and Redis")
        await self._start_stores()
        if not self.options.services:
            return self.supervisor.record.enter("running")
        await self._migrate()
        self.supervisor.record.enter("starting the services")
        for service in present():
            start = partial(self._start_service, service)
            self.supervisor.keep(Program(service.name, start, SERVICES))
        self.supervisor.record.enter("running")

    async def _start_stores(self) -> None:
        programs = native.find()
        owner = database_owner()
        make_folders(self.place, owner)
        waiting: list[asyncio.Task[None]] = []
        if not uses_external_redis():
            broker = Broker(self.place, need(programs).redis, owner, durable=self.options.durable)
            self.supervisor.keep(Program("redis", broker.start, STORES))
            waiting.append(asyncio.create_task(broker.until_ready()))
        if not uses_external_database():
            user = self.environment["POSTGRES_USER"]
            program = need(programs).postgres
            cluster = Cluster(self.place, program, owner, user=user, durable=self.options.durable)
            await asyncio.to_thread(cluster.make)
            stop = signal.SIGINT  # PostgreSQL's fast stop; SIGTERM would wait for every session
            self.supervisor.keep(Program("postgres", cluster.start, STORES, stop, patience=30))
            await cluster.until_ready()
            await asyncio.to_thread(cluster.ensure_database, self.environment["POSTGRES_DB"])
        await asyncio.gather(*waiting)

    async def _migrate(self) -> None:
        services = [service for service in present() if (service.folder / "migrations").is_dir()]
        ours = not uses_external_database()
        wanted = ""
        if ours:
            wanted = migrations.fingerprint(self.place, services, self.environment["POSTGRES_DB"])
            if migrations.are_done(self.place, wanted):
                return
        self.supervisor.record.enter("preparing the database")
        schemas = [service.schema for service in present()]
        await self._run("prepare", ROOT, "--prepare", *schemas)
        for service in services:
            self.supervisor.record.enter(f"migrating {service.name}")
            await self._run(service.name, service.folder)
        if ours:
            migrations.mark_done(self.place, wanted)

    async def _run(self, name: str, cwd: Path, *arguments: str) -> None:
        log = self.place.log(f"migrate-{name}")
        log.unlink(missing_ok=True)
        pid = await self.launcher.launch(
            "lapa_kit.migrate:main", *arguments, cwd=cwd, environment=self.environment, log=log
        )
        if await self.supervisor.end_of(pid):
            what = "Preparing the database" if cwd == ROOT else f"The migration of {name}"
            raise Failure(f"{what} failed ({log}):\n{tail(log, 40)}")
        say(f"migrated: {name}")

    async def _start_service(self, service: Service) -> int:
        port = str(self.options.port(service))
        return await self.launcher.launch(
            "lapa_cli.running.serve:main",
            self.options.host(service),
            port,
            cwd=service.folder,
            environment=self.environment | {"PORT": port},
            log=self.place.log(service.name),
        )


def make_folders(place: Place, owner: Owner | None) -> None:
    """The stores' folders belong to whom the stores run as, and the way there must be open to him."""
    for folder in (
        place.postgres_data.parent,
        place.media,
        place.pids,
        place.redis_data,
        place.sockets,
    ):
        folder.mkdir(parents=True, exist_ok=True)
    place.sockets.chmod(0o700)
    if owner:
        owner.give(place.redis_data)
        owner.give(place.sockets)
        for folder in (STATE, place.folder, place.run, place.postgres_data.parent):
            folder.chmod(folder.stat().st_mode | 0o011)


def need(programs: native.Native | None) -> native.Native:
    if programs is None:
        raise Failure(
            "PostgreSQL with PostGIS or Redis is missing; ./lapa doctor says how to get them"
        )
    return programs


def tail(log: Path, lines: int = 15) -> str:
    if not log.exists():
        return ""
    with log.open(errors="replace") as file:
        return "".join(deque(file, lines)).rstrip()
