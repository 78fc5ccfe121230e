"""The settings of the analytics service, and nothing else's."""

from typing import ClassVar

from lapa_contracts.settings import LapaSettings
from lapa_kit.ratelimit import Rate


class Settings(LapaSettings):
    service_name: ClassVar[str] = "analytics-service"
    schema_name: ClassVar[str] = "analytics"

    default_timezone: str = "Europe/Helsinki"
    # of events, from one person
    batches_per_minute: int = 120

    @property
    def report_rate(self) -> Rate:
        return Rate(self.batches_per_minute, 60)


settings = Settings.from_env()
