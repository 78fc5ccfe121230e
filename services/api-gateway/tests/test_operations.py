"""What the gateway tells of itself and of the platform, and to whom."""

from datetime import UTC, datetime

import pytest
from example_services import order_service
from platforms import Platform, Start

from app.routing import SERVICES
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.testing import bearer
from lapa_kit.testing.server import running

ADMIN_ONLY = ["/api/v1/gateway/stats", "/api/v1/gateway/routes"]


@pytest.fixture
def admin() -> dict[str, str]:
    return bearer(new_id(), "admin")


async def test_health_has_a_line_for_each_service(start: Start) -> None:
    async with running(order_service()) as orders:
        platform = await start(order_service_url=orders)
        await platform.learn()
        told = (await platform.client.get("/health")).json()
    assert (told["status"], told["service"]) == ("ok", "api-gateway")
    assert set(told["services"]) == {"api-gateway", *SERVICES}
    assert told["services"]["order-service"] == "up"
    assert told["services"]["pet-service"] == "down"


@pytest.mark.parametrize("path", ["/health", "/metrics"])
async def test_probes_may_call_the_gateway_by_its_address(
    start: Start, upstream: str, path: str
) -> None:
    platform = await start(order_service_url=upstream, allowed_hosts=["lapa.example"])
    assert (await platform.client.get(path)).status_code == 200
    for other in ("/api/v1/orders", "/order-service/health"):
        response = await platform.client.get(other)
        assert (response.status_code, response.json()["code"]) == (421, "misdirected_request")


async def test_everybody_sees_what_is_up_and_operators_how_it_does(
    start: Start, admin: dict[str, str]
) -> None:
    async with running(order_service()) as orders:
        platform = await start(order_service_url=orders)
        await platform.learn()
        await platform.learn()
        public = (await platform.client.get("/api/v1/gateway/services")).json()["items"]
        known = await platform.client.get("/api/v1/gateway/services", headers=admin)
    assert {"name": "order-service", "status": "up"} in public
    assert all(set(line) == {"name", "status"} for line in public)
    lines = {line["name"]: line for line in known.json()["items"]}
    order, pet = lines["order-service"], lines["pet-service"]
    assert (order["url"], order["circuit"], order["version"]) == (orders, "closed", "1.2.3")
    assert order["latency_ms"] > 0
    assert (pet["status"], pet["circuit"], pet["latency_ms"]) == ("down", "open", None)


async def test_a_client_sees_no_more_than_anybody(platform: Platform) -> None:
    response = await platform.client.get("/api/v1/gateway/services", headers=bearer(new_id()))
    assert set(response.json()["items"][1]) == {"name", "status"}


@pytest.mark.parametrize("path", ADMIN_ONLY)
async def test_the_rest_is_for_operators(platform: Platform, path: str) -> None:
    assert (await platform.client.get(path)).status_code == 401
    response = await platform.client.get(path, headers=bearer(new_id(), "walker"))
    assert (response.status_code, response.json()["code"]) == (403, "permission_denied")


async def test_statistics_tell_of_each_route(platform: Platform, admin: dict[str, str]) -> None:
    for _ in range(20):
        await platform.client.get("/api/v1/orders?sleep=0.01")
    await platform.client.get("/api/v1/orders?status=500")
    await platform.client.get("/api/v1/chats")

    told = (await platform.client.get("/api/v1/gateway/stats", headers=admin)).json()

    lines = {(line["service"], line["route"]): line for line in told["items"]}
    orders = lines["order-service", "/api/v1/orders"]
    assert (orders["requests"], orders["errors"], orders["in_flight"]) == (21, 1, 0)
    assert 5 < orders["p50_ms"] <= orders["p95_ms"] <= orders["p99_ms"] < 500
    assert lines["chat-service", "/api/v1/chats"]["errors"] == 1
    assert told["in_flight"] == 1, "this very request"


async def test_routes_tell_who_answers(platform: Platform, admin: dict[str, str]) -> None:
    told = (await platform.client.get("/api/v1/gateway/routes", headers=admin)).json()["items"]
    assert {"path": "/api/v1/walkers/{path}", "service": "user-service"} in told
    assert {"path": "/order-service/{path}", "service": "order-service"} in told


async def test_metrics_name_templates_and_never_paths(platform: Platform) -> None:
    secret = str(new_id())
    await platform.client.get(f"/api/v1/orders/{secret}?x={secret}")
    await platform.client.get(f"/{secret}")
    text = (await platform.client.get("/metrics")).text
    assert secret not in text
    line = 'gateway_requests_total{method="GET",route="/api/v1/orders",service="order-service",'
    assert f'{line}status="200"}} 1.0' in text
    assert "gateway_request_duration_seconds_bucket" in text


class TestTheClock:
    async def test_is_not_there_outside_test_mode(
        self, platform: Platform, admin: dict[str, str]
    ) -> None:
        for method in ("PUT", "DELETE"):
            response = await platform.client.request(
                method, "/api/v1/test/clock", json={"now": "2030-01-01T00:00:00Z"}, headers=admin
            )
            assert (response.status_code, response.json()["code"]) == (404, "not_found")

    async def test_is_moved_by_operators_for_all_processes(
        self, start: Start, admin: dict[str, str]
    ) -> None:
        platform = await start(test_mode=True)
        at = "2030-01-01T00:00:00Z"
        body = {"now": at}
        stranger = await platform.client.put("/api/v1/test/clock", json=body)
        assert stranger.status_code == 401
        client = bearer(new_id())
        refused = await platform.client.put("/api/v1/test/clock", json=body, headers=client)
        assert refused.status_code == 403

        moved = await platform.client.put("/api/v1/test/clock", json=body, headers=admin)
        assert moved.status_code == 200
        assert moved.json()["now"].startswith("2030-01-01T00:00:0")
        assert await platform.app.state.redis.get(clock.KEY) is not None

        reset = await platform.client.delete("/api/v1/test/clock", headers=admin)
        now = datetime.fromisoformat(reset.json()["now"])
        assert abs((now - datetime.now(UTC)).total_seconds()) < 5

    async def test_wants_a_moment(self, start: Start, admin: dict[str, str]) -> None:
        platform = await start(test_mode=True)
        for body in ({}, {"now": "soon"}, {"now": "2030-01-01T00:00:00"}):
            response = await platform.client.put("/api/v1/test/clock", json=body, headers=admin)
            assert (response.status_code, response.json()["code"]) == (422, "invalid_request")
