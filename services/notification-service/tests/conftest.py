"""A real mail server, and test mode."""

import asyncio
from collections.abc import AsyncIterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
import pytest_asyncio
from aiosmtpd.smtp import SMTP


class Mailbox:
    """A mail server's handler: keeps what comes, refuses or stumbles when told to."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.answer: str | None = None

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.answer:
            return self.answer
        self.letters.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 queued as 42"

    def texts_to(self, address: str) -> list[str]:
        return [one.get_content() for one in self.letters if one["To"] == address]


@pytest_asyncio.fixture
async def mailbox(app: Any, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Mailbox]:
    """The letters that a real SMTP server has taken."""
    mailbox = Mailbox()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(mailbox), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    monkeypatch.setitem(app.state.settings.__dict__, "smtp_url", f"smtp://127.0.0.1:{port}")
    yield mailbox
    server.close()
    await server.wait_closed()


@pytest.fixture
def in_test_mode(app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.state.settings.__dict__, "test_mode", True)
