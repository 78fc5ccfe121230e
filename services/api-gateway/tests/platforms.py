"""A running gateway, as tests hold it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import httpx

Start = Callable[..., Awaitable["Platform"]]


class Platform:
    """The gateway's address, its app, and a client that speaks to it."""

    def __init__(self, url: str, app: Any, client: httpx.AsyncClient) -> None:
        self.url, self.app, self.client = url, app, client
        self.gateway = app.state.gateway

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    async def learn(self) -> None:
        """Have the gateway probe every service now and read the documents of those that are up."""
        probes = self.gateway.probes
        await asyncio.gather(*(probes.probe(u) for u in self.gateway.upstreams.values()))
