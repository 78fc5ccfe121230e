"""What the gateway tells about the platform."""

from datetime import datetime
from typing import Literal

from pydantic import AwareDatetime, BaseModel


class GatewayLiveness(BaseModel):
    """Alive whatever the services do; their line each is beside."""

    status: Literal["ok"] = "ok"
    service: str
    version: str
    services: dict[str, Literal["up", "down", "unknown"]]


class ServiceLine(BaseModel):
    name: str
    status: Literal["up", "down", "unknown"]


class ServiceRead(ServiceLine):
    """`latency_ms` and `version` are of the last probe; a service may run in several copies."""

    url: str
    latency_ms: float | None
    circuit: Literal["closed", "open", "half_open"]
    version: str | None
    connections: int


class ServiceLines(BaseModel):
    """For operators each service with all that is known, for others its name and whether it is up."""

    items: list[ServiceRead | ServiceLine]
    next_cursor: None = None


class RouteRead(BaseModel):
    """Since the processes began; milliseconds."""

    service: str
    method: str
    route: str
    requests: int
    errors: int
    in_flight: int
    p50_ms: float | None
    p95_ms: float | None
    p99_ms: float | None


class GatewayStatistics(BaseModel):
    """Of `processes` together: this one as it is now, the others as they were a second ago."""

    processes: int
    requests: int
    errors: int
    in_flight: int
    items: list[RouteRead]
    next_cursor: None = None


class RoutingRule(BaseModel):
    path: str
    service: str


class RoutingRules(BaseModel):
    items: list[RoutingRule]
    next_cursor: None = None


class ClockWrite(BaseModel):
    now: AwareDatetime


class ClockRead(BaseModel):
    now: datetime
