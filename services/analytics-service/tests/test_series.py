"""Numbers over time reconcile with the facts, and fall into the days of the zone."""

import itertools
import random
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from factories import add_events, ago, fact, settled

from lapa_kit.ids import new_id

METRICS = "/api/v1/analytics/metrics"
AWKWARD_ZONES = [
    "Europe/Moscow",
    "Europe/Helsinki",
    "America/New_York",
    "America/Havana",  # midnight itself comes twice, or not at all
    "America/Sao_Paulo",
    "Asia/Beirut",
    "Asia/Kathmandu",  # +05:45
    "Australia/Lord_Howe",  # half an hour of summer time
    "Pacific/Apia",  # had no 30 December 2011
    "Pacific/Kiritimati",
    "UTC",
]
# around them somewhere summer time begins or ends, or a day is left out
TURNS_OF_CLOCKS = ["2011-12-12T05Z", "2018-10-20T05Z", "2024-03-05T05Z", "2024-10-10T05Z"]
SPAN = timedelta(days=30)


async def series(client: Any, headers: Any, key: str, **params: Any) -> dict[str, Any]:
    response = await client.get(f"{METRICS}/{key}/series", params=params, headers=headers)
    assert response.status_code == 200, response.text
    return response.json()


async def test_gmv_and_take_are_the_sums_of_what_was_settled(
    client: Any, deliver: Any, admin: Any
) -> None:
    dice = random.Random(4)
    prices = [dice.randrange(500, 9000) for _ in range(25)]
    for price in prices:
        envelope = await deliver(settled(price, price * 15 // 100))
        await deliver(envelope)
    await deliver(settled(777_777, 1, currency="RUB"))

    gmv = await series(client, admin, "gmv", currency="EUR")
    take = await series(client, admin, "take")

    [line] = gmv["series"]
    assert (gmv["currency"], gmv["unit"]) == ("EUR", "minor")
    assert line["total"] == sum(prices) == sum(point["value"] for point in line["points"])
    assert take["series"][0]["total"] == sum(price * 15 // 100 for price in prices)
    roubles = await series(client, admin, "gmv", currency="RUB")
    assert roubles["series"][0]["total"] == 777_777


async def test_half_past_eleven_in_moscow_is_that_moscow_day(
    client: Any, deliver: Any, admin: Any
) -> None:
    at = datetime(2026, 11, 20, 20, 30, tzinfo=UTC)  # 23:30 in Moscow, next day in Vladivostok
    await deliver(fact("order.completed", at, order_id=new_id()))
    params = {"from": "2026-11-18T00:00:00Z", "to": "2026-11-23T00:00:00Z"}

    found = {
        zone: await series(client, admin, "walks_completed", timezone=zone, **params)
        for zone in ("Europe/Moscow", "Asia/Vladivostok")
    }

    starts = {
        zone: [point["start"] for point in one["series"][0]["points"] if point["value"]]
        for zone, one in found.items()
    }
    assert starts == {
        "Europe/Moscow": ["2026-11-19T21:00:00Z"],
        "Asia/Vladivostok": ["2026-11-20T14:00:00Z"],
    }


@pytest.mark.parametrize("zone", AWKWARD_ZONES)
async def test_every_event_is_in_the_bucket_that_python_would_choose(
    client: Any, session: Any, admin: Any, zone: str
) -> None:
    dice = random.Random(zone)
    begins = [datetime.fromisoformat(turn) for turn in TURNS_OF_CLOCKS]
    moments = [dice.choice(begins) + SPAN * dice.random() for _ in range(1000)]
    await add_events(session, "order.placed", moments)

    for granularity, begin in itertools.product(["hour", "day", "week", "month"], begins):
        params = {"timezone": zone, "granularity": granularity}
        span = {"from": begin.isoformat(), "to": (begin + SPAN).isoformat()}
        found = await series(client, admin, "orders_placed", **params, **span)
        check_buckets(
            {
                datetime.fromisoformat(point["start"]): point["value"]
                for point in found["series"][0]["points"]
            },
            [moment for moment in moments if begin <= moment < begin + SPAN],
            lambda start, one=granularity: is_a_beginning(start, zone, one),
        )


def check_buckets(
    counted: dict[datetime, int], moments: list[datetime], begins: Callable[[datetime], bool]
) -> None:
    starts = list(counted)
    assert starts == sorted(starts)
    assert [start for start in starts if not begins(start)] == []
    wanted = Counter(starts[bisect_right(starts, moment) - 1] for moment in moments)
    assert {start: value for start, value in counted.items() if value} == dict(wanted)


def is_a_beginning(start: datetime, zone: str, granularity: str) -> bool:
    """The microsecond before belongs to another hour, day, week or month of the zone."""

    def of(moment: datetime) -> Any:
        local = moment.astimezone(ZoneInfo(zone))
        return {
            "hour": (local.date(), local.hour, local.utcoffset()),
            "day": local.date(),
            "week": local.isocalendar()[:2],
            "month": (local.year, local.month),
        }[granularity]

    return of(start) != of(start - timedelta(microseconds=1))


async def test_a_day_without_events_is_zero_and_an_average_of_nothing_is_nothing(
    client: Any, deliver: Any, admin: Any
) -> None:
    await deliver(fact("order.placed", ago(days=3), order_id=new_id()))
    placed = await series(client, admin, "orders_placed", **{"from": ago(days=7).isoformat()})
    waited = await series(client, admin, "time_to_match", **{"from": ago(days=7).isoformat()})
    assert sorted(point["value"] for point in placed["series"][0]["points"])[-2:] == [0, 1]
    assert {point["value"] for point in waited["series"][0]["points"]} == {None}


async def test_time_to_match_counts_from_the_latest_search(
    client: Any, deliver: Any, admin: Any
) -> None:
    for minutes in (2, 4, 60):
        order_id = new_id()
        await deliver(fact("order.search_started", ago(hours=5), order_id=order_id))
        began = ago(hours=3)
        await deliver(fact("order.search_started", began, order_id=order_id))
        assigned = began + timedelta(minutes=minutes)
        await deliver(fact("order.assigned", assigned, order_id=order_id))

    found = await series(client, admin, "time_to_match", granularity="month")

    assert found["series"][0]["total"] == 240
    assert found["formula"] == (
        "median of elapsed_s of order.assigned since order.search_started of the same order"
    )


async def test_a_group_has_its_own_line_and_total(client: Any, deliver: Any, admin: Any) -> None:
    for market, price in (("helsinki", 1000), ("helsinki", 2000), ("turku", 500)):
        await deliver(settled(price, 0, market=market))

    found = await series(client, admin, "gmv", group_by="market")

    assert {line["group"]: line["total"] for line in found["series"]} == {
        "helsinki": 3000,
        "turku": 500,
    }


async def test_a_property_is_a_value_and_never_sql(client: Any, admin: Any) -> None:
    for group_by in ("market'--", "properties->>'x'", 'a"b', "a b", ""):
        response = await client.get(
            f"{METRICS}/gmv/series", params={"group_by": group_by}, headers=admin
        )
        assert response.status_code == 422, group_by


@pytest.mark.parametrize(
    ("params", "code"),
    [
        ({"timezone": "Mars/Olympus"}, "invalid_request"),
        ({"timezone": "localtime"}, "invalid_request"),
        ({"granularity": "second"}, "invalid_request"),
        ({"currency": "eur"}, "invalid_request"),
        ({"from": "2026-02-01T00:00:00Z", "to": "2026-02-01T00:00:00Z"}, "empty_range"),
        ({"from": "2020-01-01T00:00:00Z", "granularity": "hour"}, "range_too_long"),
    ],
)
async def test_series_refuse_bad_questions(
    client: Any, admin: Any, params: dict[str, str], code: str
) -> None:
    response = await client.get(f"{METRICS}/gmv/series", params=params, headers=admin)
    assert (response.status_code, response.json()["code"]) == (422, code)


async def test_a_series_of_no_metric_is_not_found(client: Any, admin: Any) -> None:
    response = await client.get(f"{METRICS}/nothing/series", headers=admin)
    assert (response.status_code, response.json()["code"]) == (404, "metric_not_found")


async def test_too_many_groups_are_refused(client: Any, deliver: Any, admin: Any) -> None:
    for _ in range(101):
        await deliver(fact("order.placed", order_id=new_id()))
    response = await client.get(
        f"{METRICS}/orders_placed/series", params={"group_by": "order_id"}, headers=admin
    )
    assert (response.status_code, response.json()["code"]) == (422, "too_many_groups")


async def test_the_funnel_counts_orders_through_every_step(
    client: Any, deliver: Any, admin: Any
) -> None:
    steps = ["placed", "assigned", "started", "completed", "settled"]
    for count in (5, 5, 3, 2, 1):
        order_id = new_id()
        for step in steps[:count]:
            await deliver(fact(f"order.{step}", ago(hours=1), order_id=order_id))
    await deliver(fact("order.assigned", ago(hours=1), order_id=new_id()))  # placed long ago

    response = await client.get("/api/v1/analytics/funnel", headers=admin)

    found = response.json()["steps"]
    assert [step["orders"] for step in found] == [5, 4, 3, 2, 2]
    assert (found[2]["of_first"], found[2]["of_previous"]) == (0.6, 0.75)


async def test_an_empty_funnel_divides_by_nothing(client: Any, admin: Any) -> None:
    found = (await client.get("/api/v1/analytics/funnel", headers=admin)).json()["steps"]
    assert [(step["orders"], step["of_first"]) for step in found] == [(0, None)] * 5
