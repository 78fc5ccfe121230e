"""What the endpoints of this process are given."""

from typing import Annotated

from fastapi import Depends, Request
from redis.asyncio import Redis

from app.services.gateway import Gateway


def _gateway(request: Request) -> Gateway:
    return request.app.state.gateway


def _redis(request: Request) -> Redis:
    return request.app.state.redis


CurrentGateway = Annotated[Gateway, Depends(_gateway)]
CurrentRedis = Annotated[Redis, Depends(_redis)]
