"""Memory of processes as proportional set size: what several share is counted once, in equal parts."""

from contextlib import suppress
from pathlib import Path

import psutil


def of_process(pid: int) -> int:
    """Bytes; resident size where the kernel does not tell the proportional one; 0 for a process that is gone."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        with suppress(psutil.Error):
            return psutil.Process(pid).memory_info().rss
    return 0


def of_family(pid: int) -> int:
    """Of a process and everything it has started."""
    try:
        children = psutil.Process(pid).children(recursive=True)
    except psutil.Error:
        return 0
    return of_process(pid) + sum(of_process(child.pid) for child in children)
