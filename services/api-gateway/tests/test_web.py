"""The web app, the API's page, and what browsers are told about both."""

from pathlib import Path

import pytest
import pytest_asyncio
from platforms import Platform, Start

LANES = ("fast",)  # which hands on what is not to be relayed
PAGE = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest_asyncio.fixture
async def web(start: Start, upstream: str, tmp_path: Path) -> Platform:
    dist = tmp_path / "dist"
    (dist / "assets").mkdir(parents=True)
    (dist / "index.html").write_text("<title>Lapa</title>")
    (dist / "favicon.svg").write_text("<svg/>")
    (dist / "assets" / "app-abc123.js").write_text("run()")
    (tmp_path / "secret.txt").write_text("secret")
    return await start(
        order_service_url=upstream, web_dist=dist, cors_origins=["https://app.example"]
    )


@pytest.mark.parametrize("path", ["/", "/map", "/orders/1", "/order/7", "/sign-in?next=%2Fmap"])
async def test_a_page_address_gets_the_app(web: Platform, path: str) -> None:
    response = await web.client.get(path, headers=PAGE)
    assert (response.status_code, response.text) == (200, "<title>Lapa</title>")
    assert response.headers["cache-control"] == "no-cache"
    assert "frame-ancestors 'none'" in response.headers["content-security-policy"]
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/map", "/orders/1", "/assets/gone-1.js", "/api/v1/nothing"])
async def test_a_program_is_told_that_nobody_answers_there(web: Platform, path: str) -> None:
    response = await web.client.get(path, headers={"Accept": "application/json"})
    assert (response.status_code, response.json()["code"]) == (404, "unknown_service")


async def test_only_reading_gets_a_page(web: Platform) -> None:
    response = await web.client.post("/map", headers=PAGE)
    assert (response.status_code, response.json()["code"]) == (404, "unknown_service")


async def test_hashed_assets_are_kept_for_ever_and_the_rest_asked_for_again(
    web: Platform,
) -> None:
    script = await web.client.get("/assets/app-abc123.js")
    assert script.text == "run()"
    assert "immutable" in script.headers["cache-control"]
    assert "javascript" in script.headers["content-type"]
    icon = await web.client.get("/favicon.svg")
    assert icon.headers["cache-control"] == "no-cache"
    again = await web.client.get("/favicon.svg", headers={"If-None-Match": icon.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "path",
    ["/..%2fsecret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "//secret.txt"],
)
async def test_nothing_outside_the_app_is_served(web: Platform, path: str) -> None:
    response = await web.client.get(path, headers=PAGE)
    assert "secret" not in response.text or response.status_code == 400


async def test_services_go_before_pages(web: Platform) -> None:
    response = await web.client.get("/api/v1/orders/1", headers=PAGE)
    assert response.json()["path"] == "/api/v1/orders/1"


async def test_without_an_app_the_door_leads_to_the_docs(platform: Platform) -> None:
    response = await platform.client.get("/", headers=PAGE)
    assert (response.status_code, response.headers["location"]) == (307, "/docs")
    assert (await platform.client.get("/map", headers=PAGE)).status_code == 404


async def test_the_docs_need_nothing_from_elsewhere(platform: Platform) -> None:
    page = await platform.client.get("/docs")
    assert "http" not in page.text.replace("http-equiv", "")
    for asset in ("swagger-ui-bundle.js", "swagger-ui.css", "favicon.png"):
        assert f"/docs/assets/{asset}" in page.text
        assert (await platform.client.get(f"/docs/assets/{asset}")).status_code == 200
    assert (await platform.client.get("/docs/assets/none.js")).status_code == 404


class TestOtherOrigins:
    async def test_one_of_the_settings_may_read(self, web: Platform) -> None:
        for path in ("/api/v1/orders", "/health", "/nothing"):
            response = await web.client.get(path, headers={"Origin": "https://app.example"})
            allowed = response.headers.get_list("access-control-allow-origin")
            assert allowed == ["https://app.example"]
            assert "Retry-After" in response.headers["access-control-expose-headers"]

    async def test_any_other_may_not(self, web: Platform) -> None:
        response = await web.client.get(
            "/api/v1/orders", headers={"Origin": "https://evil.example"}
        )
        assert "access-control-allow-origin" not in response.headers

    async def test_may_ask_before_they_write(self, web: Platform) -> None:
        asking = {
            "Origin": "https://app.example",
            "Access-Control-Request-Method": "PUT",
            "Access-Control-Request-Headers": "authorization,idempotency-key",
        }
        response = await web.client.options("/api/v1/orders/1", headers=asking)
        assert response.status_code == 200
        assert "PUT" in response.headers["access-control-allow-methods"]
        assert "authorization" in response.headers["access-control-allow-headers"]
        asking["Origin"] = "https://evil.example"
        assert (await web.client.options("/api/v1/orders/1", headers=asking)).status_code == 400
