"""The supervisor with real processes: what dies comes back, what is stopped stays away, nothing outlives it."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest_asyncio

from lapa_cli.layout import Place
from lapa_cli.running.children import spawn
from lapa_cli.running.launcher import Launcher
from lapa_cli.running.record import Record
from lapa_cli.running.supervisor import Backoff, Program, Supervisor

OBEDIENT = "import time; time.sleep(60)"
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"

# written past the buffer: a signal may come in the middle of the print of "up"
LATE = """
import os, signal, sys, time
def say():
    os.write(1, f"{time.monotonic()}\\n".encode())
def stop(*_):
    say()
    time.sleep(0.2)
    say()
    sys.exit()
signal.signal(signal.SIGTERM, stop)
print("up", flush=True)
time.sleep(60)
"""


@pytest_asyncio.fixture
async def supervisor(place: Place) -> AsyncIterator[Supervisor]:
    supervisor = Supervisor(Record(place))
    yield supervisor
    await supervisor.stop()


def program(
    place: Place, code: str, name: str = "one", layer: int = 0, patience: float = 5.0
) -> Program:
    async def start() -> int:
        return spawn([sys.executable, "-c", code], log=place.log(name))

    return Program(name, start, layer, patience=patience)


async def until(condition: Callable[[], object], seconds: float = 5.0) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.01)


def pid_of(place: Place, name: str = "one") -> int | None:
    file = place.pids / f"{name}.pid"
    return int(file.read_text() or 0) or None if file.exists() else None


def said(place: Place, name: str = "one") -> str:
    return place.log(name).read_text() if place.log(name).exists() else ""


def is_alive(pid: int) -> bool:
    """A zombie is dead."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


async def test_a_killed_program_is_back_within_a_second(supervisor: Supervisor, place: Place):
    supervisor.keep(program(place, OBEDIENT))
    await until(lambda: pid_of(place))
    first = pid_of(place)
    assert first

    os.kill(first, signal.SIGKILL)

    await until(lambda: pid_of(place) not in (None, first), seconds=1)
    state = supervisor.record.programs["one"]
    assert (state.restarts, state.last_end) == (1, "was killed by SIGKILL")


async def test_a_program_that_keeps_dying_is_given_ever_longer_pauses(
    supervisor: Supervisor, place: Place
):
    supervisor.keep(program(place, "raise SystemExit(3)"))

    await asyncio.sleep(1.0)

    state = supervisor.record.programs["one"]
    assert 2 <= state.restarts <= 5
    assert state.last_end == "ended with exit code 3"


async def test_a_program_that_cannot_start_is_tried_again(supervisor: Supervisor, place: Place):
    attempts: list[int] = []

    async def start() -> int:
        attempts.append(1)
        raise FileNotFoundError("no such program")

    supervisor.keep(Program("one", start, 0))

    await until(lambda: len(attempts) > 1)
    assert supervisor.record.programs["one"].last_end == "could not start: no such program"


async def test_what_does_not_listen_is_killed_when_patience_ends(
    supervisor: Supervisor, place: Place
):
    supervisor.keep(program(place, STUBBORN, patience=0.3))
    await until(lambda: said(place))
    pid = pid_of(place)
    assert pid

    began = time.monotonic()
    await supervisor.stop()

    assert not is_alive(pid)
    assert 0.3 <= time.monotonic() - began < 2


async def test_higher_layers_are_gone_before_lower_ones_are_asked(
    supervisor: Supervisor, place: Place
):
    supervisor.keep(program(place, LATE, "store", layer=0))
    supervisor.keep(program(place, LATE, "service", layer=2))
    await until(lambda: "up" in said(place, "store") and "up" in said(place, "service"))

    await supervisor.stop()

    (_, _, service_ended), (_, store_asked, _) = (
        said(place, name).split() for name in ("service", "store")
    )
    assert float(service_ended) < float(store_asked)


async def test_the_preloaded_parent_may_die_and_its_children_live_on(
    supervisor: Supervisor, place: Place
):
    launcher = Launcher(place)
    supervisor.keep(Program("zygote", launcher.start, 1))

    (place.folder / "sleeper.py").write_text(
        "import os, time\n\ndef main():\n    print(os.environ['GREETING'], os.getcwd(), flush=True)\n    time.sleep(60)\n"
    )

    async def start_sleeper() -> int:
        return await launcher.launch(
            "sleeper:main",
            cwd=place.folder,
            environment={**os.environ, "GREETING": "hello"},
            log=place.log("one"),
        )

    supervisor.keep(Program("one", start_sleeper, 2))
    await until(lambda: pid_of(place) and pid_of(place, "zygote"), seconds=20)
    child, parent = pid_of(place), pid_of(place, "zygote")
    assert child
    assert parent

    os.kill(parent, signal.SIGKILL)
    await until(lambda: pid_of(place, "zygote") not in (None, parent))
    assert is_alive(child)
    assert said(place) == f"hello {place.folder}\n"

    os.kill(child, signal.SIGKILL)
    await until(lambda: pid_of(place) not in (None, child), seconds=20)


def test_nothing_outlives_a_killed_supervisor(place: Place):
    code = f"""
import asyncio, sys
from pathlib import Path
from lapa_cli.layout import Place
from lapa_cli.running.children import spawn
from lapa_cli.running.record import Record
from lapa_cli.running.supervisor import Program, Supervisor

async def main():
    place = Place(Path({str(place.folder)!r}))
    async def start():
        return spawn([sys.executable, "-c", {OBEDIENT!r}], log=place.log("one"))
    Supervisor(Record(place)).keep(Program("one", start, 0))
    await asyncio.sleep(60)

asyncio.run(main())
"""
    supervisor = subprocess.Popen([sys.executable, "-c", code])
    deadline = time.monotonic() + 10
    while not (pid := pid_of(place)):
        assert time.monotonic() < deadline
        time.sleep(0.01)

    supervisor.kill()
    supervisor.wait()

    while is_alive(pid):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_pauses_double_and_a_long_life_forgives():
    backoff = Backoff()

    assert [backoff.after(0.1) for _ in range(4)] == [0.0, 0.1, 0.2, 0.4]
    assert backoff.after(60) == 0.0
    assert max(backoff.after(0) for _ in range(20)) == 5.0
