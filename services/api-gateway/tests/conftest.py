"""A gateway on a real port before real upstreams; nothing between them is pretended."""

import ssl
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from typing import Any

import httpx
import pytest
import pytest_asyncio
import uvicorn
from platforms import Platform, Start
from upstreams import Raw, echo

from lapa_kit.testing.server import running

NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Without the world's authorities, which to read takes longer than most tests."""
LANES = {"asgi": "httptools", "fast": "app.fastlane.protocol:FastProtocol"}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Whatever asks a running gateway something asks it on either lane, unless its module names LANES."""
    if "lane" in metafunc.fixturenames:
        metafunc.parametrize("lane", getattr(metafunc.module, "LANES", LANES))


@pytest_asyncio.fixture
async def start(lane: str, template: object) -> AsyncIterator[Start]:
    """`await start(order_service_url=..., test_mode=True)`: services not named are down."""
    async with AsyncExitStack() as stack:

        async def begin(**settings: Any) -> Platform:
            # only now: the plugin has to set the environment before any settings are read
            from app.config import Settings
            from app.process import create_gateway
            from app.routing import SERVICES

            given: dict[str, Any] = {
                f"{name.replace('-', '_')}_url": "http://127.0.0.1:9" for name in SERVICES
            }
            given |= {"upstream_connect_timeout_s": 10.0, **settings}
            app = create_gateway(Settings(**given))
            app.state.lifespan_tasks = False  # no probes but those that a test asks for
            url = await stack.enter_async_context(running(app, http=LANES[lane]))
            client = httpx.AsyncClient(base_url=url, timeout=10, verify=NO_TLS)
            await stack.enter_async_context(client)
            return Platform(url, app, client)

        yield begin


@pytest.fixture(scope="session")
def upstream() -> Iterator[str]:
    """The URL of a service that tells what reached it; in a thread of its own for the whole run."""
    config = uvicorn.Config(echo, host="127.0.0.1", port=0, log_config=None, ws="websockets-sansio")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


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
