"""Programs of other houses that ours are measured beside: the machine's own, or the distribution's, unpacked into the state folder."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lapa_cli.layout import ROOT, STATE
from lapa_cli.tool import ask

UNPACKED = STATE / "peers"
WITHOUT = (
    r"^(perl|libperl|systemd|libsystemd-shared|dbus|rsyslog|logrotate|adduser|passwd|init-system|lsb-base|sysvinit"
    r"|debconf|libnss3-tools|mime-support|vim-|iproute2)"
)
PACKAGES = {"nginx": "nginx-light", "haproxy": "haproxy", "caddy": "caddy", "wrk": "wrk"}


@dataclass(frozen=True, slots=True)
class Program:
    path: Path
    environment: Mapping[str, str]


def find(name: str) -> Program | None:
    """The program, unpacked first where the machine has not got it; None where it cannot be had."""
    places = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])
    if own := shutil.which(name, path=places):
        return Program(Path(own), {})
    folder = UNPACKED / name
    if program := _unpacked(folder, name):
        return program
    UNPACKED.mkdir(parents=True, exist_ok=True)
    unpack = ROOT / "libs" / "lapa-cli" / "unpack.sh"
    ask(["sh", unpack, folder, WITHOUT, PACKAGES[name]], environment={"LAPA_STATE": str(STATE)})
    return _unpacked(folder, name)


def _unpacked(folder: Path, name: str) -> Program | None:
    libraries = [*folder.glob("usr/lib/*-linux-gnu"), *folder.glob("lib/*-linux-gnu")]
    environment = {"LD_LIBRARY_PATH": os.pathsep.join(str(library) for library in libraries)}
    for path in (folder / "usr/sbin" / name, folder / "usr/bin" / name):
        if path.exists():
            return Program(path, environment)
    return None
