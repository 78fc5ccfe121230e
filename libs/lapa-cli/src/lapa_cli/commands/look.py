"""What one asks of a running platform: `status`, `logs`, `restart`, `psql`, `env`."""

import json
import os
import shlex
import signal
import time
from dataclasses import asdict
from typing import Annotated

import typer

from lapa_cli import following, native, overview
from lapa_cli.catalogue import SERVICES, present
from lapa_cli.environment import Options, addresses, chosen_offset, for_children, user_settings
from lapa_cli.failures import Failure
from lapa_cli.layout import HOME
from lapa_cli.running import record
from lapa_cli.ui import console

RESTART_PATIENCE = 30.0

Name = Annotated[
    str, typer.Argument(help="a service's name (its first word will do), postgres or redis")
]


def status(as_json: Annotated[bool, typer.Option("--json", help="for programs")] = False) -> None:
    """Every process with its port, state and memory (proportional set size)."""
    now = record.read(HOME)
    if now is None:
        console.print("Not running. ./lapa up starts it.")
        raise typer.Exit(3)
    view = overview.look(now)
    if as_json:
        return print(json.dumps(asdict(view), indent=1))
    console.print(overview.table_of(view))


def logs(
    name: Annotated[str | None, typer.Argument(help="one process; all services without")] = None,
    follow: Annotated[bool, typer.Option("--follow", "-f")] = False,
    lines: Annotated[int, typer.Option("--lines", "-n")] = 50,
) -> None:
    """What the processes have said."""
    names = [full_name(name)] if name else [service.name for service in present()]
    following.show({each: HOME.log(each) for each in names}, lines, follow=follow)


def restart(name: Name) -> None:
    """Stop one process; its supervisor starts it again with the code as it is now."""
    name = full_name(name)
    now = _running()
    state = now.programs.get(name)
    if state is None or state.pid is None:
        raise Failure(f"{name} is not running; ./lapa logs {name} may say why")
    os.kill(state.pid, signal.SIGINT if name == "postgres" else signal.SIGTERM)
    deadline = time.monotonic() + RESTART_PATIENCE
    while time.monotonic() < deadline:
        now = _running()
        row = next(row for row in overview.look(now).rows if row.name == name)
        if now.programs[name].pid not in (None, state.pid) and row.status == overview.READY:
            return console.print(f"[green]✓[/] {name} is ready again")
        time.sleep(0.1)
    raise Failure(f"{name} is not ready after {RESTART_PATIENCE:.0f} s; see ./lapa logs {name}")


def psql(context: typer.Context) -> None:
    """A prompt on the platform's database; what follows goes to psql."""
    found = native.find()
    if found is None:
        raise Failure("There is no psql; ./lapa doctor says how to get it")
    settings = for_children(HOME, Options())
    login = {
        "PGHOST": settings["POSTGRES_HOST"],
        "PGPORT": settings["POSTGRES_PORT"],
        "PGUSER": settings["POSTGRES_USER"],
        "PGPASSWORD": settings.get("POSTGRES_PASSWORD", ""),
        "PGDATABASE": settings["POSTGRES_DB"],
    }
    program = found.postgres.bin / "psql"
    os.execve(
        program, [str(program), *context.args], {**settings, **found.postgres.environment, **login}
    )


def env() -> None:
    """The addresses that child processes are given, for a shell: `eval "$(./lapa env)"`."""
    now = record.read(HOME)
    options = Options(now.port_offset, now.test_mode) if now else Options(chosen_offset(None))
    for name, value in addresses(HOME, options, user_settings()).items():
        print(f"export {name}={shlex.quote(value)}")


def full_name(name: str) -> str:
    known = [*(service.name for service in SERVICES), "postgres", "redis", "zygote", "lapa"]
    for each in known:
        if name in (each, each.removesuffix("-service")):
            return each
    raise Failure(f"There is no process named {name!r}. There are: {', '.join(known)}")


def _running() -> record.Record:
    if now := record.read(HOME):
        return now
    raise Failure("The platform is not running; ./lapa up starts it")
