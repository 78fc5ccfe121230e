"""What a service says of itself, asked in a process of its own: ten packages are named `app`.

Run in a service's folder it prints the description; imported it asks every service.
"""

import json
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from typing import Any

from lapa_cli.catalogue import Service, present
from lapa_cli.failures import Failure
from lapa_cli.tool import ask

AT_ONCE = 2
# Code must say the same of itself wherever it is asked, so the settings of this machine are kept from it.
KEPT = ("HOME", "LAPA_STATE", "LD_LIBRARY_PATH", "PATH", "PYTHONPYCACHEPREFIX")
NEUTRAL = {"JWT_SECRET_KEY": "only-for-describing-a-service-32-bytes", "ENVIRONMENT": "development"}


@dataclass(frozen=True, slots=True)
class Description:
    openapi: dict[str, Any]
    listens: list[str]
    problems: list[dict[str, Any]]
    """Each refusal it may give: `code`, `status`, and its title by language."""


def describe_all() -> dict[str, Description]:
    """By service name."""
    services = present()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(
            zip((service.name for service in services), pool.map(_ask, services), strict=True)
        )


def _ask(service: Service) -> Description:
    said = ask(["env", "-i", *surroundings(), sys.executable, "-m", __name__], cwd=service.folder)
    if said.returncode:
        raise Failure(f"{service.name} cannot be imported:\n{said.stderr.strip()}")
    return Description(**json.loads(said.stdout))


def surroundings() -> list[str]:
    """What a service needs to be imported, for `env -i`."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return [f"{name}={value}" for name, value in {**kept, **NEUTRAL}.items()]


def main() -> None:
    sys.path.insert(0, os.getcwd())
    from main import app  # pyright: ignore  # the service's own, known only to the folder

    description = Description(
        app.openapi(), sorted(app.state.subscriber.handlers), list(_problems())
    )
    json.dump(asdict(description), sys.stdout)


def _problems() -> Iterator[dict[str, Any]]:
    from lapa_kit import wording
    from lapa_kit.problems import Problem

    todo = Problem.__subclasses__()
    while todo:
        kind = todo.pop()
        todo += kind.__subclasses__()
        said = {one: wording.translated(kind.title, one) for one in wording.languages()}
        titles = {wording.ENGLISH: kind.title, **said}
        yield {"code": kind.code, "status": kind.status, "titles": titles}


if __name__ == "__main__":
    main()
