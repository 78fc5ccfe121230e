"""What the supervisor tells the rest of the world: pid files for every program and one file about the whole."""

import fcntl
import json
import os
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from lapa_cli.layout import Place


@dataclass(slots=True)
class ProgramState:
    pid: int | None = None
    restarts: int = 0
    since: float = 0.0
    last_end: str = ""


@dataclass(slots=True)
class Record:
    """The platform in `place` as of now. Written by its supervisor alone, whole and by rename."""

    place: Place
    supervisor: int = 0
    port_offset: int = 0
    test_mode: bool = False
    phase: str = "starting"
    problem: str = ""
    programs: dict[str, ProgramState] = field(default_factory=dict[str, ProgramState])

    def enter(self, phase: str, problem: str = "") -> None:
        self.phase, self.problem = phase, problem
        self._write()

    def started(self, name: str, pid: int) -> None:
        state = self.programs.setdefault(name, ProgramState())
        state.restarts += bool(state.last_end)
        state.pid, state.since = pid, time.time()
        (self.place.pids / f"{name}.pid").write_text(f"{pid}\n")
        self._write()

    def ended(self, name: str, how: str) -> None:
        state = self.programs.setdefault(name, ProgramState())
        state.pid, state.last_end = None, how
        (self.place.pids / f"{name}.pid").unlink(missing_ok=True)
        self._write()

    def _write(self) -> None:
        values = asdict(self)
        del values["place"]
        new = self.place.record.with_suffix(".new")
        new.write_text(json.dumps(values, indent=1))
        new.replace(self.place.record)


def read(place: Place) -> Record | None:
    """The record of a platform whose supervisor is alive; None when nothing runs there."""
    return read_last(place) if is_running(place) else None


def read_last(place: Place) -> Record | None:
    """The record as it was last written, whether or not its supervisor still lives."""
    try:
        values: dict[str, Any] = json.loads(place.record.read_text())
    except FileNotFoundError:
        return None
    programs = {name: ProgramState(**state) for name, state in values.pop("programs").items()}
    return Record(place, **values, programs=programs)


def lock(place: Place) -> int | None:
    """Hold the place for this process's life; None when another supervisor holds it. The kernel drops the lock with the holder."""
    descriptor = os.open(_lock_file(place), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def is_running(place: Place) -> bool:
    if not _lock_file(place).exists():
        return False
    with _lock_file(place).open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _lock_file(place: Place) -> Path:
    return place.run / "supervisor.lock"
