"""A place for a platform of a test's own, with a path short enough for a socket."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from lapa_cli.layout import Place


@pytest.fixture
def place() -> Iterator[Place]:
    with tempfile.TemporaryDirectory(prefix="lapa-") as folder:
        made = Place(Path(folder))
        made.pids.mkdir(parents=True)
        yield made
