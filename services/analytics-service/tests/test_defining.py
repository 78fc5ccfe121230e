"""Metrics and KPIs are data that managers write; the built-in ones keep their meaning."""

from typing import Any

import pytest
from factories import ago, fact, settled

from app.models.kpi import Direction, Kpi
from lapa_kit.ids import new_id

METRICS, KPIS = "/api/v1/analytics/metrics", "/api/v1/analytics/kpis"


def metric(**changes: Any) -> dict[str, Any]:
    return {
        "key": "tips",
        "title": "Tips",
        "event": "tip.paid",
        "aggregation": "sum",
        "property": "amount",
        "unit": "minor",
        **changes,
    }


def kpi(**changes: Any) -> dict[str, Any]:
    return {"key": "orders_a_week", "title": "Orders", "metric": "orders_placed", **changes}


async def total(client: Any, headers: Any, key: str) -> Any:
    response = await client.get(f"{METRICS}/{key}/series", headers=headers)
    assert response.status_code == 200, response.text
    return response.json()["series"][0]["total"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"aggregation": "count", "property": None}, 6),
        ({"aggregation": "sum", "property": "n"}, 10),
        ({"aggregation": "avg", "property": "n"}, 2.5),
        ({"aggregation": "min", "property": "n"}, 1),
        ({"aggregation": "max", "property": "n"}, 4),
        ({"aggregation": "unique", "property": "who"}, 2),
        ({"aggregation": "percentile", "percentile": 50, "property": "n"}, 2.5),
        ({"aggregation": "sum", "property": "deep.n"}, 40),
        ({"filters": [{"property": "who", "op": "eq", "value": "a"}]}, 4),
        ({"filters": [{"property": "who", "op": "ne", "value": "a"}]}, 6),
        ({"filters": [{"property": "who", "op": "in", "value": ["a", "c"]}]}, 4),
        ({"filters": [{"property": "n", "op": "gt", "value": 2}]}, 7),
        ({"filters": [{"property": "n", "op": "gte", "value": 2.5}]}, 7),
        ({"filters": [{"property": "n", "op": "lt", "value": 2}]}, 1),
        ({"filters": [{"property": "n", "op": "lte", "value": 2}]}, 3),
        ({"filters": [{"property": "odd", "op": "eq", "value": True}]}, 4),
        ({"filters": [{"property": "n", "op": "eq", "value": 3}]}, 3),
        ({"filters": [{"property": "odd", "op": "exists"}]}, 10),
    ],
)
async def test_every_aggregation_and_condition_counts_what_it_says(
    client: Any, deliver: Any, admin: Any, changes: dict[str, Any], expected: float
) -> None:
    for n, who in ((1, "a"), (2, "b"), (3, "a"), (4, "b")):
        payload = {"n": n, "who": who, "odd": n % 2 == 1, "deep": {"n": 10}}
        await deliver(fact("thing.done", ago(hours=1), **payload))
    # what is no number, or no honest one, is not counted as one
    await deliver(fact("thing.done", n="many", who=None))
    await deliver(fact("thing.done", n=10**300))
    body = {**metric(event="thing.done", property="n", unit="count"), **changes}

    created = await client.post(METRICS, json=body, headers=admin)

    assert created.status_code == 201, created.text
    assert await total(client, admin, "tips") == expected


async def test_a_persons_own_events_are_not_business(client: Any, as_user: Any, admin: Any) -> None:
    forged = {
        "event_id": str(new_id()),
        "name": "order.settled",
        "at": ago(hours=1).isoformat(),
        "properties": {"captured": 10**9, "currency": "EUR"},
    }
    url = "/api/v1/analytics/events"
    assert (await client.post(url, json={"events": [forged]}, headers=admin)).is_success
    assert await total(client, admin, "gmv") == 0


