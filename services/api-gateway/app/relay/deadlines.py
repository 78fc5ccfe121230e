"""One timer for all that may take too long, instead of one for each request."""

import asyncio
from typing import Protocol

PERIOD_S = 0.1


class Watched(Protocol):
    def check(self, now: float) -> None:
        """`now` by the loop's clock."""


class Deadlines:
    """Asks everyone in turn whether his time is over; no timer runs while there is nobody."""

    def __init__(self) -> None:
        self._watched: set[Watched] = set()
        self._timer: asyncio.TimerHandle | None = None

    def add(self, one: Watched) -> None:
        self._watched.add(one)
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(PERIOD_S, self._sweep)

    def discard(self, one: Watched) -> None:
        self._watched.discard(one)

    def _sweep(self) -> None:
        loop = asyncio.get_running_loop()
        now = loop.time()
        for one in tuple(self._watched):
            one.check(now)
        self._timer = loop.call_later(PERIOD_S, self._sweep) if self._watched else None
