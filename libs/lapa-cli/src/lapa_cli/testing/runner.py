"""Running suites, two at a time, each in a pytest process of its own."""

import asyncio
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lapa_cli.layout import STATE
from lapa_cli.testing.report import Counts, Result, read_junit
from lapa_cli.testing.suites import Suite

AT_ONCE = 2
# A test that hangs first says where, then its suite is ended: a run never waits for ever.
SAYS_WHERE_AFTER = 180
PATIENCE = 1200


@dataclass(frozen=True, slots=True)
class Run:
    """`is_shown`: pytest speaks to the terminal itself instead of into a log."""

    environment: Mapping[str, str]
    arguments: Sequence[str]
    is_shown: bool
    running: Callable[[Sequence[str]], None]
    finished: Callable[[Result], None]


def run_suites(suites: Sequence[Suite], run: Run) -> list[Result]:
    async def all_of_them() -> list[Result]:
        gate = asyncio.Semaphore(AT_ONCE)
        under_way: list[str] = []
        return await asyncio.gather(*(_in_turn(gate, under_way, suite, run) for suite in suites))

    return asyncio.run(all_of_them())


async def _in_turn(gate: asyncio.Semaphore, under_way: list[str], suite: Suite, run: Run) -> Result:
    async with gate:
        under_way.append(suite.name)
        run.running(under_way)
        result = await _run(suite, run)
        under_way.remove(suite.name)
        run.running(under_way)
    run.finished(result)
    return result


async def _run(suite: Suite, run: Run) -> Result:
    junit, log = _files(suite)
    options = (f"--junitxml={junit}", "-q", "-o", f"faulthandler_timeout={SAYS_WHERE_AFTER}")
    color = ["--color=yes"] if sys.stdout.isatty() else []
    command = [sys.executable, "-m", "pytest", *suite.arguments, *options, *color, *run.arguments]
    environment = {**run.environment, "REDIS_DB": str(suite.redis_db)}
    began = time.monotonic()
    with log.open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            *command,
            cwd=suite.folder,
            env=environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=None if run.is_shown else output,
            stderr=None if run.is_shown else asyncio.subprocess.STDOUT,
        )
        exit_code = await _end_of(process)
    return Result(
        suite.name, read_junit(junit, exit_code), time.monotonic() - began, exit_code, log
    )


async def _end_of(process: asyncio.subprocess.Process) -> int:
    try:
        async with asyncio.timeout(PATIENCE):
            return await process.wait()
    except TimeoutError:
        process.kill()
        return await process.wait()


def _files(suite: Suite) -> tuple[Path, Path]:
    folder = STATE / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    junit = folder / f"test-{suite.name}.xml"
    junit.unlink(missing_ok=True)
    return junit, folder / f"test-{suite.name}.log"


def never_ran(suite: Suite) -> Result:
    """A suite whose surroundings did not come up has failed, not vanished."""
    return Result(suite.name, Counts(failed=1), 0.0, 1, _files(suite)[1])
