"""The conftest at the root refuses what would test one service as another."""

import subprocess
import sys

import pytest

from lapa_cli.layout import ROOT


def collect(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-c", "pyproject.toml"]
    return subprocess.run(
        [*command, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "arguments", [["services"], ["services/user-service/tests", "services/pet-service/tests"]]
)
def test_two_services_in_one_run_are_refused(arguments: list[str]):
    said = collect(*arguments)

    assert said.returncode == 4
    assert "would test the wrong `app`" in said.stderr
    assert "./lapa test" in said.stderr
