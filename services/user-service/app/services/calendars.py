"""A walker's calendar elsewhere: read again and again, what is in it keeps him from being offered walks.

A feed that cannot be read frees nothing: he is shown that it fails, and since when.
"""

import asyncio
import json
import os
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.absence import CalendarFeed, Span, merged, read_spans, write_spans
from app.queries import absences as queries
from app.queries.walkers import find_locked_walker, get_walker
from app.services.absences import save_absences
from app.services.walkers import lock_own
from lapa_kit import clock, jobs
from lapa_kit.db import Sessions
from lapa_kit.egress import Answer, Egress, Unreachable, UrlNotAllowed
from lapa_kit.seal import Sealer

READ, REDIRECTS = "read_calendar", 3
MOST_BYTES = 2 * 1024 * 1024
READER_S = 20.0
LONGEST_ETAG = 300


class Unreadable(Exception):
    """What is the matter, as a code that the walker is shown."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an attempt has brought; `busy` None: nothing new."""

    busy: list[Span] | None = None
    etag: str | None = None
    digest: bytes | None = None
    error: str | None = None


async def import_calendar(session: AsyncSession, walker_id: UUID, url: str) -> CalendarFeed:
    """From now on, instead of the one before. Raises UrlNotAllowed, NotAWalker."""
    host = Egress.of(settings).check(url).host
    walker = await lock_own(session, walker_id)
    if known := await queries.find_feed(session, walker_id):
        await session.delete(known)
        await session.flush()
    sealed = Sealer.of(settings).seal(url, context=_context(walker_id))
    feed = CalendarFeed(id=walker_id, url_sealed=sealed, host=host)
    session.add(feed)
    await session.flush()
    await save_absences(session, walker)
    await _read_later(session, walker_id)
    return feed


async def forget_calendar(session: AsyncSession, walker_id: UUID) -> None:
    """Its times are his again. Raises CalendarNotFound."""
    walker = await lock_own(session, walker_id)
    await session.delete(await queries.get_feed(session, walker_id))
    await session.flush()
    await save_absences(session, walker)


async def read_all_again(session: AsyncSession) -> None:
    for walker_id in await queries.list_feeds_due(session, clock.now() - settings.calendar_every):
        await _read_later(session, walker_id)


async def _read_later(session: AsyncSession, walker_id: UUID) -> None:
    payload = {"walker_id": str(walker_id)}
    await jobs.enqueue(session, READ, payload, key=f"calendar:{walker_id}")


async def read_calendar(sessions: Sessions, walker_id: UUID) -> None:
    """Fetch, take apart, keep: the first two outside of any transaction. Nothing for a feed that is gone."""
    async with sessions() as session:
        feed = await queries.find_feed(session, walker_id)
        zone = (await get_walker(session, walker_id)).availability["timezone"] if feed else ""
    if feed is None:
        return
    fetched = await _attempt(feed, zone)
    async with sessions.begin() as session:
        await _keep(session, feed, fetched)


async def _attempt(feed: CalendarFeed, zone: str) -> Fetched:
    try:
        answer = await _fetch(feed)
        if answer.status == 304:
            return Fetched(etag=feed.etag, digest=feed.digest)
        digest = sha256(answer.body + zone.encode()).digest()
        etag = answer.headers.get("etag", "")[:LONGEST_ETAG] or None
        if digest == feed.digest and not _is_to_be_expanded(feed):
            return Fetched(etag=etag, digest=digest)
        return Fetched(await _take_apart(answer.body, zone), etag, digest)
    except Unreadable as error:
        return Fetched(error=str(error))


async def _fetch(feed: CalendarFeed) -> Answer:
    url = Sealer.of(settings).open(feed.url_sealed, context=_context(feed.id))
    headers = {"Accept": "text/calendar"}
    if feed.etag and not _is_to_be_expanded(feed):
        headers["If-None-Match"] = feed.etag
    egress = Egress.of(settings, most_bytes=MOST_BYTES)
    try:
        answer = await egress.ask("GET", url, headers=headers, redirects=REDIRECTS)
    except UrlNotAllowed:
        raise Unreadable("not_allowed") from None
    except Unreachable:
        raise Unreadable("unreachable") from None
    if answer.status not in (200, 304):
        raise Unreadable(f"http_{answer.status}")
    if len(answer.body) >= MOST_BYTES:
        raise Unreadable("too_large")
    return answer


def _is_to_be_expanded(feed: CalendarFeed) -> bool:
    """Once a day also a calendar that has not changed: the days that were looked at have moved on."""
    return feed.expanded_at is None or feed.expanded_at < clock.now() - timedelta(days=1)


async def _take_apart(body: bytes, zone: str) -> list[Span]:
    """In a process of its own, which is ended when it takes too long. Raises Unreadable."""
    # from the beginning of the day, so that what is under way is the same all day long
    since = clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
    until = since + settings.calendar_horizon
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "app.ical", since.isoformat(), until.isoformat(), zone),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        # nothing of ours: a calendar must not find a secret there
        env={"PATH": os.environ.get("PATH", ""), "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    try:
        async with asyncio.timeout(READER_S):
            told, _ = await process.communicate(body)
    except TimeoutError:
        raise Unreadable("too_many_events") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode == os.EX_OK:
        return merged(read_spans(json.loads(told)))
    raise Unreadable("not_a_calendar" if process.returncode == os.EX_DATAERR else "too_many_events")


async def _keep(session: AsyncSession, seen: CalendarFeed, fetched: Fetched) -> None:
    """Unless the walker has put another one in its place meanwhile."""
    walker = await find_locked_walker(session, seen.id)
    feed = await queries.find_feed(session, seen.id)
    if walker is None or feed is None or feed.url_sealed != seen.url_sealed:
        return
    now = clock.now()
    feed.tried_at, feed.error = now, fetched.error
    if fetched.error:
        return
    feed.read_at, feed.etag, feed.digest = now, fetched.etag, fetched.digest
    if fetched.busy is None:
        return
    feed.expanded_at = now
    busy = write_spans(fetched.busy)
    if busy != feed.busy:
        feed.busy = busy
        await session.flush()
        await save_absences(session, walker)


def busy_until(feed: CalendarFeed) -> datetime | None:
    """How far ahead its times are known."""
    return feed.expanded_at + settings.calendar_horizon if feed.expanded_at else None


def _context(walker_id: UUID) -> str:
    return f"calendar:{walker_id}"
