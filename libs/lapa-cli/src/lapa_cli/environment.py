"""What child processes are told: the user's settings from `.env` and the shell, and addresses of our own on top."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from lapa_cli import envfile
from lapa_cli.catalogue import GATEWAY, SERVICES, Service
from lapa_cli.failures import Failure
from lapa_cli.layout import ROOT, Place

# A whole city, or a load test, comes from one address of a developer's machine; 0 is no limit.
WIDE_LIMITS = {
    "RATE_LIMIT_USER_PER_MINUTE": "0",
    "RATE_LIMIT_ADDRESS_PER_MINUTE": "0",
    "RATE_LIMIT_ROUTES": "",
    "WEBSOCKET_MESSAGES_PER_SECOND": "0",
    "LOGIN_FAILURES_PER_ADDRESS": "1000000",
    "REGISTRATIONS_PER_ADDRESS_PER_HOUR": "1000000",
}
TRUE = ("1", "true", "yes", "on")


@dataclass(frozen=True, slots=True)
class Options:
    """How one platform differs from another."""

    port_offset: int = 0
    test_mode: bool = False
    durable: bool = True
    services: bool = True

    def port(self, service: Service) -> int:
        return service.port + self.port_offset

    def url(self, service: Service) -> str:
        return f"http://127.0.0.1:{self.port(service)}"

    def host(self, service: Service) -> str:
        """Only the gateway is for others than this machine, and never in test mode."""
        if service is not GATEWAY or self.test_mode:
            return "127.0.0.1"
        return user_settings().get("HOST", "0.0.0.0")


def user_settings() -> dict[str, str]:
    """The shell's environment over the `.env` file."""
    return {**envfile.read(ROOT / ".env"), **os.environ}


def is_true(settings: Mapping[str, str], name: str) -> bool:
    return settings.get(name, "").lower() in TRUE


def uses_external_database() -> bool:
    return is_true(user_settings(), "LAPA_EXTERNAL_DATABASE")


def uses_external_redis() -> bool:
    return is_true(user_settings(), "LAPA_EXTERNAL_REDIS")


def chosen_offset(port: int | None) -> int:
    """From `--port`, which is the gateway's, or LAPA_PORT_OFFSET."""
    if port is not None:
        return port - GATEWAY.port
    value = user_settings().get("LAPA_PORT_OFFSET", "") or "0"
    if not value.lstrip("-").isdigit():
        raise Failure(f"LAPA_PORT_OFFSET must be a whole number, not {value!r}")
    return int(value)


def for_children(place: Place, options: Options) -> dict[str, str]:
    """The whole environment of a service's process."""
    settings = user_settings()
    return {**settings, **addresses(place, options, settings)}


def addresses(place: Place, options: Options, settings: Mapping[str, str]) -> dict[str, str]:
    """What is ours to say; `./lapa env` prints it."""
    ours = {service.url_setting: options.url(service) for service in SERVICES}
    ours["PUBLIC_URL"] = settings.get("PUBLIC_URL") or f"http://localhost:{options.port(GATEWAY)}"
    ours["MEDIA_STORE_URL"] = settings.get("MEDIA_STORE_URL") or f"file://{place.media}"
    ours["WEB_DIST"] = str(ROOT / "web" / "dist")
    ours["TEST_MODE"] = str(options.test_mode).lower()
    if settings.get("ENVIRONMENT", "development") != "production":
        ours |= {name: settings.get(name) or value for name, value in WIDE_LIMITS.items()}
    return ours | store_addresses(place, settings)


def store_addresses(place: Place, settings: Mapping[str, str]) -> dict[str, str]:
    """Of PostgreSQL and Redis, where they are ours."""
    ours: dict[str, str] = {}
    if not is_true(settings, "LAPA_EXTERNAL_DATABASE"):
        ours["POSTGRES_HOST"] = str(place.sockets)
        ours["POSTGRES_PORT"] = "5432"
        ours["POSTGRES_USER"] = settings.get("POSTGRES_USER") or "lapa_user"
        ours["POSTGRES_DB"] = settings.get("POSTGRES_DB") or "lapa"
    if not is_true(settings, "LAPA_EXTERNAL_REDIS"):
        ours["REDIS_HOST"] = str(place.redis_socket)
        ours["REDIS_PASSWORD"] = ""
        ours["REDIS_DB"] = settings.get("REDIS_DB") or "0"
        ours["EVENTS_URL"] = ""
    return ours
