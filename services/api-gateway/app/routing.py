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

OWN = frozenset({"gateway", "test", "developer", "operations"})
OWN_PATHS = frozenset({"/health", "/health/ready", "/metrics", "/docs", "/redoc", "/openapi.json"})
JWKS = "/.well-known/jwks.json"
NEVER_PROXIED = frozenset({"metrics", "internal"})

_SHORT_NAMES = {name.removesuffix("-service"): name for name in SERVICES}


@dataclass(frozen=True, slots=True)
class Destination:
    """Who answers, and the path that he is asked for (`skip` characters of ours taken off)."""

    kind: Literal["own", "service", "web"]
    service: str = ""
    skip: int = 0
    label: str = ""
    """The route for metrics, as long as the service's own document does not say it better."""


WEB = Destination("web", label="web")
OURS = Destination("own")
_BY_OWNER = {
    resource: Destination("service", owner, 0, f"/api/v1/{resource}")
    for resource, owner in OWNERS.items()
}
_BY_JWKS = Destination("service", "user-service", 0, JWKS)


def destination(path: str) -> Destination:
    """Where a decoded path leads; what is nobody's is the web app's to answer."""
    first, _, rest = path[1:].partition("/")
    if first == "api":
        version, _, resource = rest.partition("/")
        resource = resource.partition("/")[0]
        if version == "v1":
            if resource in OWN:
                return OURS
            return _BY_OWNER.get(resource, WEB)
        return WEB
    if path in OWN_PATHS or path.startswith("/docs/"):
        return OURS
    if path == JWKS:
        return _BY_JWKS
    return _by_name(first, rest)


def _by_name(first: str, rest: str) -> Destination:
    service = first if first in SERVICES else None
    if service is None and rest.startswith("api/"):
        service = _SHORT_NAMES.get(first)
    if service is None or rest.partition("/")[0] in NEVER_PROXIED:
        return WEB
    return Destination("service", service, len(first) + 1, f"/{service}")
