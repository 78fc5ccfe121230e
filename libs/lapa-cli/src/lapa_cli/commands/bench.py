"""`./lapa bench`: measurements on a platform of their own."""

import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from lapa_cli.commands.up import install
from lapa_cli.failures import Failure
from lapa_cli.layout import ROOT
from lapa_cli.setup.packages import ensure_group, lock_of
from lapa_cli.testing import surroundings
from lapa_cli.ui import console

BENCHMARKS = ROOT / "benchmarks"


def bench(
    context: typer.Context,
    suite: Annotated[str | None, typer.Argument(help="one suite; all without")] = None,
) -> None:
    """Measure, each figure beside a limit or a peer measured in the same run. What follows `--` goes to the suite."""
    suites = _choose(suite)
    install()
    ensure_group("test")
    if lock_of("bench").exists():
        ensure_group("bench")
    console.print("Starting a platform to measure")
    with surroundings.platform("bench", test_mode=True) as environment:
        for path in suites:
            console.rule(path.stem)
            command = [sys.executable, "-m", f"benchmarks.{path.stem}", *context.args]
            ended = subprocess.run(command, cwd=ROOT, env=environment, check=False)
            if ended.returncode:
                raise Failure(f"benchmarks/{path.name} ended with exit code {ended.returncode}")


def _choose(name: str | None) -> list[Path]:
    """A suite is a module of benchmarks/ that runs by itself; what they share begins with an underscore."""
    found = [path for path in sorted(BENCHMARKS.glob("*.py")) if not path.stem.startswith("_")]
    chosen = [path for path in found if name in (None, path.stem)]
    if not chosen:
        raise Failure(
            f"There are the suites: {', '.join(path.stem for path in found) or 'none yet'}"
        )
    return chosen
