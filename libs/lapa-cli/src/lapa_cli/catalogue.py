"""The services of the house: name, schema and local port. Everything else that lists them is checked against this."""

from dataclasses import dataclass
from pathlib import Path

from lapa_cli.failures import Failure
from lapa_cli.layout import ROOT


@dataclass(frozen=True, slots=True)
class Service:
    name: str
    schema: str
    port: int

    @property
    def folder(self) -> Path:
        return ROOT / "services" / self.name

    @property
    def url_setting(self) -> str:
        return f"{self.name.replace('-', '_').upper()}_URL"


GATEWAY = Service("api-gateway", "gateway", 8080)

SERVICES = (
    GATEWAY,
    Service("user-service", "users", 8001),
    Service("pet-service", "pets", 8002),
    Service("order-service", "orders", 8003),
    Service("location-service", "location", 8004),
    Service("payment-service", "payments", 8005),
    Service("chat-service", "chat", 8006),
    Service("media-service", "media", 8007),
    Service("notification-service", "notifications", 8008),
    Service("analytics-service", "analytics", 8009),
)


def present() -> list[Service]:
    """The services that have a process to run in this checkout."""
    return [service for service in SERVICES if (service.folder / "main.py").is_file()]


def find(name: str) -> Service:
    """By name; its first word will do."""
    for service in SERVICES:
        if name in (service.name, service.name.removesuffix("-service")):
            return service
    raise Failure(
        f"There is no service {name!r}. There are: {', '.join(one.name for one in SERVICES)}"
    )
