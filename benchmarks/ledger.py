"""Transfers a second, beside `pgbench -N` on the same PostgreSQL; every commit waits for the disk.

The ledger's own figures are taken on a database of their own, by the writer that serves wallet requests: journal,
postings, balances, the proofs, the event's outbox row. Then over HTTP, by the payment-service of the platform.
"""

import asyncio
import os
import re
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from itertools import count, cycle
from pathlib import Path
from statistics import median
from typing import Any
from uuid import UUID

import asyncpg
import httpx
import orjson
import uvloop
from rich.console import Console
from rich.table import Table

from benchmarks._load import load_posts
from lapa_cli import native
from lapa_kit.testing.identity import bearer

SERVICE = Path(__file__).resolve().parents[1] / "services" / "payment-service"
DATABASE, PEER_DATABASE = "lapa_bench_ledger", "lapa_bench_peer"
PEOPLE = 10_000
SECONDS, ROUNDS = 4.0, 3
CLIENTS, IN_FLIGHT, CONNECTIONS, SENDERS = 8, 256, 64, 128
WANTED = {
    f"one to another, {CLIENTS} clients": 1.2,
    f"all to one platform account, {CLIENTS} clients": 1.0,
    f"all to one platform account, {IN_FLIGHT} in flight": 5.0,
    f"over HTTP, {CONNECTIONS} connections": 0.5,
}

Send = Callable[[], Awaitable[None]]


class Pgbench:
    """TPC-B-like transactions without the two hot tables: three statements on one big table, one insert."""

    def __init__(self) -> None:
        found = native.find()
        assert found, "the platform of this run was started with it"
        self.program = found.postgres.bin / "pgbench"
        self.environment = {
            **found.postgres.environment,
            "PGHOST": os.environ["POSTGRES_HOST"],
            "PGPORT": os.environ["POSTGRES_PORT"],
            "PGUSER": os.environ["POSTGRES_USER"],
            "PGPASSWORD": os.environ.get("POSTGRES_PASSWORD", ""),
            "PGDATABASE": PEER_DATABASE,
        }

    def run(self, *options: str) -> str:
        command = [str(self.program), *options]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    def rate(self) -> float:
        said = self.run(
            "-n", "-N", "-c", str(CLIENTS), "-j", "2", "-M", "prepared", "-T", str(int(SECONDS))
        )
        found = re.search(r"tps = ([\d.]+)", said)
        assert found, said
        return float(found[1])


async def rate_of(send: Send, *, at_once: int) -> float:
    """Each sends again as soon as it has its answer."""
    done, ends = 0, time.perf_counter() + SECONDS

    async def client() -> None:
        nonlocal done
        while time.perf_counter() < ends:
            await send()
            done += 1

    began = time.perf_counter()
    await asyncio.gather(*(client() for _ in range(at_once)))
    return done / (time.perf_counter() - began)


async def make_databases() -> None:
    options: dict[str, Any] = {
        "host": os.environ["POSTGRES_HOST"],
        "port": os.environ["POSTGRES_PORT"],
        "user": os.environ["POSTGRES_USER"],
        "password": os.environ.get("POSTGRES_PASSWORD") or None,
    }
    admin = await asyncpg.connect(database="postgres", **options)
    assert await admin.fetchval("show synchronous_commit") == "on"
    assert await admin.fetchval("show fsync") == "on"
    for name in (DATABASE, PEER_DATABASE):
        await admin.execute(f"drop database if exists {name} with (force)")
        await admin.execute(f"create database {name}")
    await admin.close()


def migrate() -> None:
    for arguments in (["--prepare", "payments"], []):
        subprocess.run(
            [sys.executable, "-m", "lapa_kit.migrate", *arguments],
            cwd=SERVICE,
            env={**os.environ, "POSTGRES_DB": DATABASE},
            check=True,
        )


