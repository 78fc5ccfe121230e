"""What one gateway process knows and keeps: built once, living as long as the app."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from prometheus_client import REGISTRY

from app.config import Settings
from app.relay.deadlines import Deadlines
from app.relay.upstream import Upstream
from app.routing import SERVICES
from app.services.allowance import Allowances
from app.services.catalogue import Catalogue, Document
from app.services.documents import merge
from app.services.key_tokens import KeyTokens
from app.services.limits import Limits
from app.services.probes import Probes
from app.services.sharing import SharedStatistics
from app.services.statistics import Statistics
from app.services.web import Web
from lapa_kit.auth import Authenticator
from lapa_kit.ratelimit import Rate


class Gateway:
    """On `app.state.gateway`."""

    def __init__(self, settings: Settings, authenticator: Authenticator) -> None:
        self.settings = settings
        self.authenticator = authenticator
        self.upstreams = {
            name: Upstream(
                name,
                settings.service_urls(name),
                settings.patience(settings.upstream_answer_timeout_s),
            )
            for name in SERVICES
        }
        self.allowances = Allowances(settings)
        self.catalogue = Catalogue()
        self.probes = Probes(self.upstreams, self.catalogue, _host(settings))
        self.statistics = Statistics()
        self.shared_statistics = SharedStatistics(self.statistics)
        self.deadlines = Deadlines()
        self.limits = Limits()
        self.key_tokens = KeyTokens(authenticator)
        self.user_rate = _per(settings.rate_limit_user_per_minute, 60)
        self.address_rate = _per(settings.rate_limit_address_per_minute, 60)
        self.message_rate = _per(settings.websocket_messages_per_second, 1)
        self.route_rates = settings.route_rates
        self.web = Web(settings.web_dist)
        self._merged: tuple[int, Document] | None = None

    def document(self, own: Document) -> Document:
        """The merged OpenAPI document, made anew when a service changed its own."""
        if self._merged is None or self._merged[0] != self.catalogue.version:
            self._merged = self.catalogue.version, merge(own, self.catalogue.documents)
        return self._merged[1]

    @asynccontextmanager
    async def running(self, app: FastAPI) -> AsyncGenerator[None, None]:
        """The app's lifespan: the loops beside the traffic."""
        REGISTRY.register(self.statistics)
        tasks: list[asyncio.Task[None]] = []
        if app.state.lifespan_tasks:
            tasks.append(asyncio.create_task(self.probes.follow(self.settings.probe_every_s)))
            tasks.append(asyncio.create_task(self.limits.follow(app.state.redis)))
            tasks.append(asyncio.create_task(self.shared_statistics.follow(app.state.redis)))
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            for upstream in self.upstreams.values():
                upstream.close()
            REGISTRY.unregister(self.statistics)


def _per(requests: int, seconds: int) -> Rate | None:
    return Rate(requests, seconds) if requests else None


def _host(settings: Settings) -> bytes:
    """The name under which the services let themselves be called."""
    named = [host for host in settings.allowed_hosts if "*" not in host]
    return (named[0] if named else "api-gateway").encode()
