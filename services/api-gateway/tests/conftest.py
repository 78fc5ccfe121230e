"""A gateway on a real port before real upstreams; nothing between them is pretended."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

import httpx
import pytest_asyncio

from app.config import GatewaySettings
from app.process import create_gateway
from app.routing import SERVICES
from lapa_kit.testing.server import running
from tests.upstreams import Raw, echo

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


@pytest_asyncio.fixture
async def start() -> AsyncIterator[Start]:
    """`await start(order_service_url=..., test_mode=True)`: services not named are down."""
    async with AsyncExitStack() as stack:

        async def begin(**settings: Any) -> Platform:
            given: dict[str, Any] = {
                f"{name.replace('-', '_')}_url": "http://127.0.0.1:9" for name in SERVICES
            }
            given |= {"upstream_connect_timeout_s": 1.0, **settings}
            app = create_gateway(GatewaySettings(**given))
            app.state.lifespan_tasks = False  # no probes but those that a test asks for
            url = await stack.enter_async_context(running(app))
            client = httpx.AsyncClient(base_url=url, timeout=10)
            await stack.enter_async_context(client)
            return Platform(url, app, client)

        yield begin


@pytest_asyncio.fixture
async def upstream() -> AsyncIterator[str]:
    """The URL of a service that tells what reached it."""
    async with running(echo) as url:
        yield url


@pytest_asyncio.fixture
async def platform(start: Start, upstream: str) -> Platform:
    """A gateway with only order-service up."""
    return await start(order_service_url=upstream)


@pytest_asyncio.fixture
async def raw() -> AsyncIterator[Raw]:
    """An upstream that misbehaves on demand, byte by byte."""
    server = Raw()
    await server.open()
    yield server
    await server.close()
