"""The living city: owners and walkers who use the platform like everybody else, over its public API."""

import asyncio
from collections.abc import Iterator
from itertools import chain, zip_longest
from pathlib import Path

import httpx
from rich.console import Console
from rich.table import Table

from lapa_cli.city import people
from lapa_cli.city.addresses import Addresses
from lapa_cli.city.client import AdminClient
from lapa_cli.city.connection import Connection, Refused, Unreachable
from lapa_cli.city.folder import load_city
from lapa_cli.city.journal import Journal
from lapa_cli.city.owner import Owner
from lapa_cli.city.stage import Stage
from lapa_cli.city.walker import Walker
from lapa_cli.city.world import World
from lapa_cli.failures import Failure
from lapa_cli.layout import ROOT

CITY = ROOT / "city" / "helsinki"
PASSWORD = "Tassu-2026-demo"
"""Of every demo account: the sandbox's, printed on the terminal and worth nothing elsewhere."""

SETTLING_AT_ONCE = 3
SETTLE_IN_AGAIN_AFTER_S = 10.0


async def run_demo(
    gateway_url: str,
    admin_email: str,
    admin_password: str,
    *,
    owners: int = 24,
    walkers: int = 12,
    at_once: int = 8,
    speed: float = 1.0,
    seed: int = 1,
    city: Path = CITY,
    password: str = PASSWORD,
    console: Console | None = None,
) -> None:
    """Plays the city until it is cancelled. `at_once` walks are under way at a time.

    A second run finds its accounts and its unfinished walks and goes on with them.
    """
    described, graph = load_city(city)
    console = console or Console(highlight=False)
    limits = httpx.Limits(max_connections=owners + walkers, max_keepalive_connections=20)
    async with httpx.AsyncClient(base_url=gateway_url, timeout=15, limits=limits) as http:
        admin = AdminClient(Connection(http, admin_email, admin_password))
        await _sign_in(admin)
        world = World(
            city=described,
            graph=graph,
            addresses=Addresses.load(city),
            http=http,
            admin=admin,
            journal=Journal(console),
            stage=Stage(at_once=min(at_once, max(1, walkers - 2)), speed=speed),
            password=password,
            seed=seed,
            speed=speed,
        )
        console.print(_sign_ins(gateway_url, admin_email, admin_password, password))
        settling = asyncio.Semaphore(SETTLING_AT_ONCE)
        async with asyncio.TaskGroup() as tasks:
            for person in _cast(world, owners, walkers):
                tasks.create_task(_live(person, settling))


async def _sign_in(admin: AdminClient) -> None:
    try:
        await admin.connection.sign_in()
    except Unreachable as unreachable:
        raise Failure(f"The platform does not answer ({unreachable}); try ./lapa status") from None
    except Refused as refused:
        raise Failure(
            f"The platform refuses the admin {admin.connection.email}: {refused}. "
            "ADMIN_EMAIL and ADMIN_PASSWORD must be those it was first started with."
        ) from None


def _cast(world: World, owners: int, walkers: int) -> Iterator[Owner | Walker]:
    """Walkers and owners in turn, each walker living near the owner of his number."""
    hired = (Walker(world, people.walker(n), _near(world, n)) for n in range(1, walkers + 1))
    clients = (Owner(world, people.owner(n)) for n in range(1, owners + 1))
    for person in chain.from_iterable(zip_longest(hired, clients)):
        if person:
            yield person


def _near(world: World, number: int) -> tuple[float, float]:
    """A few steps from that owner's door, so that the first walks begin within the first minute."""
    graph = world.graph
    door = graph.nearest(world.home(number))
    return graph.points[max(graph.distances(door, within_m=45))]


async def _live(person: Owner | Walker, settling: asyncio.Semaphore) -> None:
    """A life that survives restarts of the platform, however long they take."""
    journal = person.world.journal
    while True:
        with journal.forgiving(person.person, "settling in"):
            async with settling:
                await person.settle_in()
            await person.live()
        await asyncio.sleep(SETTLE_IN_AGAIN_AFTER_S)


def _sign_ins(gateway_url: str, admin_email: str, admin_password: str, password: str) -> Table:
    table = Table(title=f"Look at {gateway_url} as", title_justify="left", title_style="bold")
    for column in ("who", "e-mail", "password"):
        table.add_column(column)
    table.add_row("an owner", people.owner(1).email, password)
    table.add_row("a walker", people.walker(1).email, password)
    table.add_row("the admin", admin_email, admin_password)
    return table
