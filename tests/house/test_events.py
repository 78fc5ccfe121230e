"""What is said has a contract, and what is listened to is said."""

import ast
from pathlib import Path

import pytest
from house import NAMES, SERVICES

from lapa_contracts.catalogue import EVENTS

every_service = pytest.mark.parametrize("service", SERVICES, ids=NAMES)
BY_NAME = {event.__name__: event for event in EVENTS.values()}


def _imported_events(path: Path) -> set[str]:
    return {
        alias.name
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("lapa_contracts")
        for alias in node.names
        if alias.name in BY_NAME
    }


@every_service
def test_a_service_listens_only_in_subscribers(service: Path) -> None:
    for path in (service / "app").rglob("*.py"):
        if "Subscriber()" in path.read_text():
            assert path == service / "app" / "subscribers.py", "that file is the complete list"


@every_service
def test_a_service_says_only_what_is_its_own(service: Path) -> None:
    heard: set[str] = set()
    subscribers = service / "app" / "subscribers.py"
    if subscribers.exists():
        heard = _imported_events(subscribers)
    for path in (service / "app" / "services").rglob("*.py"):
        text = path.read_text()
        for name in _imported_events(path) - heard:
            if f"{name}(" in text or f", {name}" in text:
                said_by = BY_NAME[name].said_by()
                assert service.name in said_by or f"event: {name}" in text, (
                    f"{path} says {name}, which is for {said_by} to say"
                )
