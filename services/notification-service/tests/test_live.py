"""The inbox over a real socket."""

import asyncio
import json
from typing import Any

import httpx
import pytest
from factories import assigned
from websockets.asyncio.client import connect

from lapa_kit.ids import new_id

pytestmark = pytest.mark.committed


async def test_a_notification_is_there_at_once_and_read_on_all_devices(
    server: str, deliver: Any, as_user: Any
) -> None:
    me = new_id()
    headers = as_user(me)
    address = f"{server.replace('http', 'ws')}/api/v1/notifications/ws"

    async def hear(socket: Any, kind: str) -> dict[str, Any]:
        async with asyncio.timeout(10):
            while (frame := json.loads(await socket.recv()))["type"] != kind:
                pass
        return frame

    async with (
        connect(address, additional_headers=headers) as phone,
        connect(address, additional_headers=headers) as laptop,
        httpx.AsyncClient(base_url=server, headers=headers) as http,
    ):
        assert (await hear(phone, "unread"))["unread"] == 0
        assert (await hear(laptop, "unread"))["unread"] == 0
        await deliver(assigned(me, new_id()))
        told = await hear(phone, "notification")
        assert told["unread"] == 1
        assert told == await hear(laptop, "notification")

        await http.post(f"/api/v1/notifications/{told['notification']['id']}/read")
        read = await hear(laptop, "unread")
        assert (read["unread"], read["read_ids"]) == (0, [told["notification"]["id"]])
        await phone.send("nonsense")
        assert (await hear(phone, "error"))["code"] == "invalid_request"
