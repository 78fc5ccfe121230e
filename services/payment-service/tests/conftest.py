"""Providers and their messages. What needs `app` is imported late: settings are read when tests are collected."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest

from lapa_kit.db import Sessions
from lapa_kit.ids import new_id
from lapa_kit.testing.server import running


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "company" in metafunc.fixturenames:
        from companies import COMPANIES

        metafunc.parametrize("company", sorted(COMPANIES), indirect=True)


@pytest.fixture
async def company(request: Any, app: Any, sessions: Sessions) -> AsyncIterator[Any]:
    from companies import COMPANIES

    async with COMPANIES[request.param](app, sessions) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _nobody_is_told(app: Any) -> Iterator[None]:
    """What the sandbox provider sends is refused at once, unless a test wants it to arrive."""
    usual = app.state.settings
    app.state.settings = usual.model_copy(update={"payment_service_url": "http://127.0.0.1:9"})
    yield
    app.state.settings = usual


@pytest.fixture(params=["yookassa", "tinkoff", "sbp"])
async def ruble_company(request: Any, app: Any, sessions: Sessions) -> AsyncIterator[Any]:
    """One of those that take rubles, which this installation has."""
    from ruble_companies import COMPANIES

    async with COMPANIES[request.param](app, sessions) as opened:
        yield opened


@pytest.fixture
def card(client: httpx.AsyncClient, as_user: Any, sessions: Sessions) -> Any:
    """`await card("tok_3ds")`: a client with such a card, and an order that is not placed yet."""
    from cards import Card
    from factories import Booking

    async def open_card(token: str = "tok_success") -> Card:
        anna = new_id()
        made = Card(client, as_user(anna), sessions, Booking(anna))
        body = {"provider": "sandbox", "payment_token": token}
        answer = await client.post("/api/v1/payment-methods", json=body, headers=made.headers)
        made.method = answer.json()["id"]
        return made

    return open_card


@pytest.fixture
async def messages_arrive(app: Any, client: httpx.AsyncClient) -> AsyncIterator[None]:
    """What the sandbox provider sends comes to the service over a socket, as it would from outside."""
    usual = app.state.settings
    async with running(_relay_to(client)) as address:
        app.state.settings = usual.model_copy(update={"payment_service_url": address})
        yield
        app.state.settings = usual


def _relay_to(client: httpx.AsyncClient) -> Any:
    """An ASGI app that hands each request to the service under test."""

    async def relay(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        body, is_whole = b"", False
        while not is_whole:
            part = await receive()
            body, is_whole = body + part.get("body", b""), not part.get("more_body")
        answer = await client.request(
            scope["method"], scope["path"], content=body, headers=scope["headers"]
        )
        await send({"type": "http.response.start", "status": answer.status_code, "headers": []})
        await send({"type": "http.response.body", "body": answer.content})

    return relay
