"""Showing log files: their ends, and then what is added."""

import time
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO

PAUSE = 0.2


def show(logs: Mapping[str, Path], lines: int, *, follow: bool) -> None:
    """Several logs at once are told apart by a prefix."""
    width = max(map(len, logs)) if len(logs) > 1 else 0
    files: dict[str, IO[str]] = {}
    for name, path in logs.items():
        if path.exists():
            files[name] = path.open(errors="replace")
            for line in deque(files[name], lines):
                _print(name, line, width)
    with suppress(KeyboardInterrupt):
        while follow:
            for name, file in files.items():
                for line in file:
                    _print(name, line, width)
            time.sleep(PAUSE)


def _print(name: str, line: str, width: int) -> None:
    prefix = f"{name:<{width}} | " if width else ""
    print(prefix + line.rstrip("\n"), flush=True)
