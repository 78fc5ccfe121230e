"""Every route with an id, of every service, as everybody: read from the merged document, so that new ones are held too."""

import json
from typing import Any

import httpx
from actors import Api
from operations import Operation, operations_of
from world import NEVER_THERE, World, make_world

REFUSED = {401, 403, 404}
UNSTEADY = {"from", "to", "duration_s", "moving_s", "average_speed", "last_used_at"}
"""Fields that follow the clock while nobody does anything."""


async def test_nobody_gets_at_what_is_anothers(api: Api, admin: Api, real_time: None) -> None:
    document = (await api.ask("GET", "/openapi.json")).json()
    with_ids = [one for one in operations_of(document) if one.parameters]
    world = await make_world(api, admin)
    unknown = [text for one in with_ids if (text := _unknown(world, one))]
    assert unknown == []

    before = await _as_its_people_see_it(world, with_ids)
    wrong = [line for one in with_ids for line in await _let_in(world, one)]
    assert wrong == [], "\n".join(wrong)
    after = await _as_its_people_see_it(world, with_ids)
    changed = [
        line for where in before for line in _differences(where, before[where], after[where])
    ]
    assert changed == [], "\n".join(changed)

    shut = [line for one in _harmless_first(with_ids) for line in await _shut_out(world, one)]
    assert shut == [], "\n".join(shut)


def _unknown(world: World, operation: Operation) -> str | None:
    try:
        world.path_of(operation)
    except LookupError as error:
        return str(error)
    return None


async def _let_in(world: World, operation: Operation) -> list[str]:
    """Those who should have been refused and were not; what was answered instead."""
    if operation.open_to == "anybody":
        return []
    wrong: list[str] = []
    answer = await _call(world, world.nobody, operation)
    wanted = {401} if operation.is_secured else REFUSED
    if answer.status_code not in wanted:
        wrong.append(f"{operation} let anybody in: {answer.status_code} {answer.text[:200]}")
    if operation.open_to == "signed-in":
        return wrong
    for name, person in world.third_parties(operation).items():
        answer = await _call(world, person, operation)
        if answer.status_code not in {403, 404}:
            wrong.append(f"{operation} let the {name} in: {answer.status_code} {answer.text[:200]}")
    return wrong


async def _shut_out(world: World, operation: Operation) -> list[str]:
    """The other half of the proof: somebody is let in by the very same request, and nothing breaks."""
    wrong: list[str] = []
    statuses: list[int] = []
    for person in (world.owner, world.walker, world.admin):
        answer = await _call(world, person, operation)
        statuses.append(answer.status_code)
        if answer.status_code >= 500:
            wrong.append(f"{operation}: {answer.status_code} {answer.text[:200]}")
    may_be_found = not NEVER_THERE & set(operation.parameters)
    if may_be_found and set(statuses) <= REFUSED:
        wrong.append(f"{operation}: refused to all of owner, walker, admin: {statuses}")
    return wrong


def _harmless_first(operations: list[Operation]) -> list[Operation]:
    """Reading before changing before deleting, and what hangs on a thing before the thing itself."""
    order = ("GET", "PUT", "PATCH", "POST", "DELETE")
    return sorted(operations, key=lambda one: (order.index(one.method), -one.path.count("/")))


async def _as_its_people_see_it(world: World, operations: list[Operation]) -> dict[str, Any]:
    """What owner, walker and admin are answered wherever something can be read by its id."""
    seen: dict[str, Any] = {}
    for operation in operations:
        if not operation.is_safe:
            continue
        for name in ("owner", "walker", "admin"):
            answer = await _call(world, getattr(world, name), operation)
            seen[f"{operation} as {name}"] = {answer.status_code: _steady(answer)}
    return seen


def _differences(where: str, before: Any, after: Any) -> list[str]:
    if isinstance(before, dict) and isinstance(after, dict):
        names = before.keys() | after.keys()
        return [
            line
            for name in sorted(names)
            for line in _differences(f"{where} {name}", before.get(name), after.get(name))
        ]
    return [] if before == after else [f"{where}: {before!r:.200} became {after!r:.200}"]


def _steady(answer: httpx.Response) -> Any:
    if not answer.headers.get("content-type", "").startswith("application/json"):
        return len(answer.content)
    return json.loads(
        answer.content,
        object_hook=lambda node: {k: v for k, v in node.items() if k not in UNSTEADY},
    )


async def _call(world: World, person: Api, operation: Operation) -> httpx.Response:
    return await person.ask(
        operation.method,
        world.path_of(operation),
        params=operation.query(),
        json=world.body_of(operation),
    )
