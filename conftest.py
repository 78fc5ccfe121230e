"""Refuses a pytest run over two services: their packages are all named `app`, and one would be tested as the other."""

from pathlib import Path

import pytest

SERVICES = Path(__file__).parent / "services"


def pytest_configure(config: pytest.Config) -> None:
    paths = [Path(argument.partition("::")[0]).resolve() for argument in config.args]
    touched = {path for path in SERVICES.glob("*/tests") for asked in paths if _covers(asked, path)}
    if len(touched) > 1:
        raise pytest.UsageError(
            "Two services in one pytest process would test the wrong `app`. "
            "Run ./lapa test, or pytest inside services/<name>."
        )


def _covers(asked: Path, tests: Path) -> bool:
    return tests.is_relative_to(asked) or asked.is_relative_to(tests)
