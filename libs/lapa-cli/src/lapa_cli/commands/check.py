"""`./lapa check` and `generate`."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import typer

from lapa_cli.checks import code, files
from lapa_cli.failures import Failure
from lapa_cli.generate.files import write_all
from lapa_cli.generate.lock import lock_all
from lapa_cli.layout import ROOT
from lapa_cli.setup.packages import ensure_group
from lapa_cli.ui import console

AT_ONCE = 2

# The slowest first.
CHECKS: dict[str, Callable[[], str]] = {
    "types": code.types,
    "generated files": files.generated,
    "web app": files.web_app,
    "import directions": code.import_directions,
    "kubernetes manifests": files.kubernetes,
    "lint": code.lint,
    "format": code.formatting,
}


def check() -> None:
    """Format, lint, import directions, types, generated files, manifests. Quiet when all is well."""
    ensure_group("test")
    began = time.monotonic()
    with console.status("Checking"), ThreadPoolExecutor(AT_ONCE) as pool:
        findings = dict(zip(CHECKS, pool.map(_run, CHECKS.values()), strict=True))
    problems = {name: found for name, found in findings.items() if found}
    for name, found in problems.items():
        console.print(f"[bold red]✗ {name}[/]")
        console.print(found, markup=False, soft_wrap=True)
    if problems:
        raise typer.Exit(1)
    console.print(f"[green]✓[/] {', '.join(CHECKS)} [dim]{time.monotonic() - began:.1f} s[/]")


def generate() -> None:
    """Write the files that are made from others."""
    for path in write_all():
        console.print(f"[green]✓[/] {path.relative_to(ROOT)}")


def lock() -> None:
    """Resolve all Python packages anew, after a requirements.in or a library's pyproject.toml has changed."""
    lock_all()
    console.print("The next ./lapa installs them. Now ./lapa generate.")


def reformat() -> None:
    """Format the Python code and mend what the linter can mend."""
    ensure_group("test")
    console.print(code.reformat() or "[green]✓[/] nothing left to mend by hand", soft_wrap=True)


def _run(one: Callable[[], str]) -> str:
    try:
        return one()
    except Failure as failure:
        return str(failure)
