"""A person leaves: every total stays, and he is in none of the rows."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import String, cast, select

from app.models import Event
from lapa_contracts.privacy import PrivacyErased
from lapa_contracts.user import UserErasureRequested, UserRegistered
from lapa_kit.ids import new_id

AT = datetime(2026, 5, 4, 9, tzinfo=UTC)


async def test_totals_stay_and_the_person_is_gone(
    client: Any, sessions: Any, deliver: Any, run_jobs: Any, as_user: Any
) -> None:
    me, pseudonym, analyst = new_id(), new_id(), as_user(new_id(), "admin")
    await deliver(UserRegistered(user_id=me, roles=["client"], locale="en", timezone="UTC"))
    properties = {"query": "Kanarek in Kamppi", "screen": "search", "hits": 3}
    reported = {"event_id": str(new_id()), "name": "search.typed", "kind": "user"}
    reported |= {"at": AT.isoformat(), "properties": properties}
    await client.post("/api/v1/analytics/events", json={"events": [reported]}, headers=as_user(me))
    metric: dict[str, Any] = {
        "key": "hits",
        "title": "Hits",
        "definition": "Hits of searches",
        "unit": "count",
    }
    metric |= {"event": "search.typed", "kind": "user", "aggregation": "sum", "property": "hits"}
    metric["filters"] = [{"property": "screen", "op": "eq", "value": "search"}]
    made = await client.post("/api/v1/analytics/metrics", json=metric, headers=analyst)
    assert made.status_code == 201, made.text

    async def total() -> Any:
        day = {"from": "2026-05-04T00:00:00Z", "to": "2026-05-05T00:00:00Z", "granularity": "day"}
        url = "/api/v1/analytics/metrics/hits/series"
        answer = await client.get(url, params=day, headers=analyst)
        assert answer.status_code == 200, answer.text
        return answer.json()

    before = await total()
    assert "3" in str(before)
    erasure: dict[str, Any] = {"erasure_id": new_id(), "user_id": me}
    await deliver(UserErasureRequested(**erasure, pseudonym=str(pseudonym)))
    await run_jobs()
    await deliver(PrivacyErased(**erasure, service="pet-service", erased={}))

    assert await total() == before
    listed = await client.get(
        "/api/v1/analytics/events", params={"user_id": str(me)}, headers=analyst
    )
    assert listed.json()["items"] == []
    async with sessions() as session:
        rows = list(await session.scalars(select(cast(Event.properties, String))))
        assert len(list(await session.scalars(select(Event.user_id)))) == 2
        assert set(await session.scalars(select(Event.user_id))) == {pseudonym}
    assert str(me) not in str(rows)
    assert "Kanarek" not in str(rows)
