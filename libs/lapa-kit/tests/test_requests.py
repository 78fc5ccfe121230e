"""Transactions, problems, idempotency, cursors, ETags and limits over HTTP."""

import asyncio
import json
from typing import Any

import pytest
import toy
from sqlalchemy import func, select, text

from lapa_kit.ids import new_id
from lapa_kit.problems import problem_document
from lapa_kit.tables import IdempotencyRow, OutboxRow

URL = "/api/v1/notes"


async def write(client: Any, headers: Any, words: str = "hello") -> Any:
    return await client.post(URL, json={"text": words}, headers=headers)


async def count(session: Any, model: Any) -> int:
    return await session.scalar(select(func.count()).select_from(model))


async def test_a_refusal_leaves_nothing_behind(client: Any, session: Any, as_user: Any) -> None:
    response = await write(client, as_user(new_id()), "too long")

    assert response.status_code == 409
    assert response.json()["code"] == "too_long"
    assert (await count(session, toy.Note), await count(session, OutboxRow)) == (0, 0)


def test_members_of_a_problem_never_take_the_place_of_the_standard_ones() -> None:
    answer = problem_document(409, "conflict", "No", scope={}, status="searching", left=3)
    body = json.loads(bytes(answer.body))
    assert (body["status"], body["left"]) == (409, 3)


async def test_a_refusal_that_keeps_commits_its_trace(
    client: Any, session: Any, as_user: Any
) -> None:
    headers = as_user(new_id()) | {"Idempotency-Key": "k"}

    response = await write(client, headers, "deny")

    assert response.status_code == 403
    assert await count(session, toy.Note) == 1
    assert await count(session, IdempotencyRow) == 0


async def test_the_unexpected_is_a_500_without_detail(
    client: Any, session: Any, as_user: Any
) -> None:
    response = await write(client, as_user(new_id()), "crash")

    assert response.status_code == 500
    assert response.json()["code"] == "internal_error"
    assert "secret" not in response.text
    assert await count(session, toy.Note) == 0


@pytest.mark.committed
async def test_the_commit_comes_before_the_answer(client: Any, session: Any, as_user: Any) -> None:
    """A constraint checked at the commit must turn the answer into an error, not into a lie."""
    await session.execute(text("reset role"))
    await session.execute(
        text("alter table toy.notes add constraint short check (length(text) < 9)")
    )
    await session.execute(
        text(
            "create function toy.refuse() returns trigger language plpgsql as "
            "$$ begin raise exception 'at the commit'; end $$"
        )
    )
    await session.execute(
        text(
            "create constraint trigger late after insert on toy.notes deferrable initially "
            "deferred for each row execute function toy.refuse()"
        )
    )
    await session.commit()

    response = await write(client, as_user(new_id()))

    assert response.status_code == 500
    assert await count(session, toy.Note) == 0


async def test_validation_names_each_field(client: Any, as_user: Any) -> None:
    response = await write(client, as_user(new_id()), "")

    assert response.status_code == 422
    problem = response.json()
    assert problem["code"] == "invalid_request"
    assert problem["errors"][0]["field"] == "body.text"
    assert problem["request_id"] == response.headers["X-Request-Id"]


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/nowhere"])
async def test_what_is_not_there_is_a_problem_too(client: Any, path: str) -> None:
    response = await client.get(path)
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["code"] == "not_found"


async def test_a_request_id_is_taken_over_or_made(client: Any) -> None:
    given = await client.get("/health", headers={"X-Request-Id": "abc-1"})
    spoilt = await client.get("/health", headers={"X-Request-Id": "x y\tz"})

    assert given.headers["X-Request-Id"] == "abc-1"
    assert len(spoilt.headers["X-Request-Id"]) == 36


