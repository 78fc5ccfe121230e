"""`./lapa up` and `down`."""

import subprocess
import time
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.live import Live

from lapa_cli import native, overview, ports
from lapa_cli.catalogue import GATEWAY, present
from lapa_cli.diagnosis import require_disk
from lapa_cli.environment import Options, chosen_offset
from lapa_cli.failures import Failure
from lapa_cli.layout import HOME
from lapa_cli.running import control, record
from lapa_cli.running.platform import tail
from lapa_cli.setup import secrets, web
from lapa_cli.ui import console, step

PATIENCE = 90.0
EX_CONFIG = 78
HOPELESS_RESTARTS = 4

Port = Annotated[
    int | None, typer.Option("--port", help="the gateway's port; the others move with it")
]


def up(
    detach: Annotated[
        bool, typer.Option("--detach", "-d", help="return when everything is ready")
    ] = False,
    test_mode: Annotated[
        bool, typer.Option(help="a clock that can be set, and an outbox that can be read")
    ] = False,
    port: Port = None,
) -> None:
    """Start the whole platform and keep it running."""
    options = Options(chosen_offset(port), test_mode)
    if running := record.read(HOME):
        if not detach:
            raise Failure("It is running already: ./lapa status shows it, ./lapa down stops it")
        return _announce(Options(running.port_offset, running.test_mode))
    with open_platform(options, outlives_us=detach) as supervisor:
        if not detach:
            _watch(supervisor)


def down() -> None:
    """Stop the platform."""
    with step("Stopping"):
        was_running = control.stop(HOME)
    if not was_running:
        console.print("Nothing was running.")


@contextmanager
def open_platform(
    options: Options, *, outlives_us: bool = False
) -> Generator["subprocess.Popen[bytes]"]:
    """The platform, ready; stopped at the end unless it outlives us, and always when it does not come up."""
    if not present():
        raise Failure("There is no service in this checkout to start")
    require_disk()
    ports.require_free(options)
    install()
    supervisor = control.start(HOME, options, outlives_us=outlives_us)
    is_to_stay = False
    try:
        _wait(supervisor, options)
        _announce(options)
        is_to_stay = outlives_us
        yield supervisor
    finally:
        if not is_to_stay and supervisor.poll() is None:
            with step("Stopping"):
                supervisor.terminate()
                supervisor.wait()


def install() -> None:
    """Everything that running needs, got where it is missing; the stores and the web app at once."""
    secrets.ensure()
    with ThreadPoolExecutor(2) as pool:
        for done in (pool.submit(_install_stores), pool.submit(web.try_to_build)):
            done.result()


def _install_stores() -> None:
    if native.find() is None:
        with step("PostgreSQL, PostGIS and Redis, unpacked from the distribution"):
            native.ensure()


def _wait(supervisor: "subprocess.Popen[bytes]", options: Options) -> None:
    deadline = time.monotonic() + PATIENCE
    shown = ""
    with Live(console=console, auto_refresh=False, transient=True) as live:
        while True:
            control.check_alive(HOME, supervisor)
            if now := record.read_last(HOME):
                view = overview.look(now)
                _refuse_the_hopeless(now)
                if now.phase == "running" and view.is_ready:
                    return live.update(overview.table_of(view), refresh=True)
                if console.is_terminal:
                    live.update(overview.table_of(view, f"[bold]{now.phase}[/]"), refresh=True)
                elif now.phase != shown:
                    shown = now.phase
                    console.print(f"- {shown}")
                if time.monotonic() > deadline:
                    waiting = "\n".join(
                        f"{row.name}: {row.status}"
                        for row in view.rows
                        if row.status != overview.READY
                    )
                    raise Failure(
                        f"Not ready after {PATIENCE:.0f} s:\n{waiting}\n./lapa doctor may know why."
                    )
            time.sleep(0.1)


def _refuse_the_hopeless(now: record.Record) -> None:
    """A process that will not start by being started again: it said why itself."""
    for name, state in now.programs.items():
        if state.last_end.endswith(f"code {EX_CONFIG}") or state.restarts >= HOPELESS_RESTARTS:
            log = HOME.log(name)
            raise Failure(f"{name} {state.last_end} ({log}):\n{tail(log)}")


def _announce(options: Options) -> None:
    if now := record.read(HOME):
        console.print(overview.table_of(overview.look(now)))
    address = f"http://localhost:{options.port(GATEWAY)}"
    console.print(f"\n[bold]Lapa runs at {address}[/]  (API: {address}/docs)")


def _watch(supervisor: "subprocess.Popen[bytes]") -> None:
    """Until Ctrl-C, or until the supervisor ends."""
    console.print("[dim]Ctrl-C stops it.[/]")
    try:
        seen: dict[str, int] = {}
        while supervisor.poll() is None:
            now = record.read_last(HOME)
            for name, state in now.programs.items() if now else ():
                if state.restarts > seen.get(name, 0):
                    console.print(f"[yellow]{name} {state.last_end}; it was started again[/]")
                seen[name] = state.restarts
            time.sleep(0.5)
        control.check_alive(HOME, supervisor)
    except KeyboardInterrupt:
        console.print()
