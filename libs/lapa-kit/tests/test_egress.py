"""Addresses that users give: public ones are asked, our own network never, however it is spelled."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from lapa_kit.egress import Egress, Unreachable, UrlNotAllowed
from lapa_kit.testing.server import running

STRICT = Egress(allows_private=False)
OPEN = Egress(allows_private=True, timeout_s=2, most_bytes=1000)


async def _site(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] != "http":
        return
    answers: dict[str, Response] = {
        "/": PlainTextResponse(Request(scope).headers["host"]),
        "/large": PlainTextResponse("x" * 5000),
        "/inside": RedirectResponse("http://user:secret@127.0.0.1/"),
        "/round": RedirectResponse("/round"),
        "/home": RedirectResponse("/"),
    }
    if scope["path"] == "/slow":
        await asyncio.sleep(5)
    await answers.get(scope["path"], PlainTextResponse("?"))(scope, receive, send)


@pytest_asyncio.fixture
async def site() -> AsyncIterator[str]:
    async with running(_site) as url:
        yield url


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/",
        "https://127.1/",
        "https://localhost/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[64:ff9b::a00:1]/",
        "https://10.1.2.3/",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/",
        "https://0.0.0.0/",
        "https://224.0.0.1/",
        "http://example.com/",
        "ftp://example.com/",
        "https://user:secret@example.com/",
        "https:///nowhere",
        "not a url",
        f"https://example.com/{'x' * 3000}",
    ],
)
async def test_nothing_inside_is_ever_called(url: str) -> None:
    with pytest.raises(UrlNotAllowed):
        await STRICT.ask("GET", url)


async def test_an_answer_is_cut_at_its_limit_and_redirects_are_judged_anew(site: str) -> None:
    host = site.removeprefix("http://")
    assert (await OPEN.ask("GET", site)).body.decode() == host
    assert len((await OPEN.ask("GET", f"{site}/large")).body) == 1000
    assert (await OPEN.ask("GET", f"{site}/home")).status == 307
    assert (await OPEN.ask("GET", f"{site}/home", redirects=1)).body.decode() == host
    with pytest.raises(UrlNotAllowed):
        await OPEN.ask("GET", f"{site}/inside", redirects=3)
    assert (await OPEN.ask("GET", f"{site}/round", redirects=3)).status == 307


async def test_silence_and_absence_are_told_apart_from_refusal(site: str) -> None:
    with pytest.raises(Unreachable, match="no answer"):
        await Egress(allows_private=True, timeout_s=0.2).ask("GET", f"{site}/slow")
    with pytest.raises(Unreachable):
        await OPEN.ask("GET", "http://127.0.0.1:9/")
    with pytest.raises(Unreachable, match="no address"):
        await OPEN.ask("GET", "http://nowhere.invalid/")
