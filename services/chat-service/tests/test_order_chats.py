"""Chats that open and close with the walks of an order."""

from datetime import timedelta
from typing import Any

from factories import assigned, cancelled, card, completed, words

from lapa_contracts.order import OrderUnassigned, ReportReady
from lapa_kit import clock
from lapa_kit.ids import new_id


async def chats_of(client: Any, headers: dict[str, str]) -> list[dict[str, Any]]:
    return (await client.get("/api/v1/chats", headers=headers)).json()["items"]


async def test_an_assignment_opens_a_chat_of_its_two_people(
    client: Any, deliver: Any, as_user: Any, outbox: Any
) -> None:
    order, owner, walker = new_id(), new_id(), new_id()
    envelope = await deliver(assigned(order, owner, walker))
    await deliver(envelope)

    (chat,) = await chats_of(client, as_user(owner))
    answer = await client.post(
        f"/api/v1/chats/{chat['id']}/messages", json=words(), headers=as_user(walker)
    )

    assert (chat["type"], chat["order_id"], chat["writable"]) == ("order", str(order), True)
    assert answer.json()["seq"] == 1
    said = (await outbox())[0]
    assert said.type == "chat.changed.v1"
    assert said.payload["order_id"] == str(order)
    assert set(said.payload["member_ids"]) == {str(owner), str(walker)}


async def test_it_takes_messages_until_three_days_after_the_walk(
    client: Any, deliver: Any, as_user: Any, at: Any, run_jobs: Any, outbox: Any
) -> None:
    order, owner, walker = new_id(), new_id(), new_id()
    await deliver(assigned(order, owner, walker))
    (chat,) = await chats_of(client, as_user(owner))
    url = f"/api/v1/chats/{chat['id']}/messages"
    await deliver(completed(order, owner, walker))

    at(clock.now() + timedelta(days=2, hours=23))
    assert (await client.post(url, json=words(), headers=as_user(owner))).status_code == 201
    at(clock.now() + timedelta(hours=2))
    refused = await client.post(url, json=words(), headers=as_user(owner))
    assert (refused.status_code, refused.json()["code"]) == (403, "chat_not_writable")
    assert (await client.get(url, headers=as_user(owner))).status_code == 200
    await run_jobs()
    assert (await outbox())[-1].payload["writable"] is False


async def test_another_walker_gets_a_chat_of_his_own(
    client: Any, deliver: Any, as_user: Any
) -> None:
    order, owner, first, second = new_id(), new_id(), new_id(), new_id()
    await deliver(assigned(order, owner, first))
    gone: dict[str, Any] = {**card(order, owner, first, 5), "walker_id": None}
    await deliver(
        OrderUnassigned(
            **gone, previous_walker_id=first, assignment=1, by="walker", reason_code="ill"
        )
    )
    await deliver(assigned(order, owner, second, assignment=2, version=6))

    (old,) = await chats_of(client, as_user(first))
    (new,) = await chats_of(client, as_user(second))

    assert old["id"] != new["id"]
    assert (old["writable"], new["writable"]) == (False, True)
    assert len(await chats_of(client, as_user(owner))) == 2


async def test_the_end_may_be_heard_of_before_the_beginning(
    client: Any, deliver: Any, as_user: Any
) -> None:
    order, owner, walker = new_id(), new_id(), new_id()
    await deliver(cancelled(order, owner, walker))
    await deliver(assigned(order, owner, walker))

    (chat,) = await chats_of(client, as_user(owner))

    assert chat["writable"] is False


async def test_what_happens_to_the_order_is_a_line_of_the_platforms_own(
    client: Any, deliver: Any, as_user: Any, published: Any
) -> None:
    order, owner, walker = new_id(), new_id(), new_id()
    await deliver(assigned(order, owner, walker))
    report = ReportReady(
        **card(order, owner, walker, 8), revision=1, distance_m=2400, duration_s=1800
    )
    await deliver(report)

    (chat,) = await chats_of(client, as_user(owner))

    assert chat["unread"] == 0
    assert chat["last_message"]["sender_id"] is None
    assert chat["last_message"]["card"]["type"] == "report_ready"
    assert chat["last_message"]["card"]["distance_m"] == 2400
    assert "message.posted.v1" not in await published()
