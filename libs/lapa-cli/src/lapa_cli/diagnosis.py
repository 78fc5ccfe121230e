"""What ./lapa needs of this machine: each finding says what is there and, if that will not do, how to mend it."""

import os
import platform
import shutil
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from lapa_cli import native, overview, ports
from lapa_cli.environment import (
    Options,
    chosen_offset,
    user_settings,
    uses_external_database,
    uses_external_redis,
)
from lapa_cli.failures import Failure
from lapa_cli.layout import HOME, ROOT, STATE
from lapa_cli.running import record
from lapa_cli.setup import browser, node, web
from lapa_cli.tool import ask

# What an installation takes, with room for logs; and what running from one day to the next takes at least.
LEAST_DISK = 2_000_000_000
LEAST_DISK_TO_RUN = 300_000_000
HAS_APT = bool(shutil.which("apt-get") and shutil.which("dpkg-deb"))


@dataclass(frozen=True, slots=True)
class Finding:
    """`mend` is empty when all is well; `is_vital` when nothing runs without it."""

    subject: str
    what: str
    mend: str = ""
    is_vital: bool = True


def examine() -> Iterator[Finding]:
    yield Finding("machine", f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores")
    yield Finding("Python", f"{platform.python_version()} in {sys.prefix}")
    yield _state()
    yield _disk()
    yield _env_file()
    yield from _stores()
    yield _node()
    yield _browser()
    yield from _platform()


def _state() -> Finding:
    if os.access(STATE, os.W_OK):
        return Finding("state folder", str(STATE))
    return Finding(
        "state folder", f"{STATE} cannot be written", "run as its owner, or set LAPA_STATE"
    )


def _disk() -> Finding:
    free = shutil.disk_usage(STATE).free
    mend = (
        ""
        if free > LEAST_DISK
        else f"free {LEAST_DISK / 1e9:.0f} GB, or set LAPA_STATE to another disk"
    )
    return Finding("disk", f"{free / 1e9:.1f} GB free", mend)


def require_disk() -> None:
    """A full disk stops PostgreSQL in the middle of its work: said before it starts."""
    free = shutil.disk_usage(STATE).free
    if free < LEAST_DISK_TO_RUN:
        raise Failure(
            f"Only {free / 1e6:.0f} MB are free where {STATE} is, and {LEAST_DISK_TO_RUN / 1e6:.0f} MB are needed."
            " Free some, or set LAPA_STATE to a folder of another disk."
        )


def _env_file() -> Finding:
    path = ROOT / ".env"
    if not path.exists():
        return Finding(".env", "not there yet; ./lapa up writes it")
    mode = stat.S_IMODE(path.stat().st_mode)
    return Finding(
        ".env",
        f"mode {mode:04o}",
        "chmod 600 .env: it holds secrets" if mode & 0o077 else "",
        False,
    )


def _stores() -> Iterator[Finding]:
    if uses_external_database():
        yield _yours("PostgreSQL", "LAPA_EXTERNAL_DATABASE", "postgres")
    else:
        yield _postgres()
    if uses_external_redis():
        yield _yours("Redis", "LAPA_EXTERNAL_REDIS", "redis")
    elif redis := native.find_redis():
        yield Finding("Redis", str(redis.server))
    else:
        yield Finding("Redis", "missing", _unpacking("redis-server"))


def _yours(subject: str, setting: str, store: str) -> Finding:
    """One that is not ours to start: asked as the services will ask it."""
    said = ask([sys.executable, "-m", "lapa_kit.fitness", store], environment=user_settings())
    return Finding(subject, f"yours ({setting})", said.stderr.strip() if said.returncode else "")


def _postgres() -> Finding:
    found = native.list_postgres()
    usable = next((one for one in found if one.is_usable), None)
    if usable:
        return Finding("PostgreSQL", f"{usable.version} with PostGIS in {usable.bin}")
    for one in found:
        if one.version < native.OLDEST_POSTGRES:
            what = f"{one.version} in {one.bin} is too old; {native.OLDEST_POSTGRES} is needed"
            return Finding(
                "PostgreSQL", what, _unpacking(f"postgresql-{native.OLDEST_POSTGRES} or newer")
            )
        package = f"postgresql-{one.version}-postgis-3"
        return Finding(
            "PostgreSQL", f"{one.version} in {one.bin} has no PostGIS", _unpacking(package)
        )
    return Finding("PostgreSQL", "missing", _unpacking("postgresql and PostGIS"))


def _unpacking(package: str) -> str:
    if HAS_APT:
        return f"nothing to do: ./lapa up unpacks it for itself (or install {package})"
    return (
        f"install {package}, or use LAPA_EXTERNAL_DATABASE, LAPA_EXTERNAL_REDIS or docker compose"
    )


def _node() -> Finding:
    if not (web.WEB / "package.json").exists():
        return Finding("Node.js", "not needed: there is no web app in this checkout")
    if found := node.find():
        return Finding("Node.js", str(found))
    return Finding(
        "Node.js", f"no Node.js {node.OLDEST[0]}.{node.OLDEST[1]}+ with npm; ./lapa up fetches one"
    )


def _browser() -> Finding:
    if found := browser.find():
        return Finding("browser", str(found))
    mend = "install Chromium, or name one in LAPA_BROWSER"
    return Finding(
        "browser", "none; ./lapa test unpacks one", "" if HAS_APT else mend, is_vital=False
    )


def _platform() -> Iterator[Finding]:
    running = record.read(HOME)
    if running is None:
        taken = ports.taken(Options(chosen_offset(None)))
        what = ", ".join(f"{port} ({service.name})" for port, service in taken.items())
        mend = "stop what listens there, or ./lapa up --port 9080" if taken else ""
        yield Finding("ports", f"taken: {what}" if taken else "free", mend)
        last = record.read_last(HOME)
        if last and last.problem:
            yield Finding(
                "last start",
                last.problem.splitlines()[0],
                "mend that and ./lapa up",
                is_vital=False,
            )
        return
    for row in overview.look(running).rows:
        is_ready = row.status == overview.READY
        yield Finding(row.name, row.status, "" if is_ready else f"./lapa logs {row.name}")
