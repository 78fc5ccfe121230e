"""The search for walkers among many, beside the bare index: the nearest twenty within three kilometres."""

import asyncio
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Awaitable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import asyncpg
from rich.console import Console
from rich.table import Table

SERVICE = Path(__file__).resolve().parents[1] / "services" / "order-service"
DATABASE = "lapa_bench_search"
COUNTS = (100_000, 1_000_000)
RADIUS_M, WANTED = 3_000, 20
ROUNDS, WARM_UP = 400, 20
AT_MOST = 1.5
# a region of about 110 km by 110 km
LAT, LON, HALF_LAT, HALF_LON = 60.17, 24.94, 0.5, 1.0
SEARCHER = UUID(int=0x5EA)

# one in ten is not bookable, three in ten are offline, work mornings only or do not take the dogs, one in five is booked
FILL = """
INSERT INTO walkers (walker_id, verification, verified_until, is_suspended, online, home, service_radius_m,
    accepted_sizes, accepted_species, takes_puppies, takes_reactive, instant_book, max_dogs, rate_bp,
    availability, min_notice_minutes, live, live_at, version, rating_sum, rating_count, completed_walks,
    late_cancellations, reputation_version)
SELECT lpad(to_hex(n), 32, '0')::uuid,
    CASE WHEN dice < 0.9 THEN 'approved' ELSE 'pending' END,
    $1::timestamptz + interval '1 year', dice > 0.98, random() < 0.7,
    point, 1000 + (random() * 9000)::int,
    CASE WHEN random() < 0.8 THEN ARRAY['small', 'medium', 'large']::varchar[] ELSE ARRAY['small']::varchar[] END,
    ARRAY['dog', 'cat'], random() < 0.9, random() < 0.7, random() < 0.2, 1 + (random() * 3)::int, 10000,
    jsonb_build_object('timezone', 'Europe/Helsinki', 'exceptions', '[]'::jsonb, 'weekly', (
        SELECT jsonb_agg(jsonb_build_object('weekday', day, 'start', '08:00', 'end',
            CASE WHEN n % 10 < 7 THEN '20:00' ELSE '11:00' END)) FROM generate_series(0, 6) day)),
    0, CASE WHEN dice < 0.3 THEN point END, CASE WHEN dice < 0.3 THEN $1::timestamptz END, 1,
    (4 * (n % 50))::int, (n % 50)::int, (n % 200)::int, (n % 7)::int, 0
FROM (
    SELECT n, random() AS dice, ST_MakePoint(
        {lon} + (random() * 2 - 1) * {half_lon}, {lat} + (random() * 2 - 1) * {half_lat}
    )::geography AS point
    FROM generate_series($2::bigint, $3::bigint) n
) AS drawn
"""
BOOK = """
INSERT INTO slots (id, walker_id, order_id, during, state, created_at, updated_at)
SELECT gen_random_uuid(), walker_id, gen_random_uuid(),
    tstzrange($1::timestamptz - interval '1 hour', $1::timestamptz + interval '1 hour'), 'confirmed', $1, $1
FROM walkers WHERE version = 1 AND random() < 0.2
"""
MEET = """
INSERT INTO pairings (user_id, other_id, kind)
SELECT $1, walker_id, CASE WHEN random() < 0.9 THEN 'block' ELSE 'favorite' END
FROM walkers ORDER BY random() LIMIT 100
"""
BARE = """
SELECT walker_id, home <-> ST_MakePoint($1, $2)::geography AS distance FROM walkers
WHERE verification = 'approved' AND NOT is_suspended
    AND ST_DWithin(home, ST_MakePoint($1, $2)::geography, $3)
ORDER BY home <-> ST_MakePoint($1, $2)::geography LIMIT $4
"""

# milliseconds of each round, by what was measured
Series = dict[str, list[float]]
BASE = "bare index"


def options() -> dict[str, Any]:
    return {
        "host": os.environ["POSTGRES_HOST"],
        "port": os.environ["POSTGRES_PORT"],
        "user": os.environ["POSTGRES_USER"],
        "password": os.environ.get("POSTGRES_PASSWORD") or None,
    }


async def make_database() -> None:
    admin = await asyncpg.connect(database="postgres", **options())
    await admin.execute(f"drop database if exists {DATABASE} with (force)")
    await admin.execute(f"create database {DATABASE}")
    await admin.close()
    for arguments in (["--prepare", "orders"], []):
        await asyncio.to_thread(
            subprocess.run,
            [sys.executable, "-m", "lapa_kit.migrate", *arguments],
            cwd=SERVICE,
            env={**os.environ, "POSTGRES_DB": DATABASE},
            check=True,
            stdout=subprocess.DEVNULL,
        )


