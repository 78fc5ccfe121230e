"""The settings of the analytics service, and nothing else's."""

from typing import ClassVar

from lapa_contracts.settings import LapaSettings


class Settings(LapaSettings):
    service_name: ClassVar[str] = "analytics-service"
    schema_name: ClassVar[str] = "analytics"

    default_timezone: str = "Europe/Helsinki"


settings = Settings.from_env()
