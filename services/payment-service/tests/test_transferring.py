"""Money sent from one person to another, over the batching writer: by many, twice, without an answer."""

import asyncio
from typing import Any

import httpx
import pytest
from factories import EUR, balance_of, faults, give, money_of

from app.models.ledger import Line, platform, wallet
from app.queries.ledger import place_hold, post
from app.queries.movements import Movement, Writer
from app.services import limits
from lapa_kit.ids import new_id
from lapa_kit.testing import database
from lapa_kit.testing.plugin import RUN_DATABASE

URL = "/api/v1/wallets/transfers"
pytestmark = pytest.mark.committed


def body(to: Any, amount: int, **more: Any) -> dict[str, Any]:
    return {"to_user_id": str(to), "amount": amount, "currency": EUR, **more}


async def test_money_is_sent_to_another_person(
    client: Any, session: Any, sessions: Any, as_user: Any
) -> None:
    anna, ben = new_id(), new_id()
    await give(session, anna, 1000)
    await give(session, ben, 1)

    sent = body(ben, 400, note="thanks")
    response = await client.post(URL, json=sent, headers=as_user(anna))

    assert response.status_code == 201, response.text
    assert await money_of(sessions, ben) == (401, 0)
    page = (await client.get("/api/v1/wallets/me/transactions", headers=as_user(ben))).json()
    assert page["items"][0]["details"] == {"note": "thanks"}


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"amount": 1001}, 402, "insufficient_funds"),
        ({"to_user_id": str(new_id())}, 404, "recipient_not_found"),
        ({"to_user_id": "me"}, 422, "transfer_to_oneself"),
        ({"amount": 0}, 422, "invalid_request"),
        ({"currency": "RUB"}, 422, "currency_not_supported"),
        ({"amount": 20_000_000}, 422, "limit_exceeded"),
    ],
)
async def test_a_transfer_that_cannot_be_moves_nothing(
    client: Any, session: Any, sessions: Any, as_user: Any, changes: Any, status: int, code: str
) -> None:
    anna, ben = new_id(), new_id()
    await give(session, anna, 1000)
    await give(session, ben, 1)
    sent = {**body(ben, 400), **changes}
    if sent["to_user_id"] == "me":
        sent["to_user_id"] = str(anna)

    response = await client.post(URL, json=sent, headers=as_user(anna))

    assert (response.status_code, response.json()["code"]) == (status, code)
    assert await money_of(sessions, anna) == (1000, 0)


async def test_the_same_key_sends_once_and_another_body_is_refused(
    client: Any, session: Any, sessions: Any, as_user: Any, published: Any
) -> None:
    anna, ben = new_id(), new_id()
    await give(session, anna, 1000)
    await give(session, ben, 1)
    headers = {**as_user(anna), "Idempotency-Key": "lunch"}

    first = await client.post(URL, json=body(ben, 400, note="thanks"), headers=headers)
    again = await client.post(URL, json=body(ben, 400, note="thanks"), headers=headers)
    other = await client.post(URL, json=body(ben, 401, note="thanks"), headers=headers)

    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    assert again.headers["Idempotency-Replayed"] == "true"
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_mismatch")
    assert await money_of(sessions, anna) == (600, 0)
    assert await published() == ["transfer.made.v1"]
    # another person's same key is another key
    theirs = {**as_user(ben), "Idempotency-Key": "lunch"}
    assert (await client.post(URL, json=body(anna, 1), headers=theirs)).status_code == 201
    assert await faults(sessions) == []


async def test_a_hundred_parallel_requests_never_overdraw(
    client: Any, session: Any, sessions: Any, as_user: Any, published: Any
) -> None:
    anna, friends = new_id(), [new_id() for _ in range(5)]
    await give(session, anna, 1000)
    for friend in friends:
        await give(session, friend, 1)

    answers = await asyncio.gather(
        *(
            client.post(URL, json=body(friends[n % 5], 30), headers=as_user(anna))
            for n in range(100)
        )
    )

    codes = [answer.status_code for answer in answers]
    assert (codes.count(201), codes.count(402)) == (33, 67)
    assert await money_of(sessions, anna) == (10, 0)
    assert (await published()).count("transfer.made.v1") == 33
    assert await faults(sessions) == []


def movement(key: str, sender: Any, receiver: Any, amount: int) -> Movement:
    lines = [Line(wallet(sender, EUR), -amount), Line(wallet(receiver, EUR), amount)]
    return Movement(key=key, kind="transfer", lines=lines)


async def test_a_batch_posts_what_is_certain_and_leaves_the_rest(
    session: Any, sessions: Any
) -> None:
    anna, ben, poor, stranger = (new_id() for _ in range(4))
    await give(session, anna, 1000)
    await give(session, ben, 500)
    await give(session, poor, 10)
    await place_hold(session, new_id(), wallet(ben, EUR), 400)
    await session.commit()
    writer = Writer(sessions)

    posted = await asyncio.gather(
        writer.post(movement("a", anna, ben, 300)),
        writer.post(movement("a", anna, ben, 300)),  # a key twice in one batch
        writer.post(movement("b", ben, anna, 100)),
        writer.post(movement("c", poor, anna, 6)),
        writer.post(movement("d", poor, anna, 6)),  # with the one before it is too much
        writer.post(movement("e", anna, stranger, 1)),  # has no wallet
    )
    late = await writer.post(movement("a", anna, ben, 300))

    assert [bool(one) for one in posted] == [True, False, True, False, False, False]
    assert late is None
    assert await money_of(sessions, anna) == (800, 0)
    assert await money_of(sessions, ben) == (300, 400)
    assert await money_of(sessions, poor) == (10, 0)
    assert await faults(sessions) == []


