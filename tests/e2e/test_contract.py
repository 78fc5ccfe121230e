"""What the merged document promises is kept: every operation of every service answers, and as it says."""

from typing import Any

import httpx
from actors import Api
from operations import Operation, operations_of
from world import World, make_world

from lapa_kit.testing.openapi import Contract

ORDER = ("GET", "PUT", "PATCH", "POST", "DELETE")
LAST = ("logout", "/users/profile", "/auth/sessions")
"""What ends the caller's own being here."""
LEFT_OUT = ("/api/v1/test/",)
"""Moves the clock of everybody."""


async def test_every_operation_answers_as_the_merged_document_says(
    api: Api, admin: Api, real_time: None
) -> None:
    document: dict[str, Any] = (await api.ask("GET", "/openapi.json")).json()
    contract, world = Contract(document), await make_world(api, admin)
    asked = 0
    wrong: list[str] = []
    for operation in sorted(operations_of(document), key=_gentle_first):
        if not operation.path.startswith(LEFT_OUT):
            asked += 1
            wrong += await _broken_promises(contract, world, operation)
    assert asked > 300, "the document is not of the whole platform"
    assert wrong == [], "\n".join(wrong)


def _gentle_first(operation: Operation) -> tuple[bool, int, int]:
    is_last = any(part in operation.path for part in LAST) and not operation.is_safe
    return is_last, ORDER.index(operation.method), -operation.path.count("/")


async def _broken_promises(contract: Contract, world: World, operation: Operation) -> list[str]:
    wrong: list[str] = []
    for person in (world.nobody, world.owner, world.walker, world.admin):
        answer = await person.ask(
            operation.method,
            world.path_of(operation),
            params=operation.query(),
            json=world.body_of(operation),
        )
        if answer.status_code >= 500 or _is_nowhere(answer):
            wrong.append(f"{operation}: {answer.status_code} {answer.text[:200]}")
        try:
            await contract.check(answer)
        except AssertionError as broken:
            wrong.append(str(broken)[:400])
    return list(dict.fromkeys(wrong))


def _is_nowhere(answer: httpx.Response) -> bool:
    """Whether it is a router that does not know the path, and not a thing that is not there."""
    if answer.status_code != 404 or not answer.headers["content-type"].startswith(
        "application/problem+json"
    ):
        return answer.status_code == 405
    told = answer.json()
    return told["code"] == "unknown_service" or told["title"] == "Not Found"
