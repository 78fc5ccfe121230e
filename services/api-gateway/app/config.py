"""The settings of the gateway, and nothing else's."""

from pathlib import Path
from typing import ClassVar

from pydantic import Field

from app.relay.pool import Patience
from lapa_contracts.settings import LapaSettings


class Settings(LapaSettings):
    """The `*_SERVICE_URL` of a gateway may list several copies of a service, separated by commas."""

    service_name: ClassVar[str] = "api-gateway"
    schema_name: ClassVar[str] = "gateway"

    web_dist: Path | None = None

    # 0 turns a limit off
    rate_limit_user_per_minute: int = Field(default=1200, ge=0)
    rate_limit_address_per_minute: int = Field(default=600, ge=0)
    max_body_bytes: int = Field(default=1024 * 1024, ge=1024)
    max_upload_bytes: int = Field(default=50 * 1024 * 1024, ge=1024)

    upstream_connect_timeout_s: float = Field(default=2.0, gt=0)
    upstream_answer_timeout_s: float = Field(default=30.0, gt=0)
    upstream_idle_timeout_s: float = Field(default=60.0, gt=0)
    upstream_keep_alive_s: float = Field(default=3.0, gt=0)
    client_timeout_s: float = Field(default=30.0, gt=0)
    probe_every_s: float = Field(default=2.0, gt=0)

    def service_urls(self, service: str) -> list[str]:
        """Every copy of a service, in the order given."""
        return [url.strip().rstrip("/") for url in self.service_url(service).split(",")]

    @property
    def patience(self) -> Patience:
        return Patience(
            connect=self.upstream_connect_timeout_s,
            answer=self.upstream_answer_timeout_s,
            idle=self.upstream_idle_timeout_s,
            client=self.client_timeout_s,
            keep_alive=self.upstream_keep_alive_s,
        )


settings = Settings.from_env()
