"""The suites in the order they run. Every service is one of its own: two in one process would test the wrong `app`."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lapa_cli.catalogue import SERVICES
from lapa_cli.failures import Failure
from lapa_cli.layout import ROOT

# pytest's own code for a run in which nothing was collected.
NOTHING_COLLECTED = 5


@dataclass(frozen=True, slots=True)
class Suite:
    """`group` is what a person names to run it; `redis_db` keeps suites that run at once apart."""

    name: str
    group: str
    folder: Path
    redis_db: int
    needs_platform: bool = False
    arguments: tuple[str, ...] = field(default=("tests",))


def list_suites() -> list[Suite]:
    """Those that have tests in this checkout."""
    return [suite for suite in _all() if (suite.folder / suite.arguments[0]).is_dir()]


def choose(name: str | None) -> list[Suite]:
    """By service (its first word will do), `libs`, `house`, `saga`, `e2e`, or all of them."""
    suites = list_suites()
    if name is None:
        return suites
    chosen = [
        suite
        for suite in suites
        if name in (suite.name, suite.group, f"{suite.name}".removesuffix("-service"))
    ]
    if not chosen:
        names = ", ".join(dict.fromkeys(suite.group for suite in suites))
        raise Failure(f"There are no tests named {name!r}. There are: {names}")
    return chosen


def _all() -> Iterator[Suite]:
    number = 1
    for library in sorted((ROOT / "libs").iterdir()):
        yield Suite(library.name, "libs", library, number)
        number += 1
    for service in SERVICES:
        yield Suite(service.name, service.name, service.folder, number)
        number += 1
    yield Suite("house", "house", ROOT, number, arguments=("tests/house",))
    yield Suite("saga", "saga", ROOT, number + 1, arguments=("tests/saga",))
    yield Suite("e2e", "e2e", ROOT, number + 2, needs_platform=True, arguments=("tests/e2e",))
