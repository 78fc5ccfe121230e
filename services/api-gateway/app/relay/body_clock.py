"""How long a client may take for its body: neither silence nor trickling holds a place for ever."""

from app.relay.pool import Patience


class BodyClock:
    """Counts the time in which it is the client who is waited for. Moments are of the loop's clock."""

    __slots__ = ("_patience", "_since", "_waited")

    def __init__(self, now: float, patience: Patience) -> None:
        self._patience = patience
        self._waited = 0.0
        self._since: float | None = now

    def stop(self, now: float) -> None:
        """We do not take the body now, so the client is not to blame."""
        if self._since is not None:
            self._waited += now - self._since
            self._since = None

    def go_on(self, now: float) -> None:
        if self._since is None:
            self._since = now

    @property
    def is_stopped(self) -> bool:
        return self._since is None

    def left(self, now: float, seen: int) -> float:
        """Seconds until the client has been too slow, after that many bytes."""
        running = now - self._since if self._since is not None else 0.0
        return self._patience.client + seen / self._patience.slowest - self._waited - running
