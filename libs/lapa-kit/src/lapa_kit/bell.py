"""A bell inside one process: rung after a commit, heard by the loop that would otherwise poll."""

import asyncio
from contextlib import suppress


class Bell:
    """Rung from anywhere in the process; heard by the one background loop that listens."""

    def __init__(self) -> None:
        self._rung: asyncio.Event | None = None

    def ring(self) -> None:
        if self._rung:
            self._rung.set()

    def reset(self) -> None:
        """Before looking for work: what comes in between rings again."""
        if self._rung is None:
            self._rung = asyncio.Event()
        self._rung.clear()

    async def wait(self, at_most_s: float) -> None:
        assert self._rung, "reset() comes before wait()"
        with suppress(TimeoutError):
            await asyncio.wait_for(self._rung.wait(), at_most_s)

    def forget(self) -> None:
        """The listening loop has ended; the next one may run in another event loop."""
        self._rung = None