async def test_the_same_key_answers_again(client: Any, session: Any, as_user: Any) -> None:
    headers = as_user(new_id()) | {"Idempotency-Key": "k1"}

    first, again = await write(client, headers), await write(client, headers)
    other = await write(client, headers, "another")

    assert again.json() == first.json()
    assert (first.status_code, again.status_code) == (201, 201)
    assert "Idempotency-Replayed" not in first.headers
    assert again.headers["Idempotency-Replayed"] == "true"
    assert other.json()["code"] == "idempotency_mismatch"
    assert await count(session, toy.Note) == 1


async def test_a_key_is_each_callers_own(client: Any, session: Any, as_user: Any) -> None:
    for _ in range(2):
        await write(client, as_user(new_id()) | {"Idempotency-Key": "k1"})
    assert await count(session, toy.Note) == 2


async def test_a_refused_request_may_be_repeated_under_its_key(
    client: Any, session: Any, as_user: Any
) -> None:
    headers = as_user(new_id()) | {"Idempotency-Key": "k1"}
    assert (await write(client, headers, "too long")).status_code == 409
    assert (await write(client, headers)).status_code == 201


@pytest.mark.committed
async def test_ten_at_once_under_one_key_do_it_once(
    client: Any, session: Any, as_user: Any
) -> None:
    headers = as_user(new_id()) | {"Idempotency-Key": "k1"}

    answers = await asyncio.gather(*(write(client, headers) for _ in range(10)))

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert await count(session, toy.Note) == 1


@pytest.mark.parametrize("key", ["", "x" * 256, "a\u0007b"])
async def test_a_bad_key_is_refused(client: Any, as_user: Any, key: str) -> None:
    headers = {**as_user(new_id()), "Idempotency-Key": key.encode()}
    response = await write(client, headers)
    assert response.json()["code"] == "invalid_idempotency_key"


async def test_pages_neither_skip_nor_repeat_while_rows_come_in(client: Any, as_user: Any) -> None:
    me = as_user(new_id())
    for number in range(7):
        await write(client, me, f"note {number}")
    seen: list[str] = []
    cursor: str | None = None
    while True:
        page = await client.get(URL, params={"limit": 3, "cursor": cursor or ""}, headers=me)
        if cursor is None:
            page = await client.get(URL, params={"limit": 3}, headers=me)
        seen += [item["text"] for item in page.json()["items"]]
        await write(client, me, "in between")
        cursor = page.json()["next_cursor"]
        if cursor is None:
            break
    assert seen == [f"note {number}" for number in reversed(range(7))]


@pytest.mark.parametrize("cursor", ["nonsense", "WyJ4Il0", "e30", "W10"])
async def test_a_made_up_cursor_is_refused(client: Any, as_user: Any, cursor: str) -> None:
    response = await client.get(URL, params={"cursor": cursor}, headers=as_user(new_id()))
    assert (response.status_code, response.json()["code"]) == (400, "invalid_cursor")


async def test_a_stale_write_is_412(client: Any, as_user: Any) -> None:
    me = as_user(new_id())
    note = (await write(client, me)).json()
    url = f"{URL}/{note['id']}"
    fresh = me | {"If-Match": '"v1"'}

    first = await client.put(url, json={"text": "a"}, headers=fresh)
    second = await client.put(url, json={"text": "b"}, headers=fresh)
    spoilt = await client.put(url, json={"text": "c"}, headers=me | {"If-Match": "v1"})

    assert first.headers["ETag"] == '"v2"'
    assert (second.status_code, second.json()["current_etag"]) == (412, '"v2"')
    assert spoilt.json()["code"] == "invalid_etag"


async def test_over_the_limit_is_429_for_one_user_only(client: Any, as_user: Any) -> None:
    me, other = as_user(new_id()), as_user(new_id())
    answers = [await client.get(f"{URL}/limited", headers=me) for _ in range(4)]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert [a.headers.get("RateLimit-Remaining") for a in answers[:3]] == ["2", "1", "0"]
    assert int(answers[3].headers["Retry-After"]) > 0
    assert (await client.get(f"{URL}/limited", headers=other)).status_code == 200
