"""What the services' documents say of an operation decides what it may be sent, and how long it may take."""

from typing import Any

import pytest
from platforms import Platform, Start

PATH = "/api/v1/orders"
PHOTO = {"photo": ("rex.jpg", b"jpeg", "image/jpeg")}


async def knowing(start: Start, upstream: str, method: str, told: Any, **settings: Any) -> Platform:
    platform = await start(order_service_url=upstream, **settings)
    platform.gateway.catalogue.learn("order-service", {"paths": {PATH: {method: told}}})
    return platform


def taking(*types: str) -> dict[str, Any]:
    return {"requestBody": {"content": {one: {} for one in types}}}


def making(content_type: str) -> dict[str, Any]:
    return {"responses": {"200": {"content": {content_type: {}}}}}


@pytest.mark.parametrize(
    ("told", "body", "is_taken"),
    [
        (taking("application/json"), {"json": {}}, True),
        (taking("application/json"), {"content": b"{}"}, True),  # which does not say what it is
        (
            taking("application/json"),
            {"content": b"{}", "headers": {"Content-Type": "Application/Merge-Patch+JSON; q=1"}},
            True,
        ),
        (taking("application/json"), {"data": {"a": 1}}, False),
        (taking("application/json"), {"files": PHOTO}, False),
        (taking("multipart/form-data"), {"files": PHOTO}, True),
        (taking("multipart/form-data"), {"json": {}}, False),
        (taking("application/json", "multipart/form-data"), {"files": PHOTO}, True),
        ({}, {"content": b"x", "headers": {"Content-Type": "text/anything"}}, True),
        (taking("application/json"), {"headers": {"Content-Type": "text/plain"}}, True),  # no body
    ],
)
async def test_a_body_of_another_type_is_refused(
    start: Start, upstream: str, told: Any, body: dict[str, Any], is_taken: bool
) -> None:
    platform = await knowing(start, upstream, "post", told)
    response = await platform.client.post(PATH, **body)
    assert response.status_code == (200 if is_taken else 415)
    if not is_taken:
        problem = response.json()
        assert problem["code"] == "unsupported_media_type"
        assert all(one in problem["detail"] for one in told["requestBody"]["content"])


@pytest.mark.parametrize(
    ("method", "told", "status"),
    [
        ("get", making("application/json"), 504),
        ("get", making("application/pdf"), 200),
        ("post", taking("application/json"), 504),
        ("post", taking("multipart/form-data"), 200),
    ],
)
async def test_how_long_an_answer_may_take_depends_on_what_it_is(
    start: Start, upstream: str, method: str, told: Any, status: int
) -> None:
    platform = await knowing(start, upstream, method, told, upstream_answer_timeout_s=0.2)
    response = await platform.client.request(method, f"{PATH}?sleep=0.6")
    assert response.status_code == status