async def fill(known: int, count: int, now: datetime, noon: datetime) -> None:
    """So many walkers, a fifth of them booked at noon; a hundred whom the searcher has blocked or likes."""
    connection = await asyncpg.connect(database=DATABASE, **options())
    # the orders of these bookings are not there
    await connection.execute(
        "SET search_path = orders, public; SET session_replication_role = replica"
    )
    place = {"lat": LAT, "lon": LON, "half_lat": HALF_LAT, "half_lon": HALF_LON}
    await connection.execute(FILL.format(**place), now, known + 1, count)
    await connection.execute("TRUNCATE slots, pairings")
    await connection.execute(BOOK, noon)
    await connection.execute(MEET, SEARCHER)
    await connection.execute("VACUUM ANALYZE walkers")
    await connection.execute("ANALYZE slots, pairings")
    await connection.close()


class Search:
    """The service's own search: the whole call, and its statements alone, by the driver that asks the bare index."""

    def __init__(self, now: datetime, noon: datetime) -> None:
        os.environ["POSTGRES_DB"] = DATABASE
        sys.path.insert(0, str(SERVICE))
        from sqlalchemy import event
        from sqlalchemy.ext.asyncio import async_sessionmaker

        from app.config import settings
        from app.models.needs import Needs
        from app.queries.walkers import Wanted, find_walkers
        from lapa_kit.db import create_engine

        self.now, self.find_walkers = now, find_walkers
        self.ahead = Wanted(
            lat=LAT,
            lon=LON,
            starts_at=noon,
            ends_at=noon + timedelta(minutes=30),
            is_asap=False,
            sizes=frozenset({"medium"}),
            dogs=1,
            radius_m=RADIUS_M,
            needs=Needs(frozenset({"dog"}), has_puppy=True, has_reactive=True),
            searcher_id=SEARCHER,
            min_rating_x100=350,
        )
        self.at_once = replace(
            self.ahead, starts_at=now, ends_at=now + timedelta(minutes=30), is_asap=True
        )
        self.engine = create_engine(settings)
        self.sessions = async_sessionmaker(self.engine, expire_on_commit=False)
        self.said: list[tuple[str, Any]] = []
        event.listen(self.engine.sync_engine, "before_cursor_execute", self._hear)

    def _hear(self, _: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        self.said.append((statement, parameters))

    async def find(self, wanted: Any) -> int:
        self.said.clear()
        async with self.sessions() as session:
            return len(await self.find_walkers(session, wanted, self.now, limit=WANTED))


async def measure() -> dict[int, Series]:
    await make_database()
    now = datetime.now(UTC)
    noon = (now + timedelta(days=1)).replace(hour=10, minute=0, second=0, microsecond=0)
    search = Search(now, noon)
    measured: dict[int, Series] = {}
    known = 0
    for count in COUNTS:
        await fill(known, count, now, noon)
        known = count
        measured[count] = await in_turns(search, Random(count))
    await search.engine.dispose()
    return measured


async def in_turns(search: Search, random: Random) -> Series:
    """Each round asks about another place, in every way, so that a noisy minute hits all of them."""
    driver = await asyncpg.connect(database=DATABASE, **options())
    await driver.execute("SET search_path = orders, public; SET jit = off")
    series: Series = defaultdict(list)
    for turn in range(-WARM_UP, ROUNDS):
        lat = LAT + random.uniform(-0.8, 0.8) * HALF_LAT
        lon = LON + random.uniform(-0.8, 0.8) * HALF_LON
        taken = {BASE: await timed(driver.fetch(BARE, lon, lat, RADIUS_M, WANTED))}
        for name, wanted in (("ahead", search.ahead), ("now", search.at_once)):
            there = replace(wanted, lat=lat, lon=lon)
            taken[f"{name}, the whole call"] = await timed(search.find(there))
            statements = [
                await timed(driver.fetch(statement, *parameters))
                for statement, parameters in list(search.said)
            ]
            taken[f"{name}, its {len(statements)} statements"] = sum(statements)
        if turn >= 0:
            for name, ms in taken.items():
                series[name].append(ms)
    await driver.close()
    return series


async def timed(asked: Awaitable[Any]) -> float:
    began = time.perf_counter()
    await asked
    return 1000 * (time.perf_counter() - began)


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def report(measured: dict[int, Series], console: Console) -> None:
    table = Table(title=f"nearest {WANTED} within {RADIUS_M // 1000} km, every filter on, ms")
    for column in ("walkers", "search", "p50", "p99", "p99 of the bare index", "wanted at most"):
        table.add_column(column, justify="left" if column == "search" else "right")
    for count, series in measured.items():
        base = percentile(series[BASE], 0.99)
        for name, values in series.items():
            p50, p99 = percentile(values, 0.5), percentile(values, 0.99)
            limit = f"{AT_MOST}" if "statements" in name else ""
            row = (f"{count:,}", name, f"{p50:.1f}", f"{p99:.1f}", f"{p99 / base:.2f}", limit)
            table.add_row(*row)
    console.print(table)
