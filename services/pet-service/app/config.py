"""The settings of the pet service, and nothing else's."""

from datetime import timedelta
from typing import ClassVar

from lapa_contracts.settings import LapaSettings


class Settings(LapaSettings):
    service_name: ClassVar[str] = "pet-service"
    schema_name: ClassVar[str] = "pets"

    care_card_after_walk: timedelta = timedelta(hours=24)
    # a photo on its way to media-service
    upload_patience: timedelta = timedelta(seconds=60)


settings = Settings.from_env()
