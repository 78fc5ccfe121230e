"""For the service that asks in a person's name: what is held of him, and what keeps him from leaving."""

from collections.abc import AsyncIterator
from dataclasses import asdict
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse

from lapa_kit.auth import CallingService
from lapa_kit.db import Session, Sessions
from lapa_kit.privacy.declaration import Privacy
from lapa_kit.privacy.exporting import export_lines
from lapa_kit.problems import NotFound

privacy_router = APIRouter(prefix="/privacy", tags=["privacy"])


class FileNotHeld(NotFound):
    title = "No such file is held of this person"


@privacy_router.get("/{user_id:uuid}")
async def export_person(user_id: UUID, _: CallingService, request: Request) -> StreamingResponse:
    """Everything this service holds of a person, as JSON lines; see `export_lines`."""
    sessions: Sessions = request.app.state.sessions
    privacy: Privacy = request.app.state.privacy

    async def lines() -> AsyncIterator[bytes]:
        async with sessions() as session:
            async for line in export_lines(session, privacy, user_id):
                yield line

    return StreamingResponse(lines(), media_type="application/x-ndjson")


@privacy_router.get("/{user_id:uuid}/blockers")
async def list_blockers(
    user_id: UUID, _: CallingService, session: Session, request: Request
) -> list[dict[str, Any]]:
    """Why he cannot leave now."""
    privacy: Privacy = request.app.state.privacy
    return [asdict(blocker) for blocker in await privacy.blockers(session, user_id)]


@privacy_router.get("/{user_id:uuid}/files/{file_id:uuid}")
async def export_file(
    user_id: UUID, file_id: UUID, _: CallingService, session: Session, request: Request
) -> StreamingResponse:
    """One of his files."""
    privacy: Privacy = request.app.state.privacy
    for file in await privacy.files(session, user_id):
        if file.id == file_id:
            return StreamingResponse(file.content(), media_type="application/octet-stream")
    raise FileNotHeld