async def test_a_metric_is_made_changed_and_deleted(client: Any, admin: Any) -> None:
    created = await client.post(METRICS, json=metric(), headers=admin)
    facts = {name: value for name, value in metric(title="All tips").items() if name != "key"}
    url, etag = f"{METRICS}/tips", {"If-Match": created.headers["etag"]}

    taken = await client.post(METRICS, json=metric(), headers=admin)
    changed = await client.put(url, json=facts, headers={**admin, **etag})
    stale = await client.put(url, json=facts, headers={**admin, **etag})
    read = await client.get(url, headers=admin)
    deleted = await client.delete(url, headers=admin)
    gone = await client.get(url, headers=admin)

    assert created.json()["formula"] == "sum of amount of tip.paid, in one currency"
    assert (taken.status_code, taken.json()["code"]) == (409, "metric_key_taken")
    assert (changed.status_code, changed.json()["title"]) == (200, "All tips")
    assert stale.status_code == 412
    assert (read.json(), read.headers["etag"]) == (changed.json(), '"v2"')
    assert (deleted.status_code, gone.status_code) == (204, 404)


@pytest.mark.parametrize(
    "changes",
    [
        {"key": "Not a key"},
        {"aggregation": "median"},
        {"aggregation": "sum", "property": None},
        {"aggregation": "count", "property": "amount"},
        {"aggregation": "percentile"},
        {"aggregation": "sum", "percentile": 50},
        {"property": "amount') --"},
        {"property": "elapsed_s"},
        {"since": "order.placed"},
        {"event": "a'b"},
        {"filters": [{"property": "n", "op": "gt", "value": "2"}]},
        {"filters": [{"property": "n", "op": "gt", "value": True}]},
        {"filters": [{"property": "n", "op": "in", "value": 2}]},
        {"filters": [{"property": "n", "op": "eq"}]},
        {"filters": [{"property": "n", "op": "exists", "value": 1}]},
        {"filters": [{"property": "n' or 1=1", "op": "eq", "value": 1}]},
        {"filters": [{"property": "n", "op": "like", "value": "%"}]},
    ],
)
async def test_a_definition_that_means_nothing_is_refused(
    client: Any, admin: Any, changes: dict[str, Any]
) -> None:
    response = await client.post(METRICS, json=metric(**changes), headers=admin)
    assert response.status_code == 422, response.text


async def test_what_is_built_in_keeps_its_definition(client: Any, admin: Any) -> None:
    facts = {name: value for name, value in metric().items() if name != "key"}
    kpi_facts = {"title": "GMV", "metric": "take"}
    refused = [
        await client.put(f"{METRICS}/gmv", json=facts, headers=admin),
        await client.delete(f"{METRICS}/gmv", headers=admin),
        await client.put(f"{KPIS}/gmv", json=kpi_facts, headers=admin),
        await client.delete(f"{KPIS}/gmv", headers=admin),
    ]
    assert [(one.status_code, one.json()["code"]) for one in refused] == [(409, "built_in")] * 4


async def test_readers_define_nothing(client: Any, as_user: Any) -> None:
    finance = as_user(new_id(), "finance")
    for url, body in ((METRICS, metric()), (KPIS, kpi())):
        assert (await client.get(url, headers=finance)).status_code == 200
        assert (await client.post(url, json=body, headers=finance)).status_code == 403


async def test_every_built_in_kpi_says_what_it_is(client: Any, admin: Any) -> None:
    items = (await client.get(KPIS, headers=admin)).json()["items"]
    assert {item["key"] for item in items} == {
        "orders_placed",
        "walks_completed",
        "gmv",
        "take",
        "take_rate",
        "fill_rate",
        "completion_rate",
        "time_to_match",
    }
    assert all(item["definition"] and item["formula"] for item in items)
    assert [item["value"] for item in items if item["key"] == "fill_rate"] == [None]


async def test_kpis_reconcile_with_what_was_settled(client: Any, deliver: Any, admin: Any) -> None:
    await deliver(settled(2000, 300))
    await deliver(settled(1000, 150))
    await deliver(settled(5000, 5000, currency="RUB"))

    items = (await client.get(KPIS, headers=admin)).json()["items"]

    found = {item["key"]: item for item in items}
    assert (found["gmv"]["value"], found["gmv"]["currency"]) == (3000, "EUR")
    assert found["take"]["value"] == 450
    assert found["take_rate"]["value"] == 0.15
    assert found["take_rate"]["unit"] == "ratio"
    assert found["take_rate"]["formula"] == (
        "(sum of commission of order.settled, in one currency) ÷ "
        "(sum of captured of order.settled, in one currency), over the last 30 days"
    )


