"""What is forgotten with time: each rule of the declaration is a keyed job that deletes by and by."""

from datetime import UTC, datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import CursorResult, delete, inspect, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from lapa_kit import clock
from lapa_kit.jobs import Jobs, enqueue
from lapa_kit.privacy.declaration import Privacy, Retention

EVERY = timedelta(hours=6)
# in one transaction: nobody waits long for its locks
ROWS_AT_ONCE = 5_000
FORGET = "forget_expired_rows"

log = structlog.get_logger()


def retaining(jobs: Jobs, privacy: Privacy) -> None:
    """Add to a service's jobs what forgets by its declaration."""
    rules = {rule.name: rule for rule in privacy.retention}

    @jobs.task
    async def forget_expired_rows(session: AsyncSession, payload: dict[str, Any]) -> None:
        # a rule may be gone since it was planned
        rule = rules.get(payload["rule"])
        if rule and await forget_some(session, rule) == ROWS_AT_ONCE:
            await enqueue(session, FORGET, {"rule": rule.name})

    @jobs.every(EVERY)
    async def plan_forgetting(session: AsyncSession, _: dict[str, Any]) -> None:  # pyright: ignore[reportUnusedFunction]
        for name in rules:
            await enqueue(session, FORGET, {"rule": name}, key=f"forget:{name}")

    assert forget_expired_rows.__name__ == FORGET


async def forget_some(session: AsyncSession, rule: Retention) -> int:
    """How many of the rows that are past their time went: a batch at most."""
    keys = inspect(rule.model).primary_key
    now = datetime.now(UTC) if rule.in_real_time else clock.now()
    expired = select(*keys).where(rule.since < now - rule.period)
    if rule.only is not None:
        expired = expired.where(rule.only)
    # another process may be at the same rule
    expired = expired.limit(ROWS_AT_ONCE).with_for_update(skip_locked=True)
    statement = delete(rule.model).where(tuple_(*keys).in_(expired))
    options = {"synchronize_session": False}
    result = await session.execute(statement, execution_options=options)
    gone = result.rowcount if isinstance(result, CursorResult) else 0
    if gone:
        log.info("privacy.forgotten", rule=rule.name, rows=gone)
    return gone
