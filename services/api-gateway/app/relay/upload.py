"""The client's body on its way in: a first piece in hand, the rest in pieces, all of it under a limit."""

import asyncio

from starlette.types import Receive

from app.relay.errors import BodyTooLarge, BodyTooSlow, ClientGone


class Upload:
    """`first` and `more` are known after `begin`; `next` gives what follows, empty at the end."""

    __slots__ = ("_limit", "_patience", "_receive", "_seen", "first", "more")

    def __init__(self, receive: Receive, *, limit: int, patience: float) -> None:
        self._receive, self._limit, self._patience = receive, limit, patience
        self._seen = 0
        self.first = b""
        self.more = False

    async def begin(self) -> None:
        self.first = await self.next()

    async def next(self) -> bytes:
        """Raises ClientGone, BodyTooLarge or BodyTooSlow."""
        try:
            async with asyncio.timeout(self._patience):
                message = await self._receive()
        except TimeoutError:
            raise BodyTooSlow from None
        if message["type"] == "http.disconnect":
            raise ClientGone
        piece: bytes = message.get("body", b"")
        self._seen += len(piece)
        if self._seen > self._limit:
            raise BodyTooLarge
        self.more = message.get("more_body", False)
        return piece
