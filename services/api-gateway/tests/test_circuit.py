"""A service that fails is left alone for a while, and found again when it is back."""

import asyncio

import pytest
from platforms import Start
from upstreams import OK, Raw

from app.relay.circuit import Circuit

PATH = "/api/v1/chats"


def opened(**options: float) -> Circuit:
    circuit = Circuit(threshold=3, **options)  # pyright: ignore[reportArgumentType]
    for _ in range(3):
        circuit.fail()
    return circuit


def test_it_opens_after_several_failures_in_a_row_only() -> None:
    circuit = Circuit(threshold=3)
    for _ in range(10):
        circuit.fail()
        circuit.fail()
        circuit.succeed()
    assert circuit.state == "closed"
    for _ in range(3):
        circuit.fail()
    assert (circuit.state, circuit.admits()) == ("open", False)
    assert 0 < circuit.retry_after <= 1


def test_after_the_pause_one_may_try() -> None:
    circuit = opened(shortest=0.0)
    circuit._pause = 1.0  # pyright: ignore[reportPrivateUsage]
    assert circuit.state == "half_open"
    assert circuit.admits()
    assert not circuit.admits(), "one at a time"
    circuit.succeed()
    assert circuit.state == "closed"


def test_each_failed_trial_doubles_the_pause_to_a_limit() -> None:
    circuit = opened(shortest=1.0, longest=5.0)
    pauses: list[float] = []
    for _ in range(4):
        circuit.fail()
        pauses.append(round(circuit.retry_after))
    assert pauses == [2, 4, 5, 5]
    circuit.succeed()
    for _ in range(3):
        circuit.fail()
    assert round(circuit.retry_after) == 1


async def test_a_service_that_is_down_is_told_at_once(start: Start) -> None:
    platform = await start()
    for _ in range(8):
        response = await platform.client.get(PATH)
        assert (response.status_code, response.json()["code"]) == (503, "service_unavailable")
        assert int(response.headers["retry-after"]) >= 1
    upstream = platform.gateway.upstreams["chat-service"]
    assert upstream.endpoints[0].circuit.state == "open"
    assert platform.gateway.upstreams["pet-service"].endpoints[0].circuit.state == "closed"


async def test_a_service_that_hangs_is_left_alone_too(start: Start, raw: Raw) -> None:
    raw.behaviours = [raw.silent()]
    platform = await start(chat_service_url=raw.url, upstream_answer_timeout_s=0.1)
    statuses = [(await platform.client.get(PATH)).status_code for _ in range(7)]
    assert statuses == [504] * 5 + [503] * 2
    assert raw.connections == 5, "nothing is sent while the circuit is open"


async def test_a_probe_finds_the_service_again(start: Start, raw: Raw) -> None:
    raw.behaviours = [raw.answering(*[OK] * 9)]
    platform = await start(chat_service_url=raw.url)
    assert (await platform.client.get(PATH)).status_code == 200
    await raw.close()
    await platform.learn()
    await platform.learn()
    circuit = platform.gateway.upstreams["chat-service"].endpoints[0].circuit
    assert circuit.state == "open"
    assert (await platform.client.get(PATH)).status_code == 503
    await raw.open()
    await platform.learn()
    assert circuit.state == "closed"
    assert (await platform.client.get(PATH)).status_code == 200


async def test_a_request_finds_it_again_without_probes(start: Start, raw: Raw) -> None:
    raw.behaviours = [raw.answering(*[OK] * 9)]
    platform = await start(chat_service_url=raw.url)
    await raw.close()
    for _ in range(6):
        assert (await platform.client.get(PATH)).status_code == 503
    await raw.open()
    await asyncio.sleep(1.1)
    assert (await platform.client.get(PATH)).status_code == 200


@pytest.mark.parametrize("status", [400, 404, 500, 503])
async def test_an_answer_of_any_kind_is_an_answer(start: Start, upstream: str, status: int) -> None:
    platform = await start(chat_service_url=upstream)
    for _ in range(8):
        await platform.client.get(f"{PATH}?status={status}")
    assert platform.gateway.upstreams["chat-service"].endpoints[0].circuit.state == "closed"


async def test_a_client_that_leaves_is_not_the_services_fault(start: Start, raw: Raw) -> None:
    raw.behaviours = [raw.silent()]
    platform = await start(chat_service_url=raw.url)
    for _ in range(6):
        _, writer = await asyncio.open_connection("127.0.0.1", platform.port)
        writer.write(b"GET /api/v1/chats HTTP/1.1\r\nHost: x\r\n\r\n")
        await asyncio.sleep(0.1)
        writer.close()
    await asyncio.sleep(0.2)
    assert platform.gateway.upstreams["chat-service"].endpoints[0].circuit.state == "closed"
    (entry,) = list(platform.gateway.statistics)
    assert entry.statuses == {499: 6}


async def test_a_service_that_fails_every_other_time_is_not_asked_everything_twice(
    start: Start, raw: Raw
) -> None:
    raw.behaviours = [raw.hanging_up(), raw.answering(OK, then_close=True)] * 40
    platform = await start(chat_service_url=raw.url)
    statuses = [(await platform.client.get(PATH)).status_code for _ in range(30)]
    assert statuses[:10] == [200] * 10
    assert statuses.count(503) >= 5, "the budget of retries is a tenth of the requests"
    assert platform.gateway.upstreams["chat-service"].endpoints[0].circuit.state == "closed"
