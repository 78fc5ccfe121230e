"""What one request is, as far as the fast lane has to know."""

import re
from dataclasses import dataclass

from app.policy import Framing
from app.relay.upstream import Upstream
from app.services.allowance import Allowance
from app.visit import Visit

TARGET = rb"(/[A-Za-z0-9\-._~!$&'()*+,;=:@/%]*)(?:\?([A-Za-z0-9\-._~!$&'()*+,;=:@/%?]*))?"
"""What every parser of addresses reads alike; anything else is for the slow lane."""
split_target = re.compile(TARGET).fullmatch
read_line = re.compile(rb"(GET|HEAD|DELETE) " + TARGET).fullmatch


@dataclass(frozen=True, slots=True)
class Head:
    """The headers of a request, cleaned. A client that keeps its connection mostly sends them again
    byte for byte: then nothing of this is done twice."""

    block: bytes
    """As they came, from the blank after the target to the empty line; empty when not to be reused."""
    onward: bytes
    """The lines that go to the service."""
    framing: Framing
    token: str | None
    client: str
    scheme: str
    languages: bytes
    """Those that the client would have answers in."""


@dataclass(slots=True)
class Relayed:
    """A request that was let in; not frozen, since it is made for each one."""

    method: str
    head: bytes
    """Everything of it but the body."""
    is_chunked: bool
    allowance: Allowance
    upstream: Upstream
    visit: Visit
    path: str
    languages: bytes
