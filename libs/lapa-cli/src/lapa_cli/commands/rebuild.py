"""`./lapa rebuild`."""

import subprocess
import sys
from typing import Annotated

import typer

from lapa_cli.catalogue import find
from lapa_cli.environment import Options, for_children
from lapa_cli.failures import Failure
from lapa_cli.layout import HOME
from lapa_cli.running import record


def rebuild(
    service: Annotated[str, typer.Argument(help="the service whose copies are to be filled")],
    types: Annotated[
        list[str] | None, typer.Argument(help="kinds of facts: user.changed.v1; all without")
    ] = None,
) -> None:
    """Fill a service's copies of what others own from their owners; the platform must be running."""
    found = find(service)
    now = record.read(HOME)
    if now is None:
        raise Failure("The platform is not running; ./lapa up starts it")
    environment = for_children(HOME, Options(now.port_offset, now.test_mode))
    command = [sys.executable, "-m", "lapa_kit.rebuild", *(types or [])]
    ended = subprocess.run(command, cwd=found.folder, env=environment, check=False)
    if ended.returncode:
        raise Failure(f"{found.name} was not filled; what was taken in before stays")
