"""What every service tidies by itself: old outbox, inbox and idempotency rows."""

from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from lapa_kit.events.outbox import forget_published
from lapa_kit.events.subscriber import forget_taken
from lapa_kit.idempotency import forget_old_keys
from lapa_kit.jobs import Jobs


def housekeeping(jobs: Jobs) -> None:
    """Add the kit's own nightly work to a service's jobs."""

    @jobs.every(timedelta(hours=6))
    async def forget_old_rows(session: AsyncSession, _: dict[str, Any]) -> None:  # pyright: ignore[reportUnusedFunction]
        await forget_published(session)
        await forget_taken(session)
        await forget_old_keys(session)
