"""Running another program for its answer."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

Said = subprocess.CompletedProcess[str]


def ask(
    command: Sequence[str | Path],
    *,
    cwd: Path | str | None = None,
    environment: Mapping[str, str] | None = None,
    user: int | None = None,
    group: int | None = None,
    text: str = "",
) -> Said:
    """Run to the end, with `text` to read, and keep what it said; whether it failed is the caller's to judge."""
    return subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **environment} if environment is not None else None,
        user=user,
        group=group,
        extra_groups=None if user is None else [],
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )


def everything(said: Said) -> str:
    return (said.stdout + said.stderr).strip()
