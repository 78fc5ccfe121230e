"""What the endpoints of this process are given."""

from typing import Annotated

from fastapi import Depends, Request

from app.services.gateway import Gateway


async def _gateway(request: Request) -> Gateway:
    return request.app.state.gateway


CurrentGateway = Annotated[Gateway, Depends(_gateway)]
