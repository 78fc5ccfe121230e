"""Which service answers for a path: by the service's name, or by the resource's owner."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

SERVICES = (
    "user-service",
    "pet-service",
    "order-service",
    "location-service",
    "payment-service",
    "chat-service",
    "media-service",
    "notification-service",
    "analytics-service",
)

OWNERS = MappingProxyType(
    {
        "auth": "user-service",
        "users": "user-service",
        "walkers": "user-service",
        "pets": "pet-service",
        "orders": "order-service",
        "markets": "order-service",
        "wallets": "payment-service",
        "payments": "payment-service",
        "payment-methods": "payment-service",
        "payouts": "payment-service",
        "ledger": "payment-service",
        "notifications": "notification-service",
        "notification-templates": "notification-service",
        "notification-channels": "notification-service",
        "notification-preferences": "notification-service",
        "campaigns": "notification-service",
        "media": "media-service",
        "albums": "media-service",
        "locations": "location-service",
        "tracks": "location-service",
        "geofences": "location-service",
        "routes": "location-service",
        "alerts": "location-service",
        "chats": "chat-service",
        "analytics": "analytics-service",
    }
)
"""The resources of /api/v1 and who owns them."""

OWN = frozenset({"gateway", "developer", "operations"})
OWN_PATHS = frozenset({"/health", "/health/ready", "/metrics", "/openapi.json"})
TESTING = MappingProxyType(
    {
        "outbox": "notification-service",
        "provider": "payment-service",
        "weather": "order-service",
    }
)
"""What of /api/v1/test is another's; the clock is ours."""
JWKS = "/.well-known/jwks.json"
OURS_FOR_SERVICES = ("/internal/v1/privacy/", "/internal/v1/snapshots")
"""What services ask the gateway itself; it opens with a service's token only, and leads nowhere else."""
NEVER_PROXIED = frozenset({"metrics", "internal"})

_SHORT_NAMES = {name.removesuffix("-service"): name for name in SERVICES}


@dataclass(frozen=True, slots=True)
class Destination:
    """Who answers, and the path that he is asked for (`skip` characters of ours taken off)."""

    kind: Literal["own", "docs", "service", "web"]
    service: str = ""
    skip: int = 0
    label: str = ""
    """The route for metrics, as long as the service's own document does not say it better."""
    is_testing: bool = False
    """There in test mode only."""


RESOURCES = "/api/v1/"
WEB = Destination("web", label="web")
DOCS = Destination("docs", label="/docs")
_BY_RESOURCE = {
    **{name: Destination("own", label=f"/api/v1/{name}") for name in OWN},
    **{name: Destination("service", owner, 0, f"/api/v1/{name}") for name, owner in OWNERS.items()},
}
_BY_TEST = {
    name: Destination("service", owner, 0, f"/api/v1/test/{name}", is_testing=True)
    for name, owner in TESTING.items()
}
_BY_PATH = {
    **{path: Destination("own", label=path) for path in OWN_PATHS},
    "/docs": DOCS,
    "/redoc": DOCS,
    JWKS: Destination("service", "user-service", 0, JWKS),
}
_OWN_TESTING = Destination("own", label="/api/v1/test", is_testing=True)
_FOR_SERVICES = Destination("own", label="/internal/v1")


def destination(path: str) -> Destination:
    """Where a decoded path leads; what is nobody's is the web app's to answer."""
    if path.startswith(RESOURCES):
        to = _BY_RESOURCE.get(path[len(RESOURCES) :].partition("/")[0])
        if to is not None:
            return to
    if known := _BY_PATH.get(path):
        return known
    first, _, rest = path[1:].partition("/")
    if first == "api":
        return _by_resource(rest)
    if first == "docs":
        return DOCS
    if path.startswith(OURS_FOR_SERVICES):
        return _FOR_SERVICES
    return _by_name(first, rest)


def _by_resource(rest: str) -> Destination:
    version, _, rest = rest.partition("/")
    resource, _, rest = rest.partition("/")
    if version != "v1":
        return WEB
    if resource == "test":
        return _BY_TEST.get(rest.partition("/")[0], _OWN_TESTING)
    return _BY_RESOURCE.get(resource, WEB)


def _by_name(first: str, rest: str) -> Destination:
    service = first if first in SERVICES else None
    if service is None and rest.startswith("api/"):
        service = _SHORT_NAMES.get(first)
    if service is None or rest.partition("/")[0] in NEVER_PROXIED:
        return WEB
    return Destination("service", service, len(first) + 1, f"/{service}")
