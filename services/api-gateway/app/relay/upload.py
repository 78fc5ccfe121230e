"""The client's body on its way in: a first piece in hand, the rest in pieces, all of it under a limit."""

import asyncio

from starlette.types import Receive

from app.relay.body_clock import BodyClock
from app.relay.errors import BodyTooLarge, BodyTooSlow, ClientGone
from app.relay.pool import Patience


class Upload:
    """`first` and `more` are known after `begin`; `next` gives what follows, empty at the end."""

    __slots__ = ("_clock", "_limit", "_loop", "_patience", "_receive", "_seen", "first", "more")

    def __init__(self, receive: Receive, *, limit: int, patience: Patience) -> None:
        self._receive, self._limit, self._patience = receive, limit, patience
        self._loop = asyncio.get_running_loop()
        self._clock = BodyClock(self._loop.time(), patience)
        self._seen = 0
        self.first = b""
        self.more = False

    async def begin(self) -> None:
        self.first = await self.next()

    async def next(self) -> bytes:
        """Raises ClientGone, BodyTooLarge or BodyTooSlow."""
        now = self._loop.time()
        self._clock.go_on(now)
        try:
            async with asyncio.timeout(
                min(self._patience.client, self._clock.left(now, self._seen))
            ):
                message = await self._receive()
        except TimeoutError:
            raise BodyTooSlow from None
        self._clock.stop(self._loop.time())
        if message["type"] == "http.disconnect":
            raise ClientGone
        piece: bytes = message.get("body", b"")
        self._seen += len(piece)
        if self._seen > self._limit:
            raise BodyTooLarge
        self.more = message.get("more_body", False)
        return piece
