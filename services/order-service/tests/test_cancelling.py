"""What calling off costs, and what stays sealed."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from factories import KAMPPI, TOOLO, add_order

from app.config import settings
from app.models.order import OrderStatus
from app.services.access import rewrap_access_notes
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.seal import Sealer

START = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
DAY = timedelta(hours=24)


@pytest.mark.parametrize(
    ("before", "fee"),
    [(DAY + timedelta(seconds=1), 0), (DAY, 0), (DAY - timedelta(seconds=1), 975)],
)
async def test_the_fee_of_the_preview_is_the_fee_charged(
    client: Any, session: Any, as_user: Any, at: Any, outbox: Any, before: timedelta, fee: int
) -> None:
    at(START - timedelta(days=3))
    order = await add_order(session, OrderStatus.ASSIGNED, scheduled_at=START, is_asap=False)
    me = as_user(order.client_id)
    at(START - before)

    preview = await client.get(f"/api/v1/orders/{order.id}/cancellation-fee", headers=me)
    url = f"/api/v1/orders/{order.id}/cancel"
    cancelled = await client.post(url, json={"reason": "ill"}, headers=me)

    # the clock runs on by some milliseconds between two calls: a second of grace decides nothing here
    assert preview.json()["amount"] in (fee, 975)
    assert cancelled.json()["status"] == "cancelled"
    settlement = (await outbox())[-1].payload["settlement"]
    assert settlement["capture"] == preview.json()["amount"]
    assert settlement["capture"] + settlement["release"] == order.amount
    assert sum(line["amount"] for line in settlement["lines"]) == settlement["capture"]


async def test_before_somebody_is_assigned_cancelling_is_free(
    client: Any, session: Any, as_user: Any
) -> None:
    order = await add_order(session, OrderStatus.SEARCHING)
    fee = await client.get(
        f"/api/v1/orders/{order.id}/cancellation-fee", headers=as_user(order.client_id)
    )
    assert fee.json() == {"amount": 0, "currency": "EUR"}


async def test_a_stranger_sees_and_cancels_nothing(client: Any, session: Any, as_user: Any) -> None:
    order = await add_order(session, OrderStatus.ASSIGNED)
    stranger = as_user(new_id())
    for path in ("", "/timeline", "/cancellation-fee", "/report", "/access/log"):
        response = await client.get(f"/api/v1/orders/{order.id}{path}", headers=stranger)
        assert response.status_code == 404, path
    url = f"/api/v1/orders/{order.id}/cancel"
    assert (await client.post(url, json={"reason": "x"}, headers=stranger)).status_code == 404


async def test_a_stale_change_is_refused(client: Any, session: Any, as_user: Any) -> None:
    order = await add_order(session, OrderStatus.ASSIGNED)
    me = as_user(order.client_id)
    url = f"/api/v1/orders/{order.id}"
    etag = (await client.get(url, headers=me)).headers["ETag"]

    first = await client.patch(url, json={"notes": "a"}, headers=me | {"If-Match": etag})
    second = await client.patch(url, json={"notes": "b"}, headers=me | {"If-Match": etag})

    assert first.json()["notes"] == "a"
    assert (second.status_code, second.json()["code"]) == (412, "precondition_failed")


async def sealed_order(session: Any, status: OrderStatus, **fields: Any) -> Any:
    order = await add_order(session, status, **fields)
    sealer = Sealer.of(settings)
    order.access_notes_sealed = sealer.seal("CANARY-1234", context=str(order.id))
    await session.commit()
    return order


async def reveal(client: Any, order: Any, headers: Any, place: Any = KAMPPI) -> Any:
    return await client.post(
        f"/api/v1/orders/{order.id}/access/reveal", json=place, headers=headers
    )


async def test_the_door_code_opens_for_the_walker_at_the_door(
    client: Any, session: Any, as_user: Any, outbox: Any
) -> None:
    order = await sealed_order(session, OrderStatus.ASSIGNED)

    response = await reveal(client, order, as_user(order.walker_id, "walker"))

    assert response.json() == {"access_notes": "CANARY-1234"}
    assert "CANARY" not in str([envelope.payload for envelope in await outbox()])
    seen = await client.get(f"/api/v1/orders/{order.id}", headers=as_user(order.client_id))
    assert "CANARY" not in seen.text


async def test_wrong_place_time_or_state_keeps_it_sealed_and_is_logged(
    client: Any, session: Any, as_user: Any
) -> None:
    far = await sealed_order(session, OrderStatus.ASSIGNED)
    early = await sealed_order(
        session, OrderStatus.ASSIGNED, scheduled_at=clock.now() + timedelta(hours=2)
    )
    over = await sealed_order(session, OrderStatus.COMPLETED)

    answers = [
        await reveal(client, far, as_user(far.walker_id, "walker"), TOOLO),
        await reveal(client, early, as_user(early.walker_id, "walker")),
        await reveal(client, over, as_user(over.walker_id, "walker")),
        await reveal(client, far, as_user(far.client_id)),
    ]

    assert [(a.status_code, a.json()["code"]) for a in answers] == [(403, "access_sealed")] * 4
    log = await client.get(f"/api/v1/orders/{far.id}/access/log", headers=as_user(far.client_id))
    assert [entry["outcome"] for entry in log.json()["items"]] == ["refused", "refused"]
    assert not log.json()["rotation_advised"]


async def test_after_the_walk_the_notes_are_gone_and_a_new_code_is_advised(
    client: Any, session: Any, as_user: Any, at: Any, run_jobs: Any
) -> None:
    order = await sealed_order(session, OrderStatus.IN_PROGRESS)
    walker, owner = as_user(order.walker_id, "walker"), as_user(order.client_id)
    assert (await reveal(client, order, walker)).status_code == 200
    await client.post(f"/api/v1/orders/{order.id}/finish", json=KAMPPI, headers=walker)
    before = (await client.get(f"/api/v1/orders/{order.id}", headers=owner)).json()

    at(clock.now() + timedelta(hours=24, minutes=1))
    await run_jobs()

    after = (await client.get(f"/api/v1/orders/{order.id}", headers=owner)).json()
    assert (before["has_access_notes"], after["has_access_notes"]) == (True, False)
    log = await client.get(f"/api/v1/orders/{order.id}/access/log", headers=owner)
    assert log.json()["rotation_advised"]


async def test_notes_sealed_by_an_older_key_are_wrapped_by_the_newest(
    session: Any, sessions: Any
) -> None:
    order = await add_order(session, OrderStatus.ASSIGNED)
    old, new = b"o" * 32, b"n" * 32
    order.access_notes_sealed = Sealer([old]).seal("CANARY", context=str(order.id))
    await session.commit()

    async with sessions.begin() as own:
        await rewrap_access_notes(own, Sealer([new, old]))

    await session.refresh(order)
    sealed = order.access_notes_sealed
    assert sealed
    assert Sealer([new]).open(sealed, context=str(order.id)) == "CANARY"
