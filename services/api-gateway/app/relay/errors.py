"""What can go wrong between a client, the gateway and an upstream."""


class UpstreamError(Exception):
    """The upstream did not give a whole answer."""


class Unreachable(UpstreamError):
    """No connection came about: nothing was sent, so any request may be tried elsewhere."""


class CircuitOpen(UpstreamError):
    """Every endpoint failed lately; nothing was tried."""

    def __init__(self, name: str, retry_after: float) -> None:
        super().__init__(f"{name} failed repeatedly and is left alone for {retry_after:.1f} s")
        self.retry_after = retry_after


class Broken(UpstreamError):
    """The connection ended before the answer was whole."""


class TooSlow(UpstreamError):
    """The upstream kept silent for longer than it may."""


class Malformed(UpstreamError):
    """What came back is not HTTP, or not an answer to what was asked."""


class ClientError(Exception):
    """The client's side of an exchange ended it."""


class ClientGone(ClientError):
    """Nobody waits for the answer any more."""


class BodyTooLarge(ClientError):
    """The client sent more than the route takes."""


class BodyTooSlow(ClientError):
    """The client stopped in the middle of its body."""