class Books:
    """The payment-service's own writer on a database that nobody else uses."""

    def __init__(self) -> None:
        os.environ["POSTGRES_DB"] = DATABASE
        sys.path.insert(0, str(SERVICE))
        from sqlalchemy.ext.asyncio import async_sessionmaker

        from app.config import settings
        from app.models.ledger import Line, external, platform, wallet
        from app.queries.movements import Movement, Writer
        from lapa_contracts.payment import TransferMade
        from lapa_kit.db import create_engine
        from lapa_kit.ids import new_id

        self.Line, self.Movement, self.TransferMade, self.new_id = (
            Line,
            Movement,
            TransferMade,
            new_id,
        )
        self.wallet, self.outside = wallet, external("sandbox", "EUR")
        self.hot = platform("commission", "EUR")
        self.engine = create_engine(settings)
        self.sessions = async_sessionmaker(self.engine, expire_on_commit=False)
        self.writer = Writer(self.sessions)
        self.people = [new_id() for _ in range(PEOPLE)]
        self.turn = count()

    async def fund(self) -> None:
        from app.queries.ledger import open_accounts, post

        for start in range(0, PEOPLE, 500):
            some = self.people[start : start + 500]
            names = [self.wallet(person, "EUR") for person in some]
            async with self.sessions.begin() as session:
                await open_accounts(session, [*names, self.hot])
                lines = [self.Line(name, 10_000_000) for name in names]
                lines.append(self.Line(self.outside, -10_000_000 * len(some)))
                await post(session, key=f"fund:{start}", kind="topup", lines=lines)

    def _person(self) -> UUID:
        return self.people[next(self.turn) * 7919 % PEOPLE]

    async def send(self) -> None:
        await self._move(self._person(), None)

    async def send_to_the_platform(self) -> None:
        await self._move(self._person(), self.hot)

    async def _move(self, sender: UUID, to: Any) -> None:
        transfer_id, receiver = self.new_id(), self._person()
        movement = self.Movement(
            key=f"transfer:{transfer_id}",
            kind="transfer",
            lines=(
                self.Line(self.wallet(sender, "EUR"), -5),
                self.Line(to or self.wallet(receiver, "EUR"), 5),
            ),
            ref=transfer_id,
            event=self.TransferMade(
                transfer_id=transfer_id,
                from_user_id=sender,
                to_user_id=receiver,
                amount=5,
                currency="EUR",
            ),
        )
        assert await self.writer.post(movement), "nothing here is uncertain"

    async def check(self) -> None:
        from app.queries.audit import audit

        async with self.sessions.begin() as session:
            assert await audit(session) == []
        await self.engine.dispose()


async def over_http() -> Callable[[], Awaitable[float]]:
    """Wallets of the running platform, filled over its API; what measures a round of transfers between them."""
    url = os.environ["PAYMENT_SERVICE_URL"]
    people = [UUID(int=0xBE7C << 64 | n) for n in range(SENDERS)]
    tokens = [bearer(person) for person in people]
    money = {"amount": 1_000_000, "currency": "EUR", "provider": "sandbox"}
    async with httpx.AsyncClient(base_url=url, timeout=60) as http:
        for token in tokens:
            paid = await http.post(
                "/api/v1/wallets/me/topups",
                json={**money, "payment_token": "tok_success"},
                headers=token,
            )
            paid.raise_for_status()
    path = f"{url}/api/v1/wallets/transfers"
    requests: Iterator[tuple[bytes, dict[str, str]]] = cycle(
        (
            orjson.dumps({"to_user_id": people[n - 1], "amount": 5, "currency": "EUR"}),
            tokens[n],
        )
        for n in range(SENDERS)
    )

    async def one_round() -> float:
        measured = await load_posts(
            path, requests, connections=CONNECTIONS, seconds=SECONDS, status=201
        )
        return measured.rate

    return one_round


async def measure() -> tuple[list[float], dict[str, list[float]]]:
    """In turns, so that a noisy minute hits all of them."""
    pgbench, books = Pgbench(), Books()
    await make_databases()
    await asyncio.to_thread(migrate)
    await asyncio.to_thread(pgbench.run, "-i", "-q", "-s", "10")
    await books.fund()
    http = await over_http()
    one, hot, many, wire = WANTED
    peer: list[float] = []
    ours: dict[str, list[float]] = {name: [] for name in WANTED}
    for _ in range(ROUNDS):
        peer.append(await asyncio.to_thread(pgbench.rate))
        ours[one].append(await rate_of(books.send, at_once=CLIENTS))
        ours[hot].append(await rate_of(books.send_to_the_platform, at_once=CLIENTS))
        ours[many].append(await rate_of(books.send_to_the_platform, at_once=IN_FLIGHT))
        ours[wire].append(await http())
    await books.check()
    return peer, ours


def main() -> None:
    peer, ours = uvloop.run(measure())
    table = Table(title=f"transfers a second, synchronous_commit on; medians of {ROUNDS} rounds")
    for column in ("what", "a second", "of pgbench -N", "wanted"):
        table.add_column(column, justify="left" if column == "what" else "right")
    table.add_row(f"pgbench -N, {CLIENTS} clients", f"{median(peer):.0f}", "1.00", "")
    for name, rates in ours.items():
        ratio = median(rates) / median(peer)
        table.add_row(name, f"{median(rates):.0f}", f"{ratio:.2f}", f"{WANTED[name]:.1f}")
    console = Console()
    console.print(table)
    console.print("The auditor has recomputed all of it from the postings and found no fault.")


if __name__ == "__main__":
    main()