async def test_a_locked_wallet_keeps_nobody_else_waiting(session: Any, sessions: Any) -> None:
    anna, ben, carl = new_id(), new_id(), new_id()
    for person in (anna, ben, carl):
        await give(session, person, 100)
    writer = Writer(sessions)
    async with sessions.begin() as other:
        await place_hold(other, new_id(), wallet(anna, EUR), 50)  # holds its lock until the end

        posted = await asyncio.wait_for(
            asyncio.gather(
                writer.post(movement("a", anna, ben, 10)), writer.post(movement("b", ben, carl, 10))
            ),
            timeout=5,
        )

    assert [bool(one) for one in posted] == [False, True]
    assert await money_of(sessions, carl) == (110, 0)


async def test_who_leaves_without_waiting_has_sent_his_money_once(
    session: Any, sessions: Any
) -> None:
    anna, ben = new_id(), new_id()
    await give(session, anna, 1000)
    await give(session, ben, 1)
    writer = Writer(sessions)

    asked = [asyncio.create_task(writer.post(movement(f"m{n}", anna, ben, 10))) for n in range(20)]
    await asyncio.sleep(0)
    for task in asked[::2]:
        task.cancel()
    await asyncio.gather(*asked, return_exceptions=True)
    # the answer to one that comes later stands behind all of them
    await writer.post(movement("last", anna, ben, 1))

    assert await money_of(sessions, anna) == (799, 0)
    assert await faults(sessions) == []


async def test_a_connection_killed_between_commit_and_answer_loses_and_doubles_nothing(
    server: str, session: Any, sessions: Any, as_user: Any
) -> None:
    """Connections die all the time; whoever got no answer asks again with the same key, as clients do."""
    anna, ben = new_id(), new_id()
    await give(session, anna, 10_000)
    await give(session, ben, 1)
    kills, done = 0, asyncio.Event()
    admin = await database.connect(RUN_DATABASE)

    async def kill() -> None:
        nonlocal kills
        while not done.is_set():
            kills += await admin.fetchval(
                "select count(*) from (select pg_terminate_backend(pid) from pg_stat_activity "
                "where datname = current_database() and pid <> pg_backend_pid() "
                "and state <> 'idle' and query like '%post_journals(%') as killed"
            )
            await asyncio.sleep(0.005)

    async def send(http: httpx.AsyncClient, n: int) -> None:
        headers = {**as_user(anna), "Idempotency-Key": f"k{n}"}
        while True:
            answer = await http.post(URL, json=body(ben, 10), headers=headers)
            if answer.status_code == 201:
                return
            assert answer.status_code in (500, 503), answer.text

    killer = asyncio.create_task(kill())
    async with httpx.AsyncClient(base_url=server, timeout=30) as http:
        for wave in range(10):
            await asyncio.gather(*(send(http, wave * 20 + n) for n in range(20)))
    done.set()
    await killer
    await admin.close()

    assert kills, "nothing was killed: the test proves nothing"
    assert await money_of(sessions, anna) == (8000, 0)
    assert await money_of(sessions, ben) == (2001, 0)
    assert await faults(sessions) == []


async def test_a_platform_account_moved_by_many_at_once_is_exact_and_nobody_waits(
    session: Any, sessions: Any
) -> None:
    people = [new_id() for _ in range(20)]
    for person in people:
        await give(session, person, 100)
    hot = platform("commission", EUR)
    first = [Line(wallet(people[0], EUR), -10), Line(hot, 10)]
    await post(session, key="first", kind="fee", lines=first)
    await session.commit()
    async with sessions.begin() as other:
        await post(other, key="held", kind="fee", lines=first)

        writer = Writer(sessions)
        lines = [[Line(wallet(person, EUR), -10), Line(hot, 10)] for person in people[1:]]
        posted = await asyncio.wait_for(
            asyncio.gather(
                *(
                    writer.post(Movement(key=f"h{n}", kind="fee", lines=l))
                    for n, l in enumerate(lines)
                )
            ),
            timeout=5,
        )
        assert all(posted)
        assert await balance_of(sessions, hot) == 200

    assert await balance_of(sessions, hot) == 210
    assert await faults(sessions) == []


async def test_limits_of_a_day_and_a_month_hold_also_at_once(
    client: Any, session: Any, sessions: Any, as_user: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, ben = new_id(), new_id()
    await give(session, anna, 1000)
    await give(session, ben, 1)
    limited = limits.settings.model_copy(update={"transfer_limit_per_day": 100})
    monkeypatch.setattr(limits, "settings", limited)

    answers = await asyncio.gather(
        *(client.post(URL, json=body(ben, 30), headers=as_user(anna)) for _ in range(10))
    )

    codes = sorted(answer.status_code for answer in answers)
    assert codes == [201] * 3 + [422] * 7
    assert {a.json()["code"] for a in answers if a.status_code == 422} == {"limit_exceeded"}
    assert await money_of(sessions, anna) == (910, 0)
