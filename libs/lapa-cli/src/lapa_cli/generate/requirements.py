"""A service's requirements.txt for plain pip: the two libraries by relative path, and the locked versions of the rest."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from lapa_cli.catalogue import Service
from lapa_cli.failures import Failure
from lapa_cli.layout import ROOT
from lapa_cli.setup.packages import lock_of

LIBRARIES = ("lapa-kit", "lapa-contracts")
PIN = re.compile(r"^([a-z0-9._-]+)==([^ \\;]+)(?: ; ([^\\]+?))? *\\?$")


def text_for(service: Service) -> str:
    """Without hashes: pip refuses them beside `-e`. Run pip in the service's folder, where the paths lead."""
    direct = [Requirement(line) for line in lines_of(service.folder / "requirements.in")]
    for requirement in direct:
        if canonicalize_name(requirement.name) not in locked():
            raise Failure(
                f"{service.name} needs {requirement.name}, which is not locked: ./lapa lock"
            )
    libraries = [Requirement(line) for library in LIBRARIES for line in dependencies(library)]
    wanted = closure([*direct, *(one for one in libraries if one.name not in LIBRARIES)])
    pins = [line for name in sorted(wanted) for line in locked().get(name, ())]
    editable = [f"-e ../../libs/{library}" for library in LIBRARIES]
    return "\n".join(
        ["# Made by ./lapa generate from requirements.in and the lock.", *editable, *pins, ""]
    )


def closure(requirements: Iterable[Requirement]) -> set[str]:
    """The names of these packages and of all they need, on any platform the lock covers."""
    found: set[str] = set()
    waiting = list(requirements)
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        key = (name, frozenset(requirement.extras))
        if key in seen or name not in locked():
            continue
        seen.add(key)
        found.add(name)
        waiting += _needs(name, requirement.extras)
    return found


@cache
def locked() -> dict[str, list[str]]:
    """Requirement lines by package; several where the version depends on the Python."""
    pins: dict[str, list[str]] = {}
    for line in lock_of("run").read_text().splitlines():
        if found := PIN.match(line):
            name, version, marker = found.groups()
            pins.setdefault(name, []).append(
                f"{name}=={version}" + (f" ; {marker}" if marker else "")
            )
    return pins


def _needs(name: str, extras: set[str]) -> list[Requirement]:
    """A package that this platform does without is not installed, and cannot be asked."""
    try:
        lines = requires(name) or []
    except PackageNotFoundError:
        return []
    requirements = [Requirement(line) for line in lines]
    return [one for one in requirements if _is_wanted(one, extras)]


def _is_wanted(requirement: Requirement, extras: set[str]) -> bool:
    """Platforms are the lock's business; only extras are decided here."""
    if requirement.marker is None or "extra" not in str(requirement.marker):
        return True
    return any(requirement.marker.evaluate({"extra": extra}) for extra in extras)


def dependencies(library: str) -> list[str]:
    project = tomllib.loads((ROOT / "libs" / library / "pyproject.toml").read_text())
    return project["project"]["dependencies"]


def lines_of(path: Path) -> list[str]:
    if not path.exists():
        return []
    lines = (line.partition("#")[0].strip() for line in path.read_text().splitlines())
    return [line for line in lines if line]
