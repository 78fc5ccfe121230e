"""Where a request comes from."""

from typing import Annotated

from fastapi import Depends, Request

from app.services.devices import Device
from lapa_kit.ratelimit import client_address


async def _device(request: Request) -> Device:
    return Device(client_address(request), request.headers.get("user-agent"))


CallersDevice = Annotated[Device, Depends(_device)]
