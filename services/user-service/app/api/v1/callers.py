"""Where a request comes from, and the process' Redis for what is good once and for minutes."""

from typing import Annotated

from fastapi import Depends, Request
from redis.asyncio import Redis

from app.services.devices import Device
from lapa_kit.ratelimit import client_address


async def _device(request: Request) -> Device:
    return Device(client_address(request), request.headers.get("user-agent"))


CallersDevice = Annotated[Device, Depends(_device)]


async def _redis(request: Request) -> Redis:
    return request.app.state.redis


SharedRedis = Annotated[Redis, Depends(_redis)]
