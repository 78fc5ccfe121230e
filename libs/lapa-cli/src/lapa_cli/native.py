"""PostgreSQL with PostGIS, and Redis: the machine's own programs, or the distribution's unpacked into the state folder."""

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lapa_cli.failures import Failure
from lapa_cli.layout import ROOT, STATE
from lapa_cli.tool import ask, everything

OLDEST_POSTGRES = 15
UNPACKED = STATE / "native"

# What PostgreSQL, PostGIS and Redis depend on for features that are not used here: JIT, rasters, 3D, wrappers in Perl.
WITHOUT = (
    r"^(libllvm|libz3|libgdal|gdal-|libsfcgal|libhdf5|libnetcdf|libpoppler|poppler-data|libx265|libaom"
    r"|libdav1d|librav1e|libsvtav1|libheif|libde265|libspatialite|libmariadb|mariadb|mysql|libodbc|odbcinst"
    r"|unixodbc|libarmadillo|libarpack|libsuperlu|libblas|liblapack|libgfortran|libquadmath|libboost"
    r"|libcfitsio|libfyba|libgeotiff|libkml|libogdi|libxerces|libopenjp2|libnss3|libnspr4|libgif|libfreexl"
    r"|libqhull|librttopo|libmpfr|libcharls|libaec|libsz|libminizip|liburiparser|libfont|fonts-|fontconfig"
    r"|libfreetype|locales|libc-l10n|perl|libperl|libgdbm|libjson-perl|libdb|netbase|ssl-cert|logrotate|cron"
    r"|postgresql-common|postgresql-client-common|ucf|sensible-utils|lsb-base|init-system|proj-bin|libtypes"
    r"|libcommon-sense)"
)
PACKAGES = (
    "postgresql-17-postgis-3|postgresql-16-postgis-3|postgresql-15-postgis-3",
    "redis-server",
)


@dataclass(frozen=True, slots=True)
class Postgres:
    bin: Path
    version: int
    has_postgis: bool
    environment: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def is_usable(self) -> bool:
        return self.has_postgis and self.version >= OLDEST_POSTGRES


@dataclass(frozen=True, slots=True)
class Redis:
    server: Path
    environment: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Native:
    postgres: Postgres
    redis: Redis


def list_postgres() -> list[Postgres]:
    """Every PostgreSQL server found, the machine's newest first and the unpacked one last."""
    found = [inspect_postgres(folder, {}) for folder in _machine_folders()]
    found.sort(key=lambda one: one.version, reverse=True)
    for folder in UNPACKED.glob("usr/lib/postgresql/*/bin"):
        found.append(inspect_postgres(folder, _unpacked_environment()))
    return found


def find() -> Native | None:
    """What can be run as it stands."""
    postgres = next((one for one in list_postgres() if one.is_usable), None)
    redis = find_redis()
    return Native(postgres, redis) if postgres and redis else None


def ensure() -> Native:
    """The programs, unpacked first where the machine has not got them."""
    if native := find():
        return native
    unpack = ROOT / "libs" / "lapa-cli" / "unpack.sh"
    command = ["sh", unpack, UNPACKED, WITHOUT, *PACKAGES]
    said = ask(command, environment={"LAPA_STATE": str(STATE)})
    if said.returncode == 0:
        _link_extensions()
        if native := find():
            return native
    raise Failure(
        f"{everything(said)}\n"
        f"PostgreSQL {OLDEST_POSTGRES}+ with PostGIS and Redis are missing and could not be unpacked. Install them with"
        " the system's package manager, or set LAPA_EXTERNAL_DATABASE=true and LAPA_EXTERNAL_REDIS=true and give"
        " their addresses in POSTGRES_* and REDIS_*, or use `docker compose up`."
    )


def inspect_postgres(folder: Path, environment: Mapping[str, str]) -> Postgres:
    told = ask([folder / "postgres", "--version"], environment=environment).stdout
    version = re.search(r"(\d+)", told)
    libraries = (folder.parent / "lib", folder.parent / "lib" / "postgresql", _pkglibdir(folder))
    has_postgis = any(library and list(library.glob("postgis-3.*")) for library in libraries)
    return Postgres(folder, int(version[1]) if version else 0, has_postgis, environment)


def _machine_folders() -> Iterator[Path]:
    if chosen := os.environ.get("LAPA_POSTGRES_BIN"):
        yield Path(chosen)
        return
    seen: set[Path] = set()
    for pattern in (
        "usr/lib/postgresql/*/bin",
        "usr/pgsql-*/bin",
        "opt/homebrew/opt/postgresql@*/bin",
    ):
        seen.update(Path("/").glob(pattern))
    if server := shutil.which("postgres"):
        seen.add(Path(server).resolve().parent)
    yield from (folder for folder in seen if (folder / "postgres").exists())


def _pkglibdir(folder: Path) -> Path | None:
    config = folder / "pg_config"
    if not config.exists():
        return None
    told = ask([config, "--pkglibdir"]).stdout.strip()
    return Path(told) if told else None


def find_redis() -> Redis | None:
    for name in ("redis-server", "valkey-server"):
        if server := shutil.which(name):
            return Redis(Path(server))
    unpacked = UNPACKED / "usr/bin/redis-server"
    return Redis(unpacked, _unpacked_environment()) if unpacked.exists() else None


def _unpacked_environment() -> dict[str, str]:
    """For these child processes only: anything else started with this path could pick up a wrong library."""
    folders = [*UNPACKED.glob("usr/lib/*-linux-gnu"), *UNPACKED.glob("lib/*-linux-gnu")]
    return {
        "LD_LIBRARY_PATH": ":".join(str(folder) for folder in folders),
        "PROJ_DATA": str(UNPACKED / "usr/share/proj"),
    }


def _link_extensions() -> None:
    """Debian's postinst makes these links; unpacking alone does not."""
    for control in UNPACKED.glob("usr/share/postgresql/*/extension/*-3.control"):
        link = control.with_name(control.name.replace("-3.control", ".control"))
        if not link.exists():
            link.symlink_to(control.name)
    for ballast in ("lib/bitcode", "lib/llvmjit*"):
        for path in UNPACKED.glob(f"usr/lib/postgresql/*/{ballast}"):
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink()