async def test_the_fill_rate_follows_the_orders_and_has_a_status_and_a_trend(
    client: Any, deliver: Any, admin: Any
) -> None:
    for n in range(10):
        order_id = new_id()
        await deliver(fact("order.placed", ago(days=2), order_id=order_id))
        if n < 8:
            await deliver(fact("order.assigned", ago(days=1), order_id=order_id))
    await deliver(fact("order.placed", ago(days=40), order_id=new_id()))

    found = (await client.get(f"{KPIS}/fill_rate", headers=admin)).json()

    assert (found["value"], found["previous"]) == (0.8, 0)
    assert (found["status"], found["trend"]) == ("at_risk", "up")


@pytest.mark.parametrize(
    ("direction", "value", "status"),
    [
        ("higher", 10, "on_track"),
        ("higher", 9.9, "at_risk"),
        ("higher", 5, "at_risk"),
        ("higher", 4, "off_track"),
        ("lower", 10, "on_track"),
        ("lower", 11, "at_risk"),
        ("lower", 15, "at_risk"),
        ("lower", 16, "off_track"),
        ("lower", None, None),
    ],
)
def test_a_status_is_where_the_value_stands(
    direction: str, value: float | None, status: str | None
) -> None:
    at_risk = 5 if direction == "higher" else 15
    one = Kpi(direction=Direction(direction), target=10, at_risk=at_risk)
    assert one.status_of(value) == status


async def test_a_kpi_is_made_changed_and_deleted(client: Any, deliver: Any, admin: Any) -> None:
    await deliver(fact("order.placed", order_id=new_id()))
    created = await client.post(KPIS, json=kpi(window_days=7, target=1, at_risk=0), headers=admin)
    url, facts = f"{KPIS}/orders_a_week", {"title": "Orders", "metric": "orders_placed"}
    taken = await client.post(KPIS, json=kpi(), headers=admin)
    changed = await client.put(url, json={**facts, "target": 2}, headers=admin)
    stale = await client.put(url, json=facts, headers={**admin, "If-Match": '"v1"'})
    deleted = await client.delete(url, headers=admin)

    assert created.status_code == 201, created.text
    assert (created.json()["value"], created.json()["status"]) == (1, "on_track")
    assert (taken.status_code, taken.json()["code"]) == (409, "kpi_key_taken")
    assert (changed.json()["status"], changed.json()["version"]) == ("off_track", 2)
    assert stale.status_code == 412
    assert deleted.status_code == 204


async def test_targets_of_built_in_kpis_can_be_set(client: Any, admin: Any) -> None:
    body = {"title": "GMV", "metric": "gmv", "target": 100}
    changed = await client.put(f"{KPIS}/gmv", json=body, headers=admin)
    assert (changed.status_code, changed.json()["status"]) == (200, "off_track")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"metric": "nothing"}, "unknown_metric"),
        ({"per": "nothing"}, "unknown_metric"),
        ({"at_risk": 1}, "invalid_request"),
        ({"target": 1, "at_risk": 2}, "invalid_request"),
        ({"direction": "lower", "target": 2, "at_risk": 1}, "invalid_request"),
        ({"window_days": 0}, "invalid_request"),
    ],
)
async def test_a_kpi_that_means_nothing_is_refused(
    client: Any, admin: Any, changes: dict[str, Any], code: str
) -> None:
    response = await client.post(KPIS, json=kpi(**changes), headers=admin)
    assert (response.status_code, response.json()["code"]) == (422, code)


async def test_a_metric_that_a_kpi_is_made_of_stays(client: Any, admin: Any) -> None:
    await client.post(METRICS, json=metric(), headers=admin)
    await client.post(KPIS, json=kpi(per="tips"), headers=admin)
    response = await client.delete(f"{METRICS}/tips", headers=admin)
    assert (response.status_code, response.json()["code"]) == (409, "metric_in_use")
