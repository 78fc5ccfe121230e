"""What the process knows about the services and the routes to them, put together for operators."""

from dataclasses import dataclass

from app.relay.circuit import State
from app.relay.upstream import Upstream
from app.routing import JWKS, OWNERS, SERVICES, TESTING
from app.services.gateway import Gateway
from app.services.probes import Status


@dataclass(frozen=True, slots=True)
class ServiceState:
    name: str
    url: str
    status: Status
    latency_ms: float | None
    circuit: State
    version: str | None
    connections: int


def list_services(gateway: Gateway) -> list[ServiceState]:
    """The gateway itself first."""
    settings = gateway.settings
    itself = ServiceState(settings.service_name, "", "up", 0.0, "closed", settings.version, 0)
    return [itself, *(_state(gateway, upstream) for upstream in gateway.upstreams.values())]


def _state(gateway: Gateway, upstream: Upstream) -> ServiceState:
    copies = upstream.endpoints
    healths = [gateway.probes.health(endpoint) for endpoint in copies]
    latencies = [health.latency_ms for health in healths if health.latency_ms is not None]
    circuits = {endpoint.circuit.state for endpoint in copies}
    order: tuple[State, ...] = ("closed", "half_open", "open")
    return ServiceState(
        name=upstream.name,
        url=",".join(endpoint.url for endpoint in copies),
        status=gateway.probes.status(upstream),
        latency_ms=max(latencies, default=None),
        circuit=next(state for state in order if state in circuits),
        version=next((health.version for health in healths if health.version), None),
        connections=sum(endpoint.pool.size for endpoint in copies),
    )


def list_rules() -> list[tuple[str, str]]:
    """Path pattern and service, in the order in which they are tried."""
    rules = [(JWKS, "user-service")]
    rules += [(f"/api/v1/test/{name}", owner) for name, owner in TESTING.items()]
    rules += [(f"/api/v1/{name}/{{path}}", owner) for name, owner in OWNERS.items()]
    rules += [(f"/{name}/{{path}}", name) for name in SERVICES]
    rules += [(f"/{name.removesuffix('-service')}/api/{{path}}", name) for name in SERVICES]
    return rules
