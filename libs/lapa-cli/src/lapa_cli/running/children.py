"""Starting child processes that cannot outlive this one, and naming how they ended."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
LINUX = sys.platform == "linux"
LONGEST_LOG = 20_000_000

_prctl: Any = ctypes.CDLL(None, use_errno=True).prctl if LINUX else None


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom a child runs as; PostgreSQL refuses to be root."""

    uid: int
    gid: int

    def give(self, path: Path) -> None:
        os.chown(path, self.uid, self.gid)


def database_owner() -> Owner | None:
    """None: as ourselves."""
    return Owner(65534, 65534) if os.geteuid() == 0 else None


def die_with(parent: int) -> None:
    """Have the kernel end this process when its parent ends, whatever ends that."""
    if LINUX:
        _prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)


def adopt_orphans() -> None:
    """Become the parent of grandchildren whose parent ends, so that their end is reported here."""
    if LINUX:
        _prctl(PR_SET_CHILD_SUBREAPER, 1)


def start(
    arguments: Sequence[str | Path],
    *,
    log: Path,
    cwd: Path | str = "/",
    environment: Mapping[str, str] | None = None,
    owner: Owner | None = None,
    pass_fds: Sequence[int] = (),
    outlives_us: bool = False,
) -> subprocess.Popen[bytes]:
    """Start a program in a session of its own, so that Ctrl-C at the terminal reaches its supervisor alone."""
    with open_log(log) as output:
        return subprocess.Popen(
            [str(argument) for argument in arguments],
            cwd=cwd,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            user=owner and owner.uid,
            group=owner and owner.gid,
            extra_groups=[] if owner else None,
            pass_fds=pass_fds,
            # One prctl, before which this process has started no thread that could hold a lock.
            preexec_fn=None if outlives_us else partial(die_with, os.getpid()),  # noqa: PLW1509
        )


def spawn(
    arguments: Sequence[str | Path],
    *,
    log: Path,
    cwd: Path | str = "/",
    environment: Mapping[str, str] | None = None,
    owner: Owner | None = None,
    pass_fds: Sequence[int] = (),
) -> int:
    """`start` for the supervisor, which learns of every child's end by its pid."""
    child = start(
        arguments, log=log, cwd=cwd, environment=environment, owner=owner, pass_fds=pass_fds
    )
    child.returncode = 0  # keeps subprocess from waiting for it as well
    return child.pid


def open_log(path: Path | str) -> IO[bytes]:
    """Append to a log; one that has grown too long is put aside first."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > LONGEST_LOG:
        path.replace(path.with_suffix(".log.old"))
    return path.open("ab", buffering=0)


def how_it_ended(status: int) -> str:
    """`os.waitpid`'s status in words."""
    code = os.waitstatus_to_exitcode(status)
    return (
        f"was killed by {signal.Signals(-code).name}"
        if code < 0
        else f"ended with exit code {code}"
    )
