"""One service as the gateway sees it: its endpoints, taken in turn while they are healthy."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.relay.circuit import Circuit
from app.relay.connection import Connection
from app.relay.errors import CircuitOpen, Unreachable
from app.relay.pool import Patience, Pool


@dataclass(slots=True)
class Endpoint:
    """One copy of a service."""

    url: str
    pool: Pool
    circuit: Circuit = field(default_factory=Circuit)


class RetryBudget:
    """Retries are for the odd failure: at most a tenth of the requests, and ten at once. When a service fails
    more often, asking everything twice would finish it off."""

    MOST, SHARE = 10.0, 0.1

    def __init__(self) -> None:
        self._credit = self.MOST

    def earn(self) -> None:
        """For each answer."""
        if self._credit < self.MOST:
            self._credit += self.SHARE

    def spend(self) -> bool:
        """Whether one more retry may be made."""
        if self._credit < 1.0:
            return False
        self._credit -= 1.0
        return True


class Upstream:
    def __init__(self, name: str, urls: Sequence[str], patience: Patience | None = None) -> None:
        self.name = name
        self.patience = patience or Patience()
        self.endpoints = [Endpoint(url, Pool(url, self.patience)) for url in urls]
        self.retries = RetryBudget()
        self._turn = 0

    def take(self) -> tuple[Endpoint, Connection] | None:
        """A kept connection to the endpoint whose turn it is; None when there is need to `connect`."""
        turn = (self._turn + 1) % len(self.endpoints)
        endpoint = self.endpoints[turn]
        if not endpoint.circuit.is_closed or (connection := endpoint.pool.take()) is None:
            return None
        self._turn = turn
        return endpoint, connection

    async def connect(self, *, fresh: bool = False) -> tuple[Endpoint, Connection]:
        """A connection to the next endpoint that admits requests; `fresh` when a kept one just died."""
        failure: Unreachable | None = None
        for endpoint in self._in_turn():
            if not endpoint.circuit.admits():
                continue
            if not fresh and (connection := endpoint.pool.take()) is not None:
                return endpoint, connection
            try:
                return endpoint, await endpoint.pool.open()
            except Unreachable as error:
                endpoint.circuit.fail()
                failure = error
        raise failure or CircuitOpen(self.name, self.retry_after)

    def next_endpoint(self) -> Endpoint:
        """For what brings its own client: WebSockets."""
        for endpoint in self._in_turn():
            if endpoint.circuit.admits():
                return endpoint
        raise CircuitOpen(self.name, self.retry_after)

    def _in_turn(self) -> list[Endpoint]:
        if len(self.endpoints) == 1:
            return self.endpoints
        self._turn = (self._turn + 1) % len(self.endpoints)
        return self.endpoints[self._turn :] + self.endpoints[: self._turn]

    @property
    def retry_after(self) -> float:
        return min(endpoint.circuit.retry_after for endpoint in self.endpoints)

    def close_aged(self) -> None:
        for endpoint in self.endpoints:
            endpoint.pool.close_aged()

    def close(self) -> None:
        for endpoint in self.endpoints:
            endpoint.pool.close()
