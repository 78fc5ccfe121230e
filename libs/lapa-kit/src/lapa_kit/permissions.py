"""What a role may do: data owned by one service, pulled by all others every half minute."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping

import structlog

from lapa_kit.problems import Problem

log = structlog.get_logger()
EVERY_S = 30.0

Table = Mapping[str, Iterable[str]]


class Permissions:
    """Role → permissions. While the owner is silent the last table is kept."""

    def __init__(self, table: Table) -> None:
        self._table: dict[str, frozenset[str]] = {}
        self.replace(table)

    def replace(self, table: Table) -> None:
        self._table = {role: frozenset(permissions) for role, permissions in table.items()}

    def of(self, roles: Iterable[str]) -> frozenset[str]:
        return frozenset[str]().union(*(self._table.get(role, frozenset()) for role in roles))

    async def follow(self, fetch: Callable[[], Awaitable[Table]]) -> None:
        """Poll for the life of the process."""
        while True:
            try:
                self.replace(await fetch())
            except Problem as problem:
                log.info("permissions.kept", reason=problem.code)
            await asyncio.sleep(EVERY_S)
