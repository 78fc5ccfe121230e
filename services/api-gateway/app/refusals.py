"""How the gateway says no: its own problems, and what becomes of a failed relay."""

from math import ceil

from app.policy import PayloadTooLarge
from app.relay.errors import (
    BodyTooLarge,
    BodyTooSlow,
    CircuitOpen,
    ClientError,
    Malformed,
    TooSlow,
    UpstreamError,
)
from lapa_kit.problems import NotFound, Problem, ServiceUnavailable


class InternalError(Problem):
    status, title = 500, "Something went wrong on our side"


class UnknownService(NotFound):
    title = "No service and no page answers here"


class BadGateway(Problem):
    status, title = 502, "The service gave an answer that cannot be passed on"


class UpstreamTimeout(Problem):
    status, title = 504, "The service took too long to answer"


class RequestTimeout(Problem):
    status, title = 408, "The rest of the request did not come"


def problem_of(failure: UpstreamError | ClientError, service: str) -> Problem:
    """What the client is told. Addresses and causes are for the log."""
    match failure:
        case BodyTooLarge():
            return PayloadTooLarge()
        case BodyTooSlow():
            return RequestTimeout()
        case TooSlow():
            return UpstreamTimeout(f"{service} did not answer in time.")
        case Malformed():
            return BadGateway(f"{service} gave an answer that cannot be passed on.")
        case CircuitOpen():
            wait = max(1, ceil(failure.retry_after))
            return ServiceUnavailable(f"{service} is not available now.", retry_after=wait)
        case _:
            return ServiceUnavailable(f"{service} is not available now.", retry_after=1)
