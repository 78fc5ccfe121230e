"""A person's connection signs in, waits out restarts and understands problem documents."""

from collections.abc import Callable

import httpx
import pytest

from lapa_cli.city import connection as connection_module
from lapa_cli.city.connection import Connection, Refused, Unreachable

Answer = Callable[[httpx.Request], httpx.Response]


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    async def at_once(_: float) -> None: ...

    monkeypatch.setattr(connection_module.asyncio, "sleep", at_once)


def connect(answer: Answer) -> Connection:
    http = httpx.AsyncClient(base_url="http://lapa.test", transport=httpx.MockTransport(answer))
    return Connection(http, "owner01@demo.lapa", "secret", access_token="old")


async def test_an_account_that_exists_is_signed_in_to() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/register"):
            return httpx.Response(409, json={"code": "email_taken"})
        assert "Authorization" not in request.headers, "an ended token must not spoil the sign-in"
        return httpx.Response(200, json={"access_token": "fresh"})

    connection = connect(answer)

    assert await connection.register({"role": "client"}) is False
    assert connection.access_token == "fresh"


async def test_an_ended_token_is_renewed_once() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/login"):
            return httpx.Response(200, json={"access_token": "fresh"})
        if request.headers["Authorization"] == "Bearer old":
            return httpx.Response(401, json={"code": "token_stale"})
        return httpx.Response(200, json={"items": []})

    assert await connect(answer).get("/orders") == {"items": []}


async def test_a_post_is_repeated_with_the_same_key_until_the_platform_is_back() -> None:
    keys: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        keys.append(request.headers["Idempotency-Key"])
        if len(keys) == 1:
            raise httpx.ConnectError("refused")
        if len(keys) == 2:
            return httpx.Response(503, json={"code": "service_unavailable"})
        return httpx.Response(201, json={"id": "1"})

    assert await connect(answer).post("/orders", {"quote_id": "q"}) == {"id": "1"}
    assert len(keys) == 3
    assert len(set(keys)) == 1


async def test_patience_ends() -> None:
    connection = connect(lambda _: httpx.Response(502))

    with pytest.raises(Unreachable, match="http_502"):
        await connection.call("POST", "/locations", patience_s=0)


async def test_a_long_retry_after_is_not_waited_for_without_patience() -> None:
    busy = httpx.Response(429, json={"code": "rate_limited"}, headers={"Retry-After": "120"})

    with pytest.raises(Unreachable, match="rate_limited"):
        await connect(lambda _: busy).get("/orders")


async def test_a_refusal_carries_the_code_and_the_fields() -> None:
    problem = {
        "code": "validation_failed",
        "detail": "The request is not valid.",
        "errors": [{"field": "body.pickup", "message": "Field required"}],
    }

    with pytest.raises(Refused) as refused:
        await connect(lambda _: httpx.Response(422, json=problem)).post("/orders/quote")

    assert refused.value.code == "validation_failed"
    assert "body.pickup: Field required" in str(refused.value)


async def test_an_answer_that_is_no_problem_document_still_has_a_code() -> None:
    page = httpx.Response(404, text="<h1>nothing here</h1>")

    with pytest.raises(Refused, match="http_404"):
        await connect(lambda _: page).get("/orders")


async def test_an_empty_answer_is_none() -> None:
    assert await connect(lambda _: httpx.Response(204)).post("/orders/offers/1/decline") is None
