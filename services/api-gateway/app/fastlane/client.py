"""What a passage asks of the connection to the client, and what else stands where uvicorn keeps its cycle."""

import asyncio
from typing import Protocol


class Client(Protocol):
    """The connection to the client, as a passage sees it."""

    loop: asyncio.AbstractEventLoop

    def say(self, data: bytes) -> None: ...

    def closing_line(self) -> bytes:
        """What ends every head: the date, and `Connection: close` if this answer is the last."""
        ...

    def hold_body(self) -> None: ...

    def take_body(self) -> None: ...

    def passage_ended(self, *, keep_alive: bool) -> None: ...

    def cut(self) -> None:
        """Break off, so that half an answer never looks whole."""


class _Unheard:
    """In place of the event that wakes an ASGI application: here is none."""

    def set(self) -> None: ...


UNHEARD = _Unheard()


class Refused:
    """The cycle of a request that goes nowhere: what is left of its body is not looked at."""

    response_complete = True
    disconnected = False
    message_event = UNHEARD

    def __init__(self) -> None:
        self.keep_alive = True
