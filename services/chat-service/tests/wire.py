"""A client's side of the WebSocket."""

import asyncio
import json
import socket
from typing import Any
from uuid import UUID

from websockets.asyncio.client import ClientConnection

from lapa_kit.ids import new_id


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Wire:
    """Speaks frames; remembers every frame it was sent."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection

    async def say(self, type: str, **fields: Any) -> None:
        await self.connection.send(json.dumps({"type": type, **fields}, default=str))

    async def send(self, chat_id: UUID, text: str, **fields: Any) -> None:
        fields = {"client_message_id": new_id(), "text": text, **fields}
        await self.say("send", chat_id=chat_id, **fields)

    async def follow(self, chat_id: UUID, after_seq: int | None = None) -> None:
        await self.say("subscribe", chat_id=chat_id, after_seq=after_seq)
        await self.wait_for("subscribed")

    async def wait_for(self, type: str, timeout_s: float = 10) -> dict[str, Any]:
        """The next frame of that type; others are passed over."""
        async with asyncio.timeout(timeout_s):
            while True:
                frame = json.loads(await self.connection.recv())
                if frame["type"] == type:
                    return frame

    async def collect(self, count: int, timeout_s: float = 20) -> list[int]:
        """The seqs of the next `count` messages, as they came."""
        return [(await self.wait_for("message", timeout_s))["seq"] for _ in range(count)]

    async def is_silent(self, for_s: float = 0.3) -> bool:
        """True when no message comes for a while."""
        try:
            await self.wait_for("message", for_s)
        except TimeoutError:
            return True
        return False

    def cut(self) -> None:
        """As when the phone goes into a lift: no goodbye."""
        self.connection.transport.abort()
