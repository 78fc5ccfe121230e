"""Which path goes where."""

import pytest
from platforms import Platform, Start

from app.routing import OWNERS, SERVICES, destination

LANES = ("fast",)  # which hands on what is not to be relayed


@pytest.mark.parametrize(("resource", "service"), OWNERS.items())
def test_a_resource_goes_to_its_owner(resource: str, service: str) -> None:
    for rest in ("", "/1", "/1/deeper"):
        to = destination(f"/api/v1/{resource}{rest}")
        assert (to.kind, to.service, to.skip) == ("service", service, 0)


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_is_reached_by_its_names(service: str) -> None:
    short = service.removesuffix("-service")
    assert destination(f"/{service}/health").service == service
    assert destination(f"/{service}/api/v1/x").skip == len(service) + 1
    assert destination(f"/{service}").service == service
    assert destination(f"/{short}/api/v1/x").service == service
    assert destination(f"/{short}/api/v1/x").skip == len(short) + 1
    assert destination(f"/{short}/health").kind == "web"
    assert destination(f"/{short}").kind == "web"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "web"),
        ("/map", "web"),
        ("/orders/1", "web"),
        ("/api/v1/nothing", "web"),
        ("/api/v2/orders", "web"),
        ("/api/v1", "web"),
        ("/api", "web"),
        ("/api/v1/ordersx", "web"),
        ("/orderservice/api/v1/x", "web"),
        ("/health", "own"),
        ("/health/ready", "own"),
        ("/metrics", "own"),
        ("/openapi.json", "own"),
        ("/api/v1/gateway/services", "own"),
        ("/api/v1/test/clock", "own"),
        ("/docs", "docs"),
        ("/docs/assets/swagger-ui.css", "docs"),
        ("/redoc", "docs"),
        ("/.well-known/jwks.json", "service"),
        ("/.well-known/other", "web"),
        ("/api/v1/test/outbox", "service"),
    ],
)
def test_every_other_path_has_its_place(path: str, kind: str) -> None:
    assert destination(path).kind == kind


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/api/v1/orders/1?x=1", "/api/v1/orders/1"),
        ("/order-service/api/v1/orders", "/api/v1/orders"),
        ("/order/api/v1/orders", "/api/v1/orders"),
        ("/order-service/health", "/health"),
        ("/order-service", "/"),
        ("/order-service/", "/"),
        ("/order-service/caf%C3%A9%20x", "/caf%C3%A9%20x"),
    ],
)
async def test_the_service_is_asked_for_its_own_path(
    platform: Platform, path: str, asked: str
) -> None:
    assert (await platform.client.get(path)).json()["path"] == asked


async def test_a_test_route_of_a_service_is_there_in_test_mode_only(
    start: Start, upstream: str
) -> None:
    everyday = await start(payment_service_url=upstream)
    response = await everyday.client.post("/api/v1/test/provider", json={})
    assert (response.status_code, response.json()["code"]) == (404, "not_found")

    testing = await start(payment_service_url=upstream, test_mode=True)
    response = await testing.client.post("/api/v1/test/provider", json={})
    assert response.json()["path"] == "/api/v1/test/provider"
