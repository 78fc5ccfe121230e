"""The settings of the analytics service, and nothing else's."""

from typing import ClassVar

from lapa_contracts.settings import LapaSettings
from lapa_kit.ratelimit import Rate


class Settings(LapaSettings):
    service_name: ClassVar[str] = "analytics-service"
    schema_name: ClassVar[str] = "analytics"

    default_timezone: str = "Europe/Helsinki"
    # batches of events from one person
    report_rate: Rate = Rate(120, 60)


settings = Settings.from_env()
