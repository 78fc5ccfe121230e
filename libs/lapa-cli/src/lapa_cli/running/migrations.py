"""Bringing the database up to what the code expects, and knowing when it already is."""

from hashlib import sha256
from pathlib import Path

from lapa_cli.catalogue import Service
from lapa_cli.layout import ROOT, Place


def fingerprint(place: Place, services: list[Service], database: str) -> str:
    """Of everything that decides what a migration would do. A new cluster is another one even at the same path."""
    digest = sha256(database.encode())
    cluster = (place.postgres_data / "PG_VERSION").stat()
    digest.update(f"{cluster.st_ino} {cluster.st_mtime_ns}".encode())
    folders = [service.folder / "migrations" for service in services]
    for folder in (*folders, ROOT / "libs" / "lapa-kit" / "src"):
        for file in sorted(folder.rglob("*.py")):
            digest.update(str(file.relative_to(ROOT)).encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def stamp(place: Place) -> Path:
    return place.postgres_data.with_name("migrated")


def are_done(place: Place, wanted: str) -> bool:
    return stamp(place).exists() and stamp(place).read_text() == wanted


def mark_done(place: Place, wanted: str) -> None:
    stamp(place).write_text(wanted)
