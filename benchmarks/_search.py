"""The search for walkers among many, beside the bare index: the nearest twenty within three kilometres."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
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
ROUNDS = 400
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
    CASE WHEN random() < 0.8 THEN '{small,medium,large}'::varchar[] ELSE '{small}'::varchar[] END,
    '{dog,cat}', random() < 0.9, random() < 0.7, random() < 0.2, 1 + (random() * 3)::int, 10000,
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
SELECT walker_id, home <-> ST_MakePoint(:lon, :lat)::geography AS distance FROM walkers
WHERE verification = 'approved' AND NOT is_suspended
    AND ST_DWithin(home, ST_MakePoint(:lon, :lat)::geography, :radius)
ORDER BY home <-> ST_MakePoint(:lon, :lat)::geography LIMIT :wanted
"""


@dataclass(frozen=True)
class Measured:
    """Milliseconds of each search, in the order of the rounds."""

    bare: list[float]
    ahead: list[float]
    now: list[float]


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


async def measure() -> dict[int, Measured]:
    await make_database()
    os.environ["POSTGRES_DB"] = DATABASE
    sys.path.insert(0, str(SERVICE))
    from sqlalchemy import text
    from sqlalchemy.ext.asyncio import async_sessionmaker

    from app.config import settings
    from app.models.needs import Needs
    from app.queries.walkers import Wanted, find_walkers
    from lapa_kit import clock
    from lapa_kit.db import create_engine

    now = clock.now()
    noon = (now + timedelta(days=1)).replace(hour=10, minute=0, second=0, microsecond=0)
    wanted = Wanted(
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
    at_once = replace(wanted, starts_at=now, ends_at=now + timedelta(minutes=30), is_asap=True)
    engine = create_engine(settings)
    sessions = async_sessionmaker(engine, expire_on_commit=False)
    bare_search = text(BARE)
    measured: dict[int, Measured] = {}
    known = 0
    for count in COUNTS:
        await fill(known, count, now, noon)
        known = count
        random = Random(count)
        result = Measured([], [], [])
        for turn in range(-20, ROUNDS):
            lat = LAT + random.uniform(-0.8, 0.8) * HALF_LAT
            lon = LON + random.uniform(-0.8, 0.8) * HALF_LON

            async def bare(lat: float = lat, lon: float = lon) -> int:
                place = {"lat": lat, "lon": lon, "radius": RADIUS_M, "wanted": WANTED}
                async with sessions() as session:
                    return len((await session.execute(bare_search, place)).all())

            async def search(wish: Any, lat: float = lat, lon: float = lon) -> int:
                async with sessions() as session:
                    there = replace(wish, lat=lat, lon=lon)
                    return len(await find_walkers(session, there, now, limit=WANTED))

            timings = [
                await timed(bare),
                await timed(lambda search=search: search(wanted)),
                await timed(lambda search=search: search(at_once)),
            ]
            if turn >= 0:
                for series, ms in zip(
                    (result.bare, result.ahead, result.now), timings, strict=True
                ):
                    series.append(ms)
        measured[count] = result
    await engine.dispose()
    return measured


async def timed(search: Callable[[], Awaitable[int]]) -> float:
    began = time.perf_counter()
    await search()
    return 1000 * (time.perf_counter() - began)


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def report(measured: dict[int, Measured], console: Console) -> None:
    table = Table(title=f"nearest {WANTED} within {RADIUS_M // 1000} km, every filter on, ms")
    for column in ("walkers", "search", "p50", "p99", "p99 of the bare index", "wanted at most"):
        table.add_column(column, justify="left" if column == "search" else "right")
    for count, result in measured.items():
        base = percentile(result.bare, 0.99)
        rows = (("bare index", result.bare), ("ahead", result.ahead), ("now", result.now))
        for name, values in rows:
            p50, p99 = percentile(values, 0.5), percentile(values, 0.99)
            limit = "" if name == "bare index" else f"{AT_MOST}"
            table.add_row(
                f"{count:,}", name, f"{p50:.1f}", f"{p99:.1f}", f"{p99 / base:.2f}", limit
            )
    console.print(table)
