"""`python -m lapa_kit.rebuild` fills the copies of others' facts that the service in whose folder it is run keeps.

It may run while the service does: a copy that is newer than what the owner was read as stays. What is
to be made anew from nothing is emptied first, by hand.
"""

import argparse
import asyncio
import sys
from collections import defaultdict
from collections.abc import Collection
from functools import cache
from importlib import import_module

from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncSession

from lapa_kit import clock
from lapa_kit.app import resources
from lapa_kit.clients import Clients, ServiceClient
from lapa_kit.db import Sessions
from lapa_kit.events.contract import Envelope, Event, Snapshot
from lapa_kit.events.subscriber import Handler, Subscriber
from lapa_kit.ids import new_id
from lapa_kit.settings import service_folder
from lapa_kit.snapshots import SnapshotPage


class NotRebuildable(LookupError):
    """A type that this service does not listen to, or that its owner does not hand out."""


@cache
def owner(name: str) -> type[ServiceClient]:
    """The client of whichever service owns a fact: all hand out snapshots by the same route."""
    return type("Owner", (ServiceClient,), {"service": name})


async def rebuild(
    sessions: Sessions, subscriber: Subscriber, clients: Clients, wanted: Collection[str] = ()
) -> dict[str, int]:
    """Type → facts taken in; all types that are handed out, or those wanted. Raises NotRebuildable."""
    by_owner: defaultdict[str, set[str]] = defaultdict(set)
    for kind, _ in subscriber.handlers.values():
        if issubclass(kind, Snapshot):
            by_owner[kind.producer].add(kind.type)
    taken: dict[str, int] = {}
    for producer, heard in sorted(by_owner.items()):
        client = clients.get(owner(producer))
        for offered in (await client.call("GET", "/snapshots")).json():
            if offered in heard and (not wanted or offered in wanted):
                taken[offered] = await _take_all(sessions, client, *subscriber.handlers[offered])
    if missing := set(wanted) - set(taken):
        raise NotRebuildable(", ".join(sorted(missing)))
    return taken


async def _take_all(
    sessions: Sessions, client: ServiceClient, kind: type[Event], handler: Handler
) -> int:
    taken, after = 0, None
    while True:
        params = {"after": after} if after else {}
        response = await client.call("GET", f"/snapshots/{kind.type}", params=params)
        page = SnapshotPage.model_validate(response.json())
        async with sessions.begin() as session:
            for payload in page.items:
                await _take(session, kind, handler, kind.model_validate(payload))
        taken += len(page.items)
        if page.next is None:
            return taken
        after = page.next


async def _take(session: AsyncSession, kind: type[Event], handler: Handler, fact: Event) -> None:
    """By the handler alone: who listens to everything counts happenings, and this is none."""
    envelope = Envelope(
        id=new_id(),
        type=kind.type,
        key=fact.key,
        version=fact.aggregate_version,
        occurred_at=clock.now(),
        payload=fact.model_dump(mode="json"),
    )
    await handler(kind.opened(envelope), session)
    await session.flush()


async def _rebuild_here(wanted: Collection[str]) -> dict[str, int]:
    app: FastAPI = import_module("main").app
    async with resources(app):
        return await rebuild(app.state.sessions, app.state.subscriber, app.state.clients, wanted)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m lapa_kit.rebuild", description=__doc__)
    parser.add_argument("types", nargs="*", metavar="TYPE", help="user.changed.v1; all without")
    wanted: list[str] = parser.parse_args().types
    sys.path.insert(0, str(service_folder()))
    try:
        taken = asyncio.run(_rebuild_here(wanted))
    except NotRebuildable as error:
        print(f"lapa: nobody hands out {error} to this service", file=sys.stderr)
        raise SystemExit(64) from None  # EX_USAGE of sysexits.h
    for kind, count in sorted(taken.items()):
        print(f"{kind}: {count}")


if __name__ == "__main__":
    main()
