"""YooKassa, T-Bank and the SBP's bank, each played by a server that speaks its published protocol."""

from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import sbp_server
import tinkoff_server
import yookassa_server
from company import Company
from pydantic import SecretStr
from sbp_server import SbpServer
from silence import PATIENCE_S
from tinkoff_server import TinkoffServer
from yookassa_server import YooKassaServer

from app.config import settings
from app.providers.provider import Webhook
from app.providers.sbp import Sbp
from app.providers.tinkoff import Tinkoff
from app.providers.yookassa import YooKassa
from lapa_kit.db import Sessions
from lapa_kit.testing.server import running

Server = YooKassaServer | TinkoffServer | SbpServer
PATIENCE = timedelta(seconds=PATIENCE_S)


@dataclass(frozen=True)
class RubleCompany(Company):
    server: Server


@contextmanager
def told(**changes: Any) -> Generator[None]:
    """As if the environment had said so."""
    known = vars(settings)
    usual = dict(known)
    known.update(changes, default_currency="RUB", provider_patience=PATIENCE)
    try:
        yield
    finally:
        known.update(usual)


@asynccontextmanager
async def yookassa(app: Any, sessions: Sessions) -> AsyncGenerator[RubleCompany]:
    server = YooKassaServer()
    async with running(server.silence) as server.url:
        shop_id, key = yookassa_server.SHOP_ID, SecretStr(yookassa_server.SECRET_KEY)
        url = f"{server.url}/v3"
        with told(yookassa_shop_id=shop_id, yookassa_secret_key=key, yookassa_url=url):
            yield RubleCompany(
                provider=YooKassa(sessions),
                currency="RUB",
                good=yookassa_server.GOOD,
                keeps="page",
                declined=yookassa_server.DECLINED,
                asking="page",
                lost=yookassa_server.LOST,
                decide=server.decide,
                webhooks=_sent_by(server),
                server=server,
            )


@asynccontextmanager
async def tinkoff(app: Any, sessions: Sessions) -> AsyncGenerator[RubleCompany]:
    server = TinkoffServer()
    async with running(server.silence) as server.url:
        key, password = tinkoff_server.TERMINAL, SecretStr(tinkoff_server.PASSWORD)
        url, terminal = f"{server.url}/v2", server.terminal()
        with told(tinkoff_terminal_key=key, tinkoff_password=password, tinkoff_url=url):
            yield RubleCompany(
                provider=Tinkoff(sessions),
                currency="RUB",
                good=terminal.seal(f"card:{tinkoff_server.GOOD}"),
                keeps="page",
                declined=terminal.seal(f"card:{tinkoff_server.DECLINED}"),
                asking="page",
                lost=terminal.seal(f"card:{tinkoff_server.LOST}"),
                decide=server.decide,
                webhooks=_sent_by(server),
                server=server,
            )


@asynccontextmanager
async def sbp(app: Any, sessions: Sessions) -> AsyncGenerator[RubleCompany]:
    server = SbpServer()
    async with running(server.silence) as server.url:
        merchant, key = sbp_server.MERCHANT, SecretStr(sbp_server.SECRET_KEY)
        with told(sbp_merchant_id=merchant, sbp_secret_key=key, sbp_url=f"{server.url}/api"):
            yield RubleCompany(
                provider=Sbp(sessions),
                currency="RUB",
                good="sbp",
                keeps="sbp",
                declined=None,
                asking="sbp",
                lost=None,
                decide=server.decide,
                webhooks=_sent_by(server),
                server=server,
            )


def _sent_by(server: Server) -> Any:
    async def webhooks() -> list[Webhook]:
        return server.sent

    return webhooks


Opening = Callable[[Any, Sessions], AbstractAsyncContextManager[RubleCompany]]
COMPANIES: dict[str, Opening] = {"yookassa": yookassa, "tinkoff": tinkoff, "sbp": sbp}
