"""Waking a walker when the platform has news for him."""

import asyncio
import contextlib
import random

from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus, WebSocketException

from lapa_cli.city.connection import Connection, Refused, Unreachable

LONGEST_PAUSE_S = 60.0
UNAUTHORIZED = {401, 403}


async def listen(connection: Connection, wake: asyncio.Event) -> None:
    """Sets `wake` at every message of the notifications' WebSocket, over reconnects, for ever."""
    base = str(connection.http.base_url).rstrip("/").replace("http", "ws", 1)
    pause = 1.0
    while True:
        headers = {"Authorization": f"Bearer {connection.access_token}"}
        try:
            async with connect(
                f"{base}/api/v1/notifications/ws", additional_headers=headers
            ) as socket:
                pause = 1.0
                async for _ in socket:
                    wake.set()
        except InvalidStatus as refused:
            if refused.response.status_code in UNAUTHORIZED:
                with contextlib.suppress(Refused, Unreachable):
                    await connection.sign_in()
        except (OSError, WebSocketException):
            pass
        # The walker polls for offers as well, so a silent socket costs seconds and no walk.
        await asyncio.sleep(random.uniform(0.5, 1) * pause)
        pause = min(LONGEST_PAUSE_S, pause * 2)
