"""What endpoints of this service ask for beside the kit's own."""

from typing import Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from app.services.recording import Recorder


async def _recorder(connection: HTTPConnection) -> Recorder:
    """One a process, so that requests at once share a commit."""
    state = connection.app.state
    recorder: Recorder | None = getattr(state, "recorder", None)
    if recorder is None or recorder.sessions is not state.sessions:
        recorder = state.recorder = Recorder(state.sessions, state.redis, state.hub)
    return recorder


Recording = Annotated[Recorder, Depends(_recorder)]
