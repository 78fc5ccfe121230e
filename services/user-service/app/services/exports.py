"""Everything the platform holds of a person, gathered from all ten services into one archive."""

import tempfile
import zipfile
from collections.abc import AsyncIterator
from contextlib import ExitStack
from typing import IO, Any
from uuid import UUID

import orjson

from app.models.erasure import ExportIncomplete
from lapa_contracts.privacy import PRIVACY_CLIENTS, PrivacyClient
from lapa_kit.clients import Clients
from lapa_kit.problems import Problem

HELD_IN_MEMORY = 8_000_000
PIECE = 256 * 1024


async def export_person(clients: Clients, user_id: UUID) -> IO[bytes]:
    """A ZIP with `<service>.jsonl` for each, and his files; at its beginning.

    Raises ExportIncomplete when a single service is silent or was cut off: never less than all.
    """
    with ExitStack() as stack:
        archive = stack.enter_context(tempfile.SpooledTemporaryFile(max_size=HELD_IN_MEMORY))
        try:
            with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as bundle:
                for service, kind in PRIVACY_CLIENTS.items():
                    client = clients.get(kind)
                    files = await _add_rows(bundle, f"{service}.jsonl", client, user_id)
                    for file in files:
                        await _add_file(bundle, file, client, user_id)
        except Problem as problem:
            raise ExportIncomplete(problem.detail) from problem
        archive.seek(0)
        # from here on `read_pieces` closes it
        stack.pop_all()
        return archive


async def _add_rows(
    bundle: zipfile.ZipFile, name: str, client: PrivacyClient, user_id: UUID
) -> list[dict[str, Any]]:
    """The files that the service named on the way."""
    rows, files, last = 0, list[dict[str, Any]](), dict[str, Any]()
    with bundle.open(name, "w", force_zip64=True) as out:
        async for line in _lines(client.export(user_id)):
            last = orjson.loads(line)
            rows += "row" in last
            if "file" in last:
                files.append(last["file"])
            out.write(line + b"\n")
    if last != {"rows": rows, "files": len(files)}:
        raise ExportIncomplete(f"{client.service} was cut off.")
    return files


async def _add_file(
    bundle: zipfile.ZipFile, file: dict[str, Any], client: PrivacyClient, user_id: UUID
) -> None:
    name = f"files/{file['id']}-{file['name'].replace('/', '_')}"
    # pictures are compressed already
    info = zipfile.ZipInfo(name)
    with bundle.open(info, "w", force_zip64=True) as out:
        async for piece in client.file(user_id, UUID(file["id"])):
            out.write(piece)


async def _lines(pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    rest = b""
    async for piece in pieces:
        *whole, rest = (rest + piece).split(b"\n")
        for line in whole:
            yield line
    if rest:
        yield rest


async def read_pieces(archive: IO[bytes]) -> AsyncIterator[bytes]:
    """Its bytes; the archive is gone afterwards."""
    with archive:
        while piece := archive.read(PIECE):
            yield piece
