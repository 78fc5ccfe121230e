"""The web app, built when its sources have changed since."""

import os
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from rich.markup import escape

from lapa_cli.failures import Failure
from lapa_cli.layout import ROOT
from lapa_cli.setup import node
from lapa_cli.tool import ask, everything
from lapa_cli.ui import errors, step

WEB = ROOT / "web"
DIST = WEB / "dist"
NOT_SOURCES = {"node_modules", "dist", "coverage", "test-results", "playwright-report"}


def try_to_build() -> None:
    """A web app that cannot be built is said so, and is no reason to do without the API."""
    try:
        ensure()
    except Failure as failure:
        errors.print(f"[bold red]The web app is missing:[/] {escape(str(failure))}")


def ensure() -> None:
    """web/dist as the sources say; nothing when this checkout has no web app."""
    if not (WEB / "package.json").exists() or is_current():
        return
    environment = node.ensure()
    ensure_packages(environment)
    with step("The web app"):
        wanted = fingerprint()
        _npm(environment, "run", "build")
        _stamp(DIST).write_text(wanted)


def ensure_packages(environment: dict[str, str]) -> None:
    modules = WEB / "node_modules"
    wanted = sha256((WEB / "package-lock.json").read_bytes()).hexdigest()
    if _stamp(modules).exists() and _stamp(modules).read_text() == wanted:
        return
    with step("The web app's packages"):
        shutil.rmtree(modules, ignore_errors=True)
        _npm(environment, "ci", "--no-audit", "--no-fund")
        _stamp(modules).write_text(wanted)


def is_current() -> bool:
    return _stamp(DIST).exists() and _stamp(DIST).read_text() == fingerprint()


def fingerprint() -> str:
    digest = sha256()
    for file in sorted(_sources()):
        digest.update(str(file.relative_to(WEB)).encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _sources() -> Iterator[Path]:
    for folder, names, files in os.walk(WEB):
        names[:] = [name for name in names if name not in NOT_SOURCES and not name.startswith(".")]
        yield from (Path(folder, file) for file in files)


def _stamp(folder: Path) -> Path:
    return folder / ".lapa-stamp"


def _npm(environment: dict[str, str], *arguments: str) -> None:
    said = ask(["npm", *arguments], cwd=WEB, environment=environment)
    if said.returncode:
        raise Failure(f"`npm {' '.join(arguments)}` in web/ failed:\n{everything(said)}")
