"""The stage: order-, payment- and pet-service as processes with stores of their own, and a hand on their clock."""

import os
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
from books import Books, run
from processes import PATIENCE_S, Broker, Service, free_port, wait_until

from lapa_cli.catalogue import SERVICES
from lapa_kit import clock
from lapa_kit.events import Envelope
from lapa_kit.events.transport import envelope_of
from lapa_kit.testing import database, identity

SCHEMAS = {"order-service": "orders", "payment-service": "payments", "pet-service": "pets"}


class Stage:
    """Two services whose money and bookings must never part, the dogs they are about, and a hand on their clock."""

    def __init__(self, folder: Path, logs: Path) -> None:
        """The folder's path must be short: it is that of a socket."""
        self.offset, self.by_itself, self.deaths = timedelta(), False, 0
        self.broker = Broker(folder)
        self.broker.start()
        environment = {**os.environ, "REDIS_HOST": str(self.broker.socket), "REDIS_DB": "0"}
        ports = {name: free_port() for name in SCHEMAS}
        for name, port in ports.items():
            variable = f"{name.replace('-', '_').upper()}_URL"
            environment[variable] = f"http://127.0.0.1:{port}"
        self.services = {
            name: Service(
                name,
                port,
                {**environment, "POSTGRES_DB": self.database_of(name)},
                logs / f"saga-{name}.log",
            )
            for name, port in ports.items()
        }
        folders = {one.name: one.folder for one in SERVICES}
        self._templates = {
            name: database.prepare_template(folders[name], schema)
            for name, schema in SCHEMAS.items()
        }
        for service in self.services.values():
            service.until_imported()
        self.order, self.payment = self.services["order-service"], self.services["payment-service"]
        self.pet = self.services["pet-service"]
        self.books = Books()
        self.begin(by_itself=False)

    @staticmethod
    def database_of(name: str) -> str:
        return f"lapa_saga_{SCHEMAS[name]}_{os.getpid()}"

    def begin(self, *, by_itself: bool) -> None:
        """Everything anew: empty stores, real time, every service alive."""
        self.by_itself, self.offset, self.deaths = by_itself, timedelta(), 0
        self.books.close()
        for name, service in self.services.items():
            service.kill()
            run(database.clone(self._templates[name], self.database_of(name)))
        self.broker.forget()
        for service in self.services.values():
            self.revive(service)
        self.books.open(*(self.database_of(name) for name in ("order-service", "payment-service")))

    def revive(self, service: Service) -> None:
        """A minute later, so that the jobs it died over are anybody's.

        pet-service only answers: it has no background work that a test would wait for.
        """
        by_itself = self.by_itself and service is not self.pet
        if self.books.are_open:
            self.deaths += 1
            self.books.end_leases()
        service.begin_life(by_itself=by_itself, offset_s=self.offset.total_seconds())

    def revive_the_dead(self) -> None:
        for service in self.services.values():
            if not service.is_alive:
                self.revive(service)

    def until(self, condition: Callable[[], Any], *, told: Sequence[str] = ()) -> Any:
        """Wait for what comes by itself, while whoever dies meanwhile is brought back."""

        def is_so() -> Any:
            self.revive_the_dead()
            return condition()

        return wait_until(is_so, told=told)

    def end(self) -> None:
        self.books.close()
        for name, service in self.services.items():
            service.end()
            run(database.drop(self.database_of(name)))
        self.broker.kill()

    # -- time

    @property
    def now(self) -> datetime:
        return clock.now() + self.offset

    def pass_time(self, by: timedelta) -> None:
        self.offset += by
        for service in self.services.values():
            self.call(service, "POST", "/stage/clock", offset_s=self.offset.total_seconds())

    # -- calls

    def call(self, service: Service, method: str, path: str, json: Any = None, **query: Any) -> Any:
        """A call to the stage itself; the service is brought back to life for it."""
        while True:
            try:
                if not service.life or not service.is_alive:
                    self.revive(service)
                response = service.http.request(method, path, json=json, params=query)
            except httpx.TransportError:
                continue
            assert response.is_success, f"{service.name} {path}: {response.text}"
            return response.json()

    def ask(
        self, service: Service, method: str, path: str, who: dict[str, str], body: Any = None
    ) -> httpx.Response:
        """A call of somebody's, made again under its key until it is answered, whoever dies meanwhile."""
        headers = {**who, "Idempotency-Key": str(uuid4())}
        ends = time.monotonic() + PATIENCE_S
        while True:
            assert time.monotonic() < ends, f"{method} {path} is never answered"
            self.revive_the_dead()
            try:
                response = service.http.request(
                    method, f"/api/v1/{path}", json=body, headers=headers
                )
            except httpx.TransportError:
                continue
            # a service it depends on has just died, or Redis has
            if response.status_code not in (502, 503):
                return response
            time.sleep(0.02)

    def strike(self, service: Service, moment: str, *, commits_later: int = 1) -> None:
        """Have it die before or after the commit it is going to make then."""
        self.call(service, "POST", "/stage/death", moment=moment, commits_later=commits_later)

    def spare(self) -> None:
        """Nobody is about to die any more."""
        for service in (self.order, self.payment):
            self.call(service, "DELETE", "/stage/death")

    def commits(self) -> dict[str, int]:
        """How many commits that wrote something each of the two has made in its present life."""
        counted = (self.order, self.payment)
        return {one.name: self.call(one, "GET", "/stage/commits") for one in counted}

    def hear(self, service: Service, envelopes: Sequence[Envelope]) -> bool:
        """Let these arrive, once more when the service dies of it; whether all took effect."""
        batch = [_as_json(one) for one in envelopes]
        return self.call(service, "POST", "/stage/hear", batch) == len(batch)

    # -- what is said

    def last_position(self, stream: str) -> str:
        newest: Any = self.broker.client.xrevrange(stream, count=1)
        return newest[0][0].decode() if newest else "0"

    def read(self, stream: str, after: str) -> tuple[list[Envelope], str]:
        """What has been said since then, and where to go on."""
        entries: Any = self.broker.client.xrange(stream, min=f"({after}")
        said = [envelope_of(fields) for _, fields in entries]
        return said, entries[-1][0].decode() if entries else after


def _as_json(envelope: Envelope) -> dict[str, Any]:
    return {
        "id": str(envelope.id),
        "type": envelope.type,
        "key": envelope.key,
        "version": envelope.version,
        "occurred_at": envelope.occurred_at.isoformat(),
        "payload": envelope.payload,
        "trace": envelope.trace,
    }


def bearer(person: UUID, *roles: str) -> dict[str, str]:
    return identity.bearer(person, *roles)
