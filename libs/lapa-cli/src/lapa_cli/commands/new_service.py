"""`./lapa new-service`."""

import re
import subprocess
import sys
from typing import Annotated

import typer

from lapa_cli.catalogue import SERVICES, Service, find
from lapa_cli.failures import Failure
from lapa_cli.layout import ROOT
from lapa_cli.scaffold import folder, lists
from lapa_cli.ui import console

MODEL = "order-service"
SUFFIX = "-service"
NAME = re.compile(r"[a-z]+(-[a-z]+)*")


def new_service(
    name: Annotated[str, typer.Argument(help="what it keeps, in the plural: reviews")],
) -> None:
    """Make an eleventh service that is green before a line is typed."""
    new = plan(name)
    last = SERVICES[-1]
    if (ROOT / "services" / new.name).exists():
        raise Failure(f"services/{new.name} is there already")
    changed = lists.enter(ROOT, last, new)
    made = folder.make(ROOT, new, find(MODEL))
    # A process of its own: this one was started before the service was in the table.
    subprocess.run([sys.executable, "-m", "lapa_cli", "generate"], cwd=ROOT, check=False)
    console.print(f"[green]✓[/] {made.relative_to(ROOT)}, and its name in:")
    for path in changed:
        console.print(f"  {path.relative_to(ROOT)}")
    console.print(
        f"\nNow: ./lapa test {new.name}, then say in its README and in main.py what it is for."
    )


def plan(name: str) -> Service:
    """Its name, schema and port, unlike all others."""
    noun = name.removesuffix(SUFFIX)
    if not NAME.fullmatch(noun):
        raise Failure(f"{name!r} is no name: lower-case words joined by hyphens, like care-plans")
    new = Service(
        f"{noun}{SUFFIX}", noun.replace("-", "_"), max(one.port for one in SERVICES[1:]) + 1
    )
    if any(new.schema == one.schema for one in SERVICES):
        raise Failure(f"The schema {new.schema} belongs to another service")
    return new
