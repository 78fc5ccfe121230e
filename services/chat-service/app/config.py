"""The settings of the chat service, and nothing else's."""

from datetime import timedelta
from typing import ClassVar

from lapa_contracts.settings import LapaSettings


class Settings(LapaSettings):
    service_name: ClassVar[str] = "chat-service"
    schema_name: ClassVar[str] = "chat"

    # an order's chat takes messages so long after the walk
    writable_after_walk: timedelta = timedelta(days=3)
    # messages that one person may send in any so many seconds
    message_limit: int = 30
    message_limit_window_s: float = 10.0
    # how often sockets are held against the database, should Redis have lost a wake-up
    catch_up_every_s: float = 3.0


settings = Settings.from_env()
