"""The running platform that `./lapa test` has started, and those who act on it: an operator, owners, walkers."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest
import pytest_asyncio
from actors import Api, Mailbox
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

GATEWAY = os.environ.get("LAPA_E2E_GATEWAY_URL", "")

if not GATEWAY:
    collect_ignore_glob = ["test_*.py"]


class _Letters:
    """An SMTP server's delivery: every letter is kept."""

    def __init__(self, mailbox: Mailbox) -> None:
        self.mailbox = mailbox

    async def handle_DATA(self, _: SMTP, __: Session, envelope: Envelope) -> str:
        content = envelope.content or b""
        raw = content if isinstance(content, bytes) else content.encode()
        for recipient in envelope.rcpt_tos:
            self.mailbox.letters.append((recipient, raw.decode(errors="replace")))
        return "250 OK"


@pytest.fixture(scope="session")
def mailbox() -> Iterator[Mailbox]:
    """A real SMTP server, where notification-service was told to send."""
    box = Mailbox()
    port = int(os.environ["LAPA_E2E_SMTP_PORT"])
    server = Controller(_Letters(box), hostname="127.0.0.1", port=port)
    server.start()
    yield box
    server.stop()


@pytest_asyncio.fixture
async def api(mailbox: Mailbox) -> AsyncIterator[Api]:
    """Nobody in particular, in front of the gateway."""
    async with httpx.AsyncClient(base_url=GATEWAY, timeout=30) as http:
        yield Api(http)


@pytest_asyncio.fixture
async def admin(api: Api) -> Api:
    """The first admin, from `.env`."""
    return await api.sign_in(os.environ["ADMIN_EMAIL"], os.environ["ADMIN_PASSWORD"])


@pytest_asyncio.fixture
async def real_time(admin: Api) -> AsyncIterator[None]:
    """The platform's clock is back at real time when the test is over, however it ends."""
    yield
    async with asyncio.timeout(60):
        while (await admin.http.delete("/api/v1/test/clock", headers=admin.headers)).is_error:
            await asyncio.sleep(0.5)


def pytest_collection_modifyitems(items: list[Any]) -> None:
    """The quick stories before the long ones."""
    items.sort(key=lambda item: "survives" in item.name)
