"""`./lapa migration`."""

import sys
from typing import Annotated

import typer

from lapa_cli import native
from lapa_cli.catalogue import find
from lapa_cli.failures import Failure
from lapa_cli.setup.packages import ensure_group
from lapa_cli.testing import surroundings
from lapa_cli.tool import ask, everything
from lapa_cli.ui import console, step


def migration(
    service: Annotated[str, typer.Argument(help="the service whose models have changed")],
    name: Annotated[str, typer.Argument(help="what changes, in a few words: orders_cancelled_at")],
) -> None:
    """Write the next migration of a service from its models. Read it before you commit it."""
    found = find(service)
    ensure_group("test")
    native.ensure()
    with (
        step(f"Comparing {found.name} with a fresh database"),
        surroundings.stores() as environment,
    ):
        migrate = [sys.executable, "-m", "lapa_kit.migrate"]
        for arguments in (["--prepare", found.schema], [], ["--new", name]):
            said = ask([*migrate, *arguments], cwd=found.folder, environment=environment)
            if said.returncode:
                raise Failure(everything(said))
    versions = found.folder / "migrations" / "versions"
    newest = max(versions.glob("[0-9]*.py"))
    for tidy in (["check", "--fix"], ["format"]):
        ask([sys.executable, "-m", "ruff", *tidy, "--quiet", newest])
    console.print(f"[green]✓[/] {newest}")
