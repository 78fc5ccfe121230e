"""A service that can be killed anywhere and be back in a moment: each of its lives is a fork of this process.

Run in the service's folder with the port it answers on. A line of JSON on the standard input begins a life, its
process id is the answer. A life is the service as it is, and beside it `/stage`: by that a test moves its clock,
has it do its background work step by step, or says at which commit it is to die.
"""

import gc
import json
import os
import re
import signal
import sys
from datetime import timedelta
from typing import Any

import uuid_utils
import uvicorn
from fastapi import APIRouter, FastAPI, Request
from sqlalchemy import Pool, event
from sqlalchemy.engine import Connection, Engine

from lapa_cli.running.children import die_with
from lapa_kit import clock
from lapa_kit.events import Envelope
from lapa_kit.events.outbox import Relay
from lapa_kit.events.subscriber import Consumer
from lapa_kit.events.transport import Delivery, connect
from lapa_kit.jobs import Runner, Worker

WRITING = re.compile(
    r"^\s*(insert|update|delete)|\b(post_journal|place_hold|resize_hold|close_hold)\(",
    re.IGNORECASE,
)


class Death:
    """Counts the commits that wrote something, and kills the process before or after one of them."""

    def __init__(self) -> None:
        self.commits = 0
        self.moment: str | None = None
        self.at_commit = 0

    def watch(self) -> None:
        event.listen(Engine, "before_cursor_execute", self._note_statement)
        event.listen(Engine, "commit", self._before)
        event.listen(Pool, "checkin", self._after)

    def come(self, moment: str, *, commits_later: int) -> None:
        self.moment, self.at_commit = moment, self.commits + commits_later

    def _note_statement(self, connection: Connection, _: Any, statement: str, *__: Any) -> None:
        if WRITING.search(statement):
            connection.info["has_written"] = True

    def _before(self, connection: Connection) -> None:
        if connection.info.pop("has_written", False):
            self.commits += 1
            connection.info["commit"] = self.commits
            self._strike("before", self.commits)

    def _after(self, _: Any, record: Any) -> None:
        record.info.pop("has_written", None)
        if number := record.info.pop("commit", None):
            self._strike("after", number)

    def _strike(self, moment: str, number: int) -> None:
        if (moment, number) == (self.moment, self.at_commit):
            os.kill(os.getpid(), signal.SIGKILL)


death = Death()
stage = APIRouter(prefix="/stage")


@stage.post("/relay")
async def relay(request: Request) -> int:
    """Carry to the transport what was said; how many events that were."""
    state = request.app.state
    transport = connect(state.settings.events_transport_url)
    try:
        return await Relay(state.sessions, transport, state.settings.service_name).relay_batch()
    finally:
        await transport.close()


@stage.post("/hear")
async def hear(request: Request) -> int:
    """Let these events arrive, as one batch; how many of them are done with."""
    state = request.app.state
    consumer = Consumer(state.sessions, state.subscriber, connect("redis://nowhere"))
    batch = [
        Delivery("stage", str(place), Envelope.from_json(one))
        for place, one in enumerate(await request.json())
    ]
    return len(await consumer.handle(batch))


@stage.post("/jobs")
async def jobs(request: Request) -> int:
    """Do what is due, and what becomes due by that; how many were tried."""
    state = request.app.state
    worker = Worker(state.sessions, state.clients, state.settings)
    runner, total = Runner(state.jobs, worker, concurrency=1), 0
    while tried := await runner.run_due():
        total += tried
    return total


@stage.post("/clock")
async def move_clock(offset_s: float) -> None:
    clock.shift(timedelta(seconds=offset_s))


@stage.post("/death")
async def die(moment: str, commits_later: int) -> None:
    death.come(moment, commits_later=commits_later)


@stage.delete("/death")
async def live_on() -> None:
    death.moment = None


@stage.get("/commits")
async def count_commits() -> int:
    return death.commits


def live(app: FastAPI, port: int, *, by_itself: bool, offset_s: float) -> None:
    """`by_itself`: with its background tasks, as in production."""
    clock.shift(timedelta(seconds=offset_s))
    app.state.lifespan_tasks = by_itself
    app.include_router(stage)
    death.watch()
    uvicorn.run(
        app,
        host="127.0.0.1",
        port=port,
        loop="uvloop",
        http="httptools",
        ws="none",
        log_config=None,
        access_log=False,
    )


def main() -> None:
    sys.path.insert(0, os.getcwd())
    from main import app  # pyright: ignore[reportMissingImports]

    port = int(sys.argv[1])
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # a life that ended leaves nothing behind
    os.register_at_fork(after_in_child=uuid_utils.reseed_rng)
    gc.freeze()
    print("ready", flush=True)
    for line in sys.stdin:
        parent = os.getpid()
        if life := os.fork():
            print(life, flush=True)
            continue
        die_with(parent)
        os.dup2(2, 1)  # what it logs goes where its errors go; the answers are the nursery's
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        live(app, port, **json.loads(line))
        os._exit(0)


if __name__ == "__main__":
    main()
