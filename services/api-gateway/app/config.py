"""The settings of the gateway, and nothing else's."""

import re
from pathlib import Path
from typing import Any, ClassVar

from pydantic import Field, field_validator

from app.relay.pool import Patience
from lapa_contracts.settings import LapaSettings
from lapa_kit.ratelimit import Rate
from lapa_kit.settings import CommaSeparated

ROUTE_RATE = re.compile(r"([A-Z]+) (/\S*) ([1-9][0-9]*)/([1-9][0-9]*)")
RouteRates = dict[tuple[str, str], Rate]


class Settings(LapaSettings):
    """The `*_SERVICE_URL` of a gateway may list several copies of a service, separated by commas."""

    service_name: ClassVar[str] = "api-gateway"
    schema_name: ClassVar[str] = "gateway"

    web_dist: Path | None = None

    # 0 turns a limit off
    rate_limit_user_per_minute: int = Field(default=1200, ge=0)
    rate_limit_address_per_minute: int = Field(default=600, ge=0)
    rate_limit_routes: CommaSeparated = [
        "POST /api/v1/locations 20/1",
        "POST /api/v1/locations/owntracks 20/1",
        "POST /api/v1/locations/osmand 20/1",
        "GET /api/v1/locations/osmand 20/1",
    ]
    websocket_messages_per_second: int = Field(default=50, ge=0)
    max_body_bytes: int = Field(default=1024 * 1024, ge=1024)
    max_upload_bytes: int = Field(default=50 * 1024 * 1024, ge=1024)

    upstream_connect_timeout_s: float = Field(default=2.0, gt=0)
    upstream_answer_timeout_s: float = Field(default=30.0, gt=0)
    upstream_idle_timeout_s: float = Field(default=60.0, gt=0)
    upstream_keep_alive_s: float = Field(default=3.0, gt=0)
    upstream_upload_timeout_s: float = Field(default=120.0, gt=0)
    upstream_report_timeout_s: float = Field(default=120.0, gt=0)
    client_timeout_s: float = Field(default=30.0, gt=0)
    client_slowest_bytes_per_s: int = Field(default=512, ge=1)
    fast_lane: bool = True
    probe_every_s: float = Field(default=2.0, gt=0)

    @field_validator("rate_limit_routes", mode="before")
    @classmethod
    def _split_routes(cls, value: Any) -> Any:
        if isinstance(value, str):
            return [part.strip() for part in value.split(",") if part.strip()]
        return value

    @field_validator("rate_limit_routes")
    @classmethod
    def _readable(cls, value: list[str]) -> list[str]:
        for rule in value:
            if not ROUTE_RATE.fullmatch(rule):
                raise ValueError(
                    f"{rule!r} is not METHOD /route REQUESTS/SECONDS, as POST /api/v1/locations 20/1"
                )
        return value

    @property
    def route_rates(self) -> RouteRates:
        """By method and route template, for one person or, without a token, one address."""
        matches = [
            found for rule in self.rate_limit_routes if (found := ROUTE_RATE.fullmatch(rule))
        ]
        return {(m[1], m[2]): Rate(int(m[3]), float(m[4])) for m in matches}

    def service_urls(self, service: str) -> list[str]:
        """Every copy of a service, in the order given."""
        return [url.strip().rstrip("/") for url in self.service_url(service).split(",")]

    def patience(self, answer_s: float) -> Patience:
        """With what waits for an answer for that long."""
        return Patience(
            connect=self.upstream_connect_timeout_s,
            answer=answer_s,
            idle=self.upstream_idle_timeout_s,
            client=self.client_timeout_s,
            slowest=self.client_slowest_bytes_per_s,
            keep_alive=self.upstream_keep_alive_s,
        )


settings = Settings.from_env()
