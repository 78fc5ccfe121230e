"""Walks again and again: the same hour on the wall, one order for each, whatever is changed."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from random import Random
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from factories import KAMPPI, pets_stand_in, wallet_stand_in
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app.config import settings
from app.models import Order, Series
from app.models.order import OrderStatus
from app.models.recurrence import carry_over, occurrences, to_utc
from app.services.access import rewrap_access_notes
from app.services.series import plan_all
from lapa_contracts.payment import PaymentClient
from lapa_contracts.pet import PetChanged, PetClient
from lapa_contracts.user import UserChanged, UserStatus
from lapa_contracts.values import PetSize
from lapa_kit.ids import new_id
from lapa_kit.seal import Sealer

URL = "/api/v1/orders/series"
BERLIN, MOSCOW = "Europe/Berlin", "Europe/Moscow"
# the clocks of Berlin go forward on 28 March 2027 at 02:00; those of Moscow never do
THURSDAY = datetime(2027, 3, 25, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def neighbours(stand_in: Any, at: Any) -> None:
    stand_in(PetClient, pets_stand_in())
    stand_in(PaymentClient, wallet_stand_in(1_000_000))
    at(THURSDAY)


@pytest.fixture
def me() -> Any:
    return new_id()


@pytest.fixture
def ask(client: Any, as_user: Any, me: Any, run_jobs: Any) -> Any:
    """Call the API of series as the owner, and let the jobs that follow be done."""

    async def call(method: str, path: str = "", **body: Any) -> Any:
        headers = as_user(me) | body.pop("headers", {})
        response = await client.request(method, f"{URL}{path}", json=body or None, headers=headers)
        await run_jobs()
        return response

    return call


@pytest.fixture
def later(at: Any, session: Any, run_jobs: Any) -> Any:
    """It is that much later than Thursday, and what the hours bring has been done."""

    async def move(**by: int) -> None:
        at(THURSDAY + timedelta(**by))
        await plan_all(session)
        await session.commit()
        await run_jobs()

    return move


async def make(ask: Any, zone: str = BERLIN, at: time = time(9), **wish: Any) -> Any:
    first = datetime.combine(date(2027, 3, 26), at, tzinfo=ZoneInfo(zone))
    body = {
        "rrule": "FREQ=DAILY",
        "timezone": zone,
        "scheduled_at": first.isoformat(),
        "pet_ids": [str(new_id())],
        "duration_minutes": 30,
        "pickup": {**KAMPPI, "address": ""},
        **wish,
    }
    response = await ask("POST", **body)
    assert response.status_code == 201, response.text
    return (await ask("GET", f"/{response.json()['id']}")).json()


async def orders_of(session: Any, series: Any) -> list[Any]:
    statement = select(Order).where(Order.series_id == series["id"]).order_by(Order.occurrence_at)
    return list(await session.scalars(statement.execution_options(populate_existing=True)))


@pytest.mark.parametrize("zone", [BERLIN, MOSCOW])
async def test_nine_stays_nine_when_the_clocks_change(session: Any, ask: Any, zone: str) -> None:
    series = await make(ask, zone)

    orders = await orders_of(session, series)

    wanted = [
        datetime.combine(date(2027, 3, day), time(9), tzinfo=ZoneInfo(zone))
        for day in range(26, 32)
    ]
    assert [order.scheduled_at for order in orders] == wanted
    hours = {order.scheduled_at.astimezone(UTC).hour for order in orders}
    assert hours == ({7, 8} if zone == BERLIN else {6})


async def test_a_time_the_change_leaves_out_is_shifted_by_the_gap(session: Any, ask: Any) -> None:
    series = await make(ask, at=time(2, 30))

    starts = {
        order.occurrence_at.day: order.scheduled_at
        for order in await orders_of(session, series)
        if order.occurrence_at
    }

    assert starts[27] == datetime(2027, 3, 27, 1, 30, tzinfo=UTC)
    # 02:30 does not exist: it is 03:30 summer time
    assert starts[28] == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert starts[29] == datetime(2027, 3, 29, 0, 30, tzinfo=UTC)


def test_a_time_that_comes_twice_is_the_first_one() -> None:
    assert to_utc(datetime.fromisoformat("2027-10-31T02:30"), BERLIN) == datetime(
        2027, 10, 31, 0, 30, tzinfo=UTC
    )


@given(
    day=st.dates(date(2026, 1, 1), date(2030, 12, 31)),
    at=st.times(),
    zone=st.sampled_from([BERLIN, MOSCOW, "America/St_Johns", "Australia/Lord_Howe"]),
)
def test_wall_time_comes_back_unless_the_clocks_left_it_out(day: date, at: time, zone: str) -> None:
    local = datetime.combine(day, at)
    back = to_utc(local, zone).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    assert timedelta(0) <= back - local <= timedelta(hours=1)


async def test_only_the_holiday_has_the_holiday_line(
    client: Any, session: Any, ask: Any, as_user: Any
) -> None:
    market = {
        "code": "hel",
        "name": "Helsinki",
        "currency": "EUR",
        "timezone": "Europe/Helsinki",
        "holidays": ["2027-03-29"],
        "area": {
            "type": "Polygon",
            "coordinates": [[[24, 60], [26, 60], [26, 61], [24, 61], [24, 60]]],
        },
    }
    await client.post("/api/v1/markets", json=market, headers=as_user(new_id(), "admin"))

    series = await make(ask, "Europe/Helsinki")

    with_holiday = [
        order.occurrence_at.day
        for order in await orders_of(session, series)
        if order.occurrence_at and any(line["code"] == "holiday" for line in order.lines)
    ]
    assert with_holiday == [29]


async def test_the_horizon_rolls_on_and_books_each_once(session: Any, ask: Any, later: Any) -> None:
    series = await make(ask, rrule="FREQ=WEEKLY;BYDAY=FR,SU", until="2027-04-04")
    assert len(await orders_of(session, series)) == 2

    for hours in range(12, 24 * 14, 12):
        await later(hours=hours)

    days = [order.scheduled_at.day for order in await orders_of(session, series)]
    assert days == [26, 28, 2, 4]


@pytest.mark.parametrize(("until", "last"), [("20270328T070000Z", 28), ("20270328T065959Z", 27)])
async def test_an_end_in_utc_means_the_local_moment(
    session: Any, ask: Any, until: str, last: int
) -> None:
    """RFC 5545, 3.3.10: beside a start with a zone UNTIL is in UTC; 07:00Z is 09:00 there that day."""
    series = await make(ask, rrule=f"FREQ=DAILY;UNTIL={until}")

    assert [order.scheduled_at.day for order in await orders_of(session, series)] == [
        *range(26, last + 1)
    ]
    edited = await ask("PATCH", f"/{series['id']}", rrule="FREQ=DAILY;UNTIL=20270327T070000Z")
    assert edited.json()["rrule"] == "FREQ=DAILY;UNTIL=20270327T080000"
    never = await ask("PATCH", f"/{series['id']}", rrule="FREQ=DAILY;UNTIL=20271341T070000Z")
    assert (never.status_code, never.json()["code"]) == (422, "invalid_recurrence")


async def test_a_skipped_day_has_no_walk(session: Any, ask: Any) -> None:
    series = await make(ask)
    url = f"/{series['id']}"

    booked = await ask("POST", f"{url}/skip", date="2027-03-27")
    ahead = await ask("POST", f"{url}/skip", date="2027-04-10")
    never = await ask("POST", f"{url}/skip", date="2027-03-25")

    assert (booked.status_code, ahead.status_code) == (200, 200)
    assert (never.status_code, never.json()["code"]) == (404, "occurrence_not_found")
    states = {o["original_at"][:10]: o["state"] for o in ahead.json()["occurrences"]}
    assert (states["2027-03-27"], states["2027-03-28"]) == ("skipped", "booked")
    [cancelled] = [o for o in await orders_of(session, series) if o.status is OrderStatus.CANCELLED]
    assert cancelled.occurrence_at == datetime.fromisoformat("2027-03-27T09:00")


async def test_one_walk_can_be_moved_before_and_after_it_is_booked(
    session: Any, ask: Any, later: Any, published: Any
) -> None:
    series = await make(ask)
    url = f"/{series['id']}/move"

    await ask("POST", url, date="2027-03-27", scheduled_at="2027-03-27T15:00:00Z")
    await ask("POST", url, date="2027-04-03", scheduled_at="2027-04-03T16:00:00Z")
    await later(days=6)

    starts = {o.occurrence_at: o.scheduled_at for o in await orders_of(session, series)}
    assert starts[datetime.fromisoformat("2027-03-27T09:00")] == datetime(
        2027, 3, 27, 15, tzinfo=UTC
    )
    assert starts[datetime.fromisoformat("2027-04-03T09:00")] == datetime(
        2027, 4, 3, 16, tzinfo=UTC
    )
    said = await published()
    assert said.count("order.rescheduled.v1") == 1
    assert "order.cancelled.v1" not in said


async def test_a_pause_and_its_end(session: Any, ask: Any, later: Any) -> None:
    series = await make(ask)
    url = f"/{series['id']}"

    paused = await ask("POST", f"{url}/pause", **{"from": "2027-03-28", "until": "2027-04-02"})
    await later(days=5)

    assert paused.json()["state"] == "paused"
    alive = [
        o.scheduled_at.day
        for o in await orders_of(session, series)
        if o.status is not OrderStatus.CANCELLED and o.status is not OrderStatus.EXPIRED
    ]
    # those of the 26th and 27th were never paid for
    assert alive == [3, 4, 5]
    resumed = await ask("POST", f"{url}/resume")
    assert resumed.json()["state"] == "active"


async def test_sealed_notes_follow_a_new_key_and_end_with_the_series(
    session: Any, sessions: Any, ask: Any
) -> None:
    made = await make(ask, access_notes="CANARY 4711")
    row = await session.get(Series, UUID(made["id"]))
    old, new = b"o" * 32, b"n" * 32
    row.access_notes_sealed = Sealer([old]).seal("CANARY 4711", context=made["id"])
    await session.commit()

    async with sessions.begin() as own:
        await rewrap_access_notes(own, Sealer([new, old, *settings.seal_keys]))
    await session.refresh(row)
    opened = Sealer([new]).open(row.access_notes_sealed, context=made["id"])
    await ask("DELETE", f"/{made['id']}")
    await session.refresh(row)

    assert opened == "CANARY 4711"
    assert row.access_notes_sealed is None


@pytest.mark.parametrize("cancel_booked", [False, True])
async def test_an_ended_series_books_no_more(
    session: Any, ask: Any, later: Any, cancel_booked: bool
) -> None:
    series = await make(ask)
    booked = len(await orders_of(session, series))

    ended = await ask("DELETE", f"/{series['id']}?cancel_booked={cancel_booked}")
    cancelled = [o for o in await orders_of(session, series) if o.ended_reason == "series_ended"]
    await later(days=9)

    assert ended.status_code == 204
    assert len(cancelled) == (booked if cancel_booked else 0)
    assert len(await orders_of(session, series)) == booked
    again = await ask("POST", f"/{series['id']}/resume")
    assert (again.status_code, again.json()["code"]) == (409, "series_ended")


async def test_one_that_cannot_be_booked_is_told_and_stops_no_other(
    session: Any, ask: Any, me: Any, deliver: Any, later: Any, outbox: Any
) -> None:
    series = await make(ask, until="2027-04-02")
    facts: dict[str, Any] = {
        "user_id": me,
        "display_name": "Anna",
        "roles": ["client"],
        "email_verified": True,
        "phone_verified": False,
        "locale": "en",
        "timezone": "UTC",
    }
    await deliver(UserChanged(**facts, status=UserStatus.SUSPENDED, version=2))
    await later(days=1)
    await deliver(UserChanged(**facts, status=UserStatus.ACTIVE, version=3))
    await later(days=2)

    failed = [said.payload for said in await outbox() if said.type.startswith("series.")]
    assert [(f["reason_code"], f["occurs_at"][:10]) for f in failed] == [
        ("account_suspended", "2027-04-01")
    ]
    days = [o.scheduled_at.day for o in await orders_of(session, series)]
    assert days == [26, 27, 28, 29, 30, 31, 2]


async def test_a_series_waits_when_its_dog_is_archived(
    session: Any, ask: Any, me: Any, deliver: Any, published: Any
) -> None:
    dog = new_id()
    series = await make(ask, pet_ids=[str(dog)])

    await deliver(
        PetChanged(
            pet_id=dog, owner_id=me, co_owner_ids=[], size=PetSize.SMALL, archived=True, version=2
        )
    )

    seen = (await ask("GET", f"/{series['id']}")).json()
    assert (seen["state"], seen["pause_reason"]) == ("paused", "pet_archived")
    assert (await published())[-1] == "series.paused.v1"
    assert {o.status for o in await orders_of(session, series)} == {OrderStatus.CANCELLED}


async def test_booked_walks_follow_an_edit_and_stay_the_same_orders(
    session: Any, ask: Any, published: Any
) -> None:
    series = await make(ask)
    before = {o.id for o in await orders_of(session, series)}

    edited = await ask("PATCH", f"/{series['id']}", starts_at="10:30", duration_minutes=60)

    assert edited.status_code == 200, edited.text
    orders = await orders_of(session, series)
    assert {o.id for o in orders} == before
    assert {o.scheduled_at.astimezone(ZoneInfo(BERLIN)).time() for o in orders} == {time(10, 30)}
    assert {o.duration_minutes for o in orders} == {60}
    assert "order.cancelled.v1" not in await published()


async def test_a_series_edited_twenty_random_ways_has_no_walk_twice(
    session: Any, ask: Any, later: Any
) -> None:
    random, series = Random(28), await make(ask)
    url = f"/{series['id']}"
    for step in range(20):
        await later(hours=7 * step)
        day = (date(2027, 3, 25) + timedelta(days=random.randrange(2, 14))).isoformat()
        way = random.choice(["rule", "time", "length", "skip", "move", "pause", "resume"])
        if way == "skip":
            await ask("POST", f"{url}/skip", date=day)
        elif way == "move":
            to = f"{day}T{random.randrange(5, 20):02}:15:00Z"
            await ask("POST", f"{url}/move", date=day, scheduled_at=to)
        elif way in ("pause", "resume"):
            await ask("POST", f"{url}/{way}", **({"until": day} if way == "pause" else {}))
        else:
            rules = ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,WE,SA", "FREQ=DAILY;INTERVAL=2"]
            edit: dict[str, Any] = {
                "rule": {"rrule": random.choice(rules)},
                "time": {"starts_at": f"{random.randrange(6, 22):02}:00"},
                "length": {"duration_minutes": random.choice([30, 45, 90])},
            }[way]
            response = await ask("PATCH", url, **edit)
            assert response.status_code == 200, response.text
        orders = await orders_of(session, series)
        keys = Counter(o.occurrence_at for o in orders if o.occurrence_at)
        assert max(keys.values()) == 1
        ended = (OrderStatus.CANCELLED, OrderStatus.EXPIRED)
        open_days = Counter(
            o.occurrence_at.date() for o in orders if o.occurrence_at and o.status not in ended
        )
        assert max(open_days.values(), default=0) <= 1


LOCAL = st.datetimes(
    datetime.fromisoformat("2027-03-01T00:00"), datetime.fromisoformat("2027-03-09T00:00")
)


@given(old=st.lists(LOCAL, unique=True), new=st.lists(LOCAL, unique=True))
def test_an_edit_carries_each_walk_to_one_time_of_its_day(
    old: list[datetime], new: list[datetime]
) -> None:
    goes_to = carry_over(old, new)

    taken = [to for to in goes_to.values() if to]
    assert set(goes_to) == set(old)
    assert len(taken) == len(set(taken))
    assert all(to is None or to.date() == original.date() for original, to in goes_to.items())
    per_day = Counter(one.date() for one in new)
    assert Counter(to.date() for to in taken) == {
        day: min(count, per_day[day])
        for day, count in Counter(one.date() for one in old).items()
        if per_day[day]
    }


@given(
    text=st.sampled_from(
        ["FREQ=DAILY;COUNT=5", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "FREQ=MONTHLY;BYMONTHDAY=31"]
    ),
    cuts=st.lists(st.integers(0, 120), min_size=1, max_size=6),
)
def test_a_rule_read_in_pieces_is_the_rule_read_at_once(text: str, cuts: list[int]) -> None:
    first = datetime.fromisoformat("2027-01-31T09:00")
    edges = sorted({0, 121, *cuts})
    pieces = [
        one
        for since, until in pairwise(edges)
        for one in occurrences(
            text, first, since=first + timedelta(days=since), until=first + timedelta(days=until)
        )
    ]
    assert pieces == occurrences(text, first, since=first, until=first + timedelta(days=121))


@pytest.mark.parametrize(
    "wish",
    [
        {"rrule": "FREQ=SECONDLY"},
        {"rrule": "FREQ=HOURLY"},
        {"rrule": "FREQ=DAILY;BYHOUR=1,2,3,4;BYMINUTE=0,30"},
        {"rrule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"},
        {"rrule": "every day"},
        {"rrule": "FREQ=DAILY;COUNT=x"},
        {"timezone": "Mars/Olympus"},
        {"scheduled_at": "2027-03-01T09:00:00Z"},
        {"scheduled_at": None},
        {"promo_code": "SPRING"},
        {"until": "soon"},
    ],
)
async def test_a_series_that_makes_no_sense_is_refused(ask: Any, wish: dict[str, Any]) -> None:
    body = {
        "rrule": "FREQ=DAILY",
        "timezone": BERLIN,
        "scheduled_at": "2027-03-26T09:00:00Z",
        "pet_ids": [str(new_id())],
        "duration_minutes": 30,
        "pickup": {**KAMPPI, "address": ""},
        **wish,
    }
    assert (await ask("POST", **body)).status_code == 422


async def test_another_ones_series_does_not_exist_and_a_stale_edit_is_refused(
    client: Any, ask: Any, as_user: Any
) -> None:
    series = await make(ask)
    url = f"{URL}/{series['id']}"
    stranger = as_user(new_id())
    for method, path, body in (
        ("GET", "", None),
        ("PATCH", "", {"duration_minutes": 60}),
        ("DELETE", "", None),
        ("POST", "/skip", {"date": "2027-03-27"}),
        ("POST", "/resume", None),
    ):
        response = await client.request(method, url + path, json=body, headers=stranger)
        assert response.status_code == 404, path
    stale = await ask(
        "PATCH", f"/{series['id']}", duration_minutes=60, headers={"If-Match": '"v9"'}
    )
    assert stale.status_code == 412
