"""What the services' documents say of an operation decides what it may be sent, and how long it may take."""

from datetime import date
from typing import Any

import pytest
from platforms import Platform, Start

from lapa_kit.deprecation import deprecated

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


async def test_an_operation_that_will_go_says_so_with_each_answer(
    start: Start, upstream: str
) -> None:
    will_go = deprecated(since=date(2026, 11, 1), sunset=date(2027, 5, 1))
    told = {"deprecated": True, **will_go["openapi_extra"]}
    platform = await knowing(start, upstream, "get", told)
    for query in ("", "?pieces=2", "?status=404"):
        answer = await platform.client.get(PATH + query)
        assert answer.headers["deprecation"] == "@1793491200"
        assert answer.headers["sunset"] == "Sat, 01 May 2027 00:00:00 GMT"
    other = await platform.client.get(f"{PATH}/other")
    assert not {"deprecation", "sunset"} & set(other.headers)


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
