"""When a walker is away: time off and his calendar elsewhere, and what the search is told of them."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from factories import Someone, register
from fastapi import FastAPI, Request, Response
from hypothesis import given
from hypothesis import strategies as st

from app.config import settings
from app.models.absence import as_exceptions, merged
from app.services import calendars
from lapa_contracts.order import OrderClient
from lapa_contracts.user import AvailabilityException, WalkerChanged
from lapa_kit import clock, jobs
from lapa_kit.ids import new_id
from lapa_kit.testing.server import running

ME = "/api/v1/walkers/me"
MONDAY = datetime(2030, 3, 4, 9, 0, tzinfo=UTC)
ZONES = ("UTC", "Europe/Helsinki", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")
MOMENTS = st.timedeltas(timedelta(), timedelta(days=730)).map(lambda passed: MONDAY + passed)
SPANS = st.lists(
    st.tuples(MOMENTS, st.timedeltas(timedelta(seconds=1), timedelta(days=4))), max_size=5
)


def is_off(plans: list[AvailabilityException], local: datetime) -> bool:
    """As order-service reads them: an end of 00:00 is midnight at the end of the day."""
    return any(
        plan.date == local.date()
        and (plan.start is None or plan.start <= local.time())
        and (not plan.end or plan.end == datetime.min.time() or local.time() < plan.end)
        for plan in plans
    )


@given(SPANS, st.sampled_from(ZONES), st.floats(0, 1), st.integers(61, 10**6))
def test_no_moment_of_an_absence_is_offered_and_little_else_is_taken(
    drawn: list[tuple[datetime, timedelta]], zone: str, share: float, later_s: int
) -> None:
    spans = merged((start, start + length) for start, length in drawn)
    plans = as_exceptions(spans, zone)
    for start, end in spans:
        within = start + (end - start) * min(share, 0.999)
        assert is_off(plans, within.astimezone(ZoneInfo(zone)).replace(tzinfo=None))
    # clocks that are put back cost an hour on either side at most
    margin = timedelta(seconds=later_s + 2 * 3600)
    for _, end in spans:
        after = end + margin
        if all(not (s - timedelta(hours=2) <= after < e + timedelta(hours=2)) for s, e in spans):
            assert not is_off(plans, after.astimezone(ZoneInfo(zone)).replace(tzinfo=None))


@pytest.fixture
def booked(stand_in: Any) -> list[dict[str, str]]:
    """What order-service says is booked in that time; empty at first."""
    bookings: list[dict[str, str]] = []
    app = FastAPI()

    @app.get("/internal/v1/walkers/{walker_id}/bookings")
    async def answer(walker_id: str, starts_at: datetime, ends_at: datetime) -> dict[str, Any]:
        return {
            "items": [
                one
                for one in bookings
                if starts_at <= datetime.fromisoformat(one["scheduled_at"]) < ends_at
            ]
        }

    stand_in(OrderClient, app)
    return bookings


async def off(client: Any, someone: Someone, starts_at: datetime, ends_at: datetime) -> Any:
    body = {"starts_at": starts_at.isoformat(), "ends_at": ends_at.isoformat(), "note": "Dentist"}
    return await client.post(f"{ME}/time-off", json=body, headers=someone.headers)


async def told_off(outbox: Any) -> list[tuple[date, str | None, str | None]]:
    """What the search was last told of his absences."""
    said = [one for one in await outbox() if one.type == WalkerChanged.type]
    plans = WalkerChanged.opened(said[-1]).availability.exceptions  # pyright: ignore[reportAttributeAccessIssue]
    return [(one.date, f"{one.start:%H:%M}", f"{one.end:%H:%M}") for one in plans]


async def test_time_off_is_told_at_once_and_names_the_walks_that_are_booked(
    client: Any, outbox: Any, booked: list[dict[str, str]], at: Any
) -> None:
    at(MONDAY)
    someone = await register(client, "walker", timezone="Europe/Helsinki")
    begins = MONDAY + timedelta(hours=2)
    order = {"order_id": str(new_id()), "status": "assigned"}
    for hours in (3, 30):
        walk = MONDAY + timedelta(hours=hours)
        times = {
            "scheduled_at": walk.isoformat(),
            "ends_at": (walk + timedelta(hours=1)).isoformat(),
        }
        booked.append({**order, **times})

    taken = await off(client, someone, begins, begins + timedelta(hours=13))

    assert taken.status_code == 201, taken.text
    assert [one["order_id"] for one in taken.json()["bookings"]] == [order["order_id"]]
    monday = MONDAY.date()
    # 11:00 in UTC is 13:00 in Helsinki, and it ends at two in the night there
    assert await told_off(outbox) == [
        (monday, "13:00", "00:00"),
        (monday + timedelta(days=1), "00:00", "02:00"),
    ]
    listed = await client.get(f"{ME}/time-off", headers=someone.headers)
    assert [one["id"] for one in listed.json()["items"]] == [taken.json()["id"]]
    own = await client.get(ME, headers=someone.headers)
    assert own.json()["availability"]["exceptions"] == [], (
        "his own plans are as he has written them"
    )
    path = f"{ME}/time-off/{taken.json()['id']}"
    stranger = await register(client, "walker")
    assert (await client.delete(path, headers=stranger.headers)).status_code == 404
    assert (await client.delete(path, headers=someone.headers)).status_code == 204
    assert await told_off(outbox) == []


async def test_who_is_off_now_is_not_online(client: Any, booked: Any) -> None:
    someone = await register(client, "walker")
    await client.post(f"{ME}/online", headers=someone.headers)
    now = clock.now()
    assert (await off(client, someone, now, now + timedelta(hours=1))).status_code == 201
    assert (await client.get(ME, headers=someone.headers)).json()["online"] is False


@pytest.mark.parametrize(
    ("begins", "lasts"),
    [(timedelta(), timedelta()), (timedelta(), -timedelta(1)), (timedelta(), timedelta(400))],
)
async def test_time_that_is_none_is_refused(
    client: Any, booked: Any, begins: timedelta, lasts: timedelta
) -> None:
    someone = await register(client, "walker")
    now = clock.now()
    assert (await off(client, someone, now + begins, now + begins + lasts)).status_code == 422


async def test_a_time_off_that_is_over_and_one_of_no_walker_are_refused(
    client: Any, booked: Any
) -> None:
    walker, owner = await register(client, "walker"), await register(client)
    now = clock.now()
    over = await off(client, walker, now - timedelta(days=2), now - timedelta(days=1))
    nobody = await off(client, owner, now, now + timedelta(days=1))
    assert (over.status_code, over.json()["code"]) == (422, "time_off_over")
    assert (nobody.status_code, nobody.json()["code"]) == (409, "not_a_walker")


@dataclass
class Feed:
    """A calendar server on loopback, as other calendars have them."""

    body: bytes = b""
    status: int = 200
    etag: str = '"1"'
    asked: list[str | None] = field(default_factory=list[str | None])
    url: str = ""

    def app(self) -> FastAPI:
        app = FastAPI()

        @app.get("/private-1234/basic.ics")
        async def calendar(request: Request) -> Response:
            known = request.headers.get("if-none-match")
            self.asked.append(known)
            if self.status == 200 and known == self.etag:
                return Response(status_code=304)
            return Response(self.body, self.status, {"ETag": self.etag}, "text/calendar")

        @app.get("/moved.ics")
        async def moved() -> Response:
            return Response(status_code=302, headers={"Location": "/private-1234/basic.ics"})

        return app


@pytest_asyncio.fixture
async def feed() -> AsyncIterator[Feed]:
    made = Feed()
    async with running(made.app()) as made.url:
        yield made


def calendar(*events: str) -> bytes:
    """Each event as its lines, `;`-separated properties written out."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Elsewhere//EN"]
    for number, event in enumerate(events):
        uid = [] if "UID:" in event else [f"UID:{number}@elsewhere"]
        lines += ["BEGIN:VEVENT", "DTSTAMP:20300101T000000Z", *uid, *event.split("|"), "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


LECTURE = "DTSTART;TZID=Europe/Helsinki:20300305T100000|DTEND;TZID=Europe/Helsinki:20300305T113000|RRULE:FREQ=WEEKLY;COUNT=2"


async def subscribe(client: Any, someone: Someone, url: str) -> Any:
    return await client.put(f"{ME}/calendar", json={"url": url}, headers=someone.headers)


async def status(client: Any, someone: Someone) -> dict[str, Any]:
    return (await client.get(f"{ME}/calendar", headers=someone.headers)).json()


@pytest_asyncio.fixture
async def reader(client: Any, feed: Feed, at: Any) -> Someone:
    """A walker in Helsinki on a Monday in March."""
    at(MONDAY)
    return await register(client, "walker", timezone="Europe/Helsinki")


async def test_what_his_calendar_says_keeps_walks_away(
    client: Any, feed: Feed, reader: Someone, outbox: Any, run_jobs: Any
) -> None:
    feed.body = calendar(
        LECTURE,
        "DTSTART;VALUE=DATE:20300307|DTEND;VALUE=DATE:20300308",
        "DTSTART:20300308T080000|DURATION:PT1H",
        "DTSTART:20300309T080000Z|DTEND:20300309T090000Z|TRANSP:TRANSPARENT",
        "DTSTART:20300309T100000Z|DTEND:20300309T110000Z|STATUS:CANCELLED",
        "DTSTART:20300309T120000Z|DTEND:20300309T130000Z|UID:7@lapa",
        "DTSTART:20350309T120000Z|DTEND:20350309T130000Z",
    )

    put = await subscribe(client, reader, f"{feed.url}/moved.ics")
    await run_jobs()

    assert put.status_code == 200, put.text
    assert (put.json()["state"], put.json()["host"]) == ("pending", "127.0.0.1")
    assert "private-1234" not in put.text
    assert await told_off(outbox) == [
        (date(2030, 3, 5), "10:00", "11:30"),
        (date(2030, 3, 7), "00:00", "00:00"),
        (date(2030, 3, 8), "08:00", "09:00"),
        (date(2030, 3, 12), "10:00", "11:30"),
    ]
    seen = await status(client, reader)
    assert (seen["state"], seen["error"], seen["busy_times"]) == ("fresh", None, 4)
    gone = await client.delete(f"{ME}/calendar", headers=reader.headers)
    assert (gone.status_code, await told_off(outbox)) == (204, [])
    missing = await client.get(f"{ME}/calendar", headers=reader.headers)
    assert (missing.status_code, missing.json()["code"]) == (404, "calendar_not_found")


async def test_it_is_read_again_by_its_etag_and_once_a_day_in_any_case(
    client: Any, feed: Feed, reader: Someone, outbox: Any, sessions: Any, run_jobs: Any, at: Any
) -> None:
    feed.body = calendar(LECTURE)
    await subscribe(client, reader, f"{feed.url}/private-1234/basic.ics")
    await run_jobs()
    told = len(await outbox())

    for later in (settings.calendar_every, timedelta(days=1)):
        at(clock.now() + later + timedelta(seconds=1))
        await read_again(sessions, run_jobs)

    assert feed.asked == [None, '"1"', None]
    assert len(await outbox()) == told, "nothing new is no news"
    feed.body, feed.etag = calendar(), '"2"'
    at(clock.now() + settings.calendar_every + timedelta(seconds=1))
    await read_again(sessions, run_jobs)
    assert await told_off(outbox) == []


async def read_again(sessions: Any, run_jobs: Any) -> None:
    """What comes round every few minutes comes now."""
    async with sessions.begin() as session:
        await jobs.enqueue(session, "read_calendars_again", {})
    await run_jobs()


ENDLESS = "DTSTART:20300305T080000Z|DTEND:20300305T080001Z|RRULE:FREQ=SECONDLY"
NEVER = "DTSTART:19000201T080000Z|DTEND:19000201T090000Z|RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"


def gone(feed: Feed) -> None:
    feed.status = 404


def broken(feed: Feed) -> None:
    feed.status = 500


def of_another_kind(feed: Feed) -> None:
    feed.body = b"<html>Sign in</html>"


def too_long(feed: Feed) -> None:
    feed.body = calendar(*[f"DTSTART:20300305T080000Z|DURATION:PT1H|COMMENT:{'x' * 60_000}"] * 40)


def without_end(feed: Feed) -> None:
    feed.body = calendar(ENDLESS)


def for_ever(feed: Feed) -> None:
    feed.body = calendar(*[NEVER] * 300)


@pytest.mark.parametrize(
    ("fails", "error"),
    [
        (gone, "http_404"),
        (broken, "http_500"),
        (of_another_kind, "not_a_calendar"),
        (too_long, "too_large"),
        (without_end, "too_many_events"),
        (for_ever, "too_many_events"),
    ],
)
async def test_a_calendar_that_cannot_be_read_frees_nothing_and_says_so(
    client: Any,
    feed: Feed,
    reader: Someone,
    outbox: Any,
    sessions: Any,
    run_jobs: Any,
    at: Any,
    fails: Callable[[Feed], None],
    error: str,
) -> None:
    feed.body = calendar(LECTURE)
    await subscribe(client, reader, f"{feed.url}/private-1234/basic.ics")
    await run_jobs()
    before = await told_off(outbox)
    fails(feed)
    feed.etag = '"2"'
    at(clock.now() + settings.calendar_every + timedelta(seconds=1))
    await read_again(sessions, run_jobs)

    seen = await status(client, reader)
    assert (seen["state"], seen["error"], seen["busy_times"]) == ("failing", error, 2)
    assert seen["read_at"] < seen["tried_at"]
    assert await told_off(outbox) == before != []


@pytest.mark.parametrize(
    "url",
    ["", "not a url", "file:///etc/passwd", "gopher://example.com/", "https://me:pw@example.com/"],
)
async def test_an_address_that_is_none_is_refused(client: Any, reader: Someone, url: str) -> None:
    assert (await subscribe(client, reader, url)).status_code == 422
    assert (await client.get(f"{ME}/calendar", headers=reader.headers)).status_code == 404


async def test_in_production_no_calendar_leads_into_our_own_network(
    client: Any, reader: Someone, monkeypatch: Any
) -> None:
    changed = settings.model_copy(update={"environment": "production"})
    monkeypatch.setattr(calendars, "settings", changed)
    for url in ("http://example.com/a.ics", "https://127.0.0.1/a.ics", "https://[::1]/a.ics"):
        refused = await subscribe(client, reader, url)
        assert (refused.status_code, refused.json()["code"]) == (422, "url_not_allowed"), url
