"""The supervisor's process: `python -m lapa_cli.running.supervise`, started by ./lapa and stopped by SIGTERM."""

import argparse
import asyncio
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

from lapa_cli.environment import Options
from lapa_cli.failures import Failure
from lapa_cli.layout import Place
from lapa_cli.running import record
from lapa_cli.running.platform import Platform
from lapa_cli.running.supervisor import Supervisor, say

LEFTOVER_PATIENCE = 10.0


def arguments_for(place: Place, options: Options) -> list[str]:
    """What `main` reads back."""
    arguments = [str(place.folder), f"--port-offset={options.port_offset}"]
    flags = {
        "--test-mode": options.test_mode,
        "--careless": not options.durable,
        "--stores-only": not options.services,
    }
    return [*arguments, *(flag for flag, is_set in flags.items() if is_set)]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port-offset", type=int, default=0)
    parser.add_argument("--test-mode", action="store_true")
    parser.add_argument("--careless", action="store_true")
    parser.add_argument("--stores-only", action="store_true")
    given = parser.parse_args()
    options = Options(given.port_offset, given.test_mode, not given.careless, not given.stores_only)
    sys.exit(asyncio.run(supervise(Place(given.folder), options)))


async def supervise(place: Place, options: Options) -> int:
    """Run the platform in `place` until told to stop; the exit code."""
    place.run.mkdir(parents=True, exist_ok=True)
    if record.lock(place) is None:
        say("another supervisor runs this platform")
        return 1
    place.pids.mkdir(exist_ok=True)
    await _outlive_predecessor(place)
    now = record.Record(place, os.getpid(), options.port_offset, options.test_mode)
    supervisor = Supervisor(now)
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    starting = asyncio.create_task(Platform(place, options, supervisor).start())
    asked = asyncio.create_task(stop.wait())
    await asyncio.wait({starting, asked}, return_when=asyncio.FIRST_COMPLETED)
    problem = await _problem(starting)
    if not problem:
        await asked
    now.enter("stopping", problem)
    starting.cancel()
    await supervisor.stop()
    now.enter("failed" if problem else "stopped", problem)
    return 1 if problem else 0


async def _outlive_predecessor(place: Place) -> None:
    """The children of a supervisor that was killed are stopping by themselves; their ports are free when they are gone."""
    files = list(place.pids.glob("*.pid"))
    with suppress(TimeoutError):
        async with asyncio.timeout(LEFTOVER_PATIENCE):
            while any(_is_alive(int(file.read_text() or 0)) for file in files):
                await asyncio.sleep(0.05)
    for file in files:
        file.unlink()


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return pid > 0


async def _problem(starting: asyncio.Task[None]) -> str:
    if not starting.done():
        return ""
    with suppress(asyncio.CancelledError):
        if error := starting.exception():
            say(f"{error!r}")
            return str(error) if isinstance(error, Failure) else f"{error!r}"
    return ""


if __name__ == "__main__":
    main()
