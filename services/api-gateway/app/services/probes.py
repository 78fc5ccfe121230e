"""Asking each copy of each service how it is, and what it offers; the circuits hear of it too."""

import asyncio
import json
import time
from dataclasses import dataclass
from typing import Any, Literal

import structlog

from app.relay.errors import UpstreamError
from app.relay.fetch import fetch
from app.relay.upstream import Endpoint, Upstream
from app.services.catalogue import Catalogue

PATIENCE_S = 3.0
DOCUMENT_PATIENCE_S = 10.0
DOCUMENT_EVERY_S = 60.0
DOCUMENT_AGAIN_S = 10.0
TRIPPED_AFTER = 2

log = structlog.get_logger()

Status = Literal["up", "down", "unknown"]


@dataclass(slots=True)
class Health:
    """What was last heard of one copy."""

    status: Status = "unknown"
    latency_ms: float | None = None
    version: str | None = None
    failures: int = 0


class Probes:
    """One loop a service for the life of the process."""

    def __init__(self, upstreams: dict[str, Upstream], catalogue: Catalogue, host: bytes) -> None:
        self._upstreams, self._catalogue, self._host = upstreams, catalogue, host
        self._health = {
            endpoint.url: Health()
            for upstream in upstreams.values()
            for endpoint in upstream.endpoints
        }
        self._document_due: dict[str, float] = {}

    def health(self, endpoint: Endpoint) -> Health:
        return self._health[endpoint.url]

    def status(self, upstream: Upstream) -> Status:
        """Up as long as one copy is."""
        statuses = {self.health(endpoint).status for endpoint in upstream.endpoints}
        if "up" in statuses:
            return "up"
        return "unknown" if statuses == {"unknown"} else "down"

    async def follow(self, every_s: float) -> None:
        async with asyncio.TaskGroup() as tasks:
            for upstream in self._upstreams.values():
                tasks.create_task(self._follow(upstream, every_s))

    async def _follow(self, upstream: Upstream, every_s: float) -> None:
        while True:
            await self.probe(upstream)
            upstream.close_aged()
            await asyncio.sleep(every_s)

    async def probe(self, upstream: Upstream) -> None:
        """Ask all copies once; fetch the document when it is due."""
        await asyncio.gather(*(self._ask(endpoint) for endpoint in upstream.endpoints))
        is_due = time.monotonic() >= self._document_due.get(upstream.name, 0.0)
        if is_due and self.status(upstream) == "up":
            is_read = await self._read_document(upstream)
            wait = DOCUMENT_EVERY_S if is_read else DOCUMENT_AGAIN_S
            self._document_due[upstream.name] = time.monotonic() + wait

    async def _ask(self, endpoint: Endpoint) -> None:
        health = self.health(endpoint)
        began = time.perf_counter()
        try:
            answer = await fetch(endpoint, "/health", host=self._host, patience=PATIENCE_S)
        except UpstreamError as error:
            health.failures += 1
            if health.failures >= TRIPPED_AFTER:
                endpoint.circuit.trip()
            self._note(endpoint, "down", str(error))
            return
        health.failures = 0
        health.latency_ms = round((time.perf_counter() - began) * 1000, 1)
        health.version = _version(answer.body)
        if answer.status < 500:
            endpoint.circuit.succeed()
        self._note(endpoint, "up" if answer.status < 500 else "down", f"status {answer.status}")

    def _note(self, endpoint: Endpoint, status: Status, why: str) -> None:
        health = self.health(endpoint)
        if health.status != status:
            log.info("upstream.changed", url=endpoint.url, status=status, why=why)
        health.status = status
        if status == "down":
            health.latency_ms = None

    async def _read_document(self, upstream: Upstream) -> bool:
        for endpoint in upstream.endpoints:
            try:
                answer = await fetch(
                    endpoint, "/openapi.json", host=self._host, patience=DOCUMENT_PATIENCE_S
                )
                document: Any = json.loads(answer.body)
                if answer.status != 200 or not isinstance(document.get("paths"), dict):
                    raise ValueError(f"status {answer.status}")
                self._catalogue.learn(upstream.name, document)
            except (UpstreamError, ValueError, AttributeError, TypeError) as error:
                log.warning("upstream.undocumented", url=endpoint.url, why=str(error))
            else:
                return True
        return False


def _version(body: bytes) -> str | None:
    try:
        version = json.loads(body)["version"]
    except (ValueError, KeyError, TypeError):
        return None
    return str(version)
