"""Keeping programs alive: start them, learn of every end, start again what died, stop all in order."""

import asyncio
import os
import signal
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

from lapa_cli.running.children import adopt_orphans, how_it_ended
from lapa_cli.running.record import Record

LONG_LIFE = 10.0
FIRST_PAUSE = 0.1
LONGEST_PAUSE = 5.0
# An adopted grandchild's end is forgotten after this, so that a later child with the same id is not taken for it.
STRAY_MEMORY = 5.0


@dataclass(frozen=True, slots=True)
class Program:
    """`start` returns the pid of a child of this process. Lower layers are stopped last."""

    name: str
    start: Callable[[], Awaitable[int]]
    layer: int
    stop_signal: signal.Signals = signal.SIGTERM
    patience: float = 10.0


class Backoff:
    """Pauses before a restart: none after a long life, then doubling."""

    def __init__(self) -> None:
        self._next = 0.0

    def after(self, lifetime: float) -> float:
        if lifetime >= LONG_LIFE:
            self._next = 0.0
        pause = self._next
        self._next = min(max(pause * 2, FIRST_PAUSE), LONGEST_PAUSE)
        return pause


class Supervisor:
    def __init__(self, record: Record) -> None:
        self.record = record
        self._programs: dict[str, Program] = {}
        self._keepers: dict[str, asyncio.Task[None]] = {}
        self._pids: dict[str, int] = {}
        self._ends: dict[int, asyncio.Future[int]] = {}
        self._stopping = False
        adopt_orphans()
        asyncio.get_running_loop().add_signal_handler(signal.SIGCHLD, self._reap)

    def keep(self, program: Program) -> None:
        """Run a program from now on, again and again."""
        self._programs[program.name] = program
        self._keepers[program.name] = asyncio.create_task(self._keep(program))

    async def end_of(self, pid: int) -> int:
        """The wait status of a child, once it has ended."""
        try:
            return await self._ends.setdefault(pid, self._new_end())
        finally:
            self._ends.pop(pid, None)

    async def stop(self) -> None:
        """Stop everything, the top layer first, each layer at once."""
        self._stopping = True
        for layer in sorted({program.layer for program in self._programs.values()}, reverse=True):
            names = [name for name, program in self._programs.items() if program.layer == layer]
            await asyncio.gather(*(self._stop(self._programs[name]) for name in names))

    async def _keep(self, program: Program) -> None:
        backoff = Backoff()
        while not self._stopping:
            began = time.monotonic()
            how = await self._run_once(program)
            if self._stopping:
                return
            pause = backoff.after(time.monotonic() - began)
            say(
                f"{program.name} {how}; starting it again" + (f" in {pause:.1f} s" if pause else "")
            )
            await asyncio.sleep(pause)

    async def _run_once(self, program: Program) -> str:
        try:
            pid = await program.start()
        except OSError as error:
            how = f"could not start: {error}"
            self.record.ended(program.name, how)
            return how
        self._pids[program.name] = pid
        self.record.started(program.name, pid)
        how = how_it_ended(await self.end_of(pid))
        del self._pids[program.name]
        self.record.ended(program.name, how)
        return how

    async def _stop(self, program: Program) -> None:
        keeper = self._keepers[program.name]
        for order in (program.stop_signal, signal.SIGKILL):
            if pid := self._pids.get(program.name):
                with suppress(ProcessLookupError):
                    os.kill(pid, order)
                with suppress(TimeoutError):
                    async with asyncio.timeout(program.patience):
                        await asyncio.shield(keeper)
        keeper.cancel()

    def _reap(self) -> None:
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            if pid not in self._ends:
                asyncio.get_running_loop().call_later(STRAY_MEMORY, self._ends.pop, pid, None)
            end = self._ends.setdefault(pid, self._new_end())
            if not end.done():
                end.set_result(status)

    @staticmethod
    def _new_end() -> asyncio.Future[int]:
        return asyncio.get_running_loop().create_future()


def say(text: str) -> None:
    """A line in the supervisor's own log."""
    print(time.strftime("%Y-%m-%dT%H:%M:%S"), text, flush=True)
