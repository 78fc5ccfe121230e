"""The stage that order- and payment-service play on; `--thorough` tries a hundred points of death and many more stories."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from stage import Stage

from lapa_cli.layout import STATE
from lapa_kit.testing import identity


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--thorough", action="store_true", help="as long as it takes, not a minute")


def pytest_configure() -> None:
    identity.set_test_environment()


@pytest.fixture(scope="session")
def is_thorough(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--thorough"))


@pytest.fixture(scope="session")
def stage() -> Iterator[Stage]:
    logs = STATE / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="lapa-saga-") as folder:
        stage = Stage(Path(folder), logs)
        yield stage
        stage.end()
