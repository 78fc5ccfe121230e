"""Saying once that something is away, and once that it is back: who asks it every second need not log every second."""

import structlog

log = structlog.get_logger()


class Presence:
    """Of one thing that this process depends on, for one of its purposes (`name` is in the log)."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.is_away = False

    def lost(self, error: BaseException) -> None:
        if not self.is_away:
            log.warning(f"{self.name}.away", error=f"{type(error).__name__}: {error}")
        self.is_away = True

    def found(self) -> None:
        if self.is_away:
            log.info(f"{self.name}.back")
        self.is_away = False
