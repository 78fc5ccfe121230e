"""Groups of locked Python packages: `run` is always there, the others are added when something first needs them."""

import os
import shutil
import sys
from pathlib import Path
from zlib import crc32

from lapa_cli.failures import Failure
from lapa_cli.layout import ROOT, STATE
from lapa_cli.tool import ask, everything
from lapa_cli.ui import step

ENVIRONMENT = Path(sys.prefix)


def lock_of(group: str) -> Path:
    return ROOT / "requirements" / f"{group}.lock"


def ensure_group(group: str) -> None:
    """Add the packages of requirements/<group>.lock to the running environment."""
    lock = lock_of(group)
    stamp = ENVIRONMENT / f".lapa-{group}-{crc32(lock.read_bytes()):08x}"
    if stamp.exists():
        return
    with step(f"Python packages for {group}"):
        install(lock)
    stamp.touch()


def install(lock: Path, *where: str) -> None:
    options = ("-q", "--require-hashes", "--no-deps", "--python", sys.executable, *where)
    said = ask([uv(), "pip", "install", *options, "-r", lock])
    if said.returncode:
        raise Failure(f"The packages of {lock.name} could not be installed:\n{everything(said)}")


def uv() -> str:
    ours = STATE / "uv" / "bin" / "uv"
    found = str(ours) if os.access(ours, os.X_OK) else shutil.which("uv")
    if not found:
        raise Failure(f"uv is gone; remove {ENVIRONMENT} and run ./lapa again")
    return found
