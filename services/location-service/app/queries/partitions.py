"""The days of the trackpoints: made ahead, dropped as a whole, never deleted from."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

PREFIX = "trackpoints_p"


def name_of(day: date) -> str:
    return f"{PREFIX}{day:%Y%m%d}"


async def make_partition(session: AsyncSession, day: date) -> None:
    """The partition of a day (UTC), unless it is there."""
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    # two processes at the same midnight
    await session.execute(text("SELECT pg_advisory_xact_lock(hashtext('trackpoints'))"))
    await session.execute(
        text(
            f"CREATE TABLE IF NOT EXISTS {name_of(day)} PARTITION OF trackpoints "
            f"FOR VALUES FROM ('{start.isoformat()}') TO ('{(start + timedelta(days=1)).isoformat()}')"
        )
    )


async def list_partitions(session: AsyncSession) -> list[date]:
    """The days there are, oldest first."""
    names = await session.scalars(
        text(
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'trackpoints'::regclass"
        )
    )
    days = [name.rpartition(".")[2].removeprefix(PREFIX) for name in names]
    return sorted(datetime.strptime(day, "%Y%m%d").replace(tzinfo=UTC).date() for day in days)


async def drop_partition(session: AsyncSession, day: date) -> None:
    await session.execute(text(f"DROP TABLE IF EXISTS {name_of(day)}"))
