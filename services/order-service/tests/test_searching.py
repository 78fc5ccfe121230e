"""The search index against the plain meaning of its words, over random worlds."""

from datetime import UTC, date, datetime, time, timedelta
from math import asin, cos, radians, sin, sqrt
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from factories import KAMPPI, add_order, add_quote, walker_profile
from geoalchemy2 import WKTElement
from shapely.geometry import Point, Polygon

from app.models import Pairing, Walker
from app.models.availability import is_available
from app.models.needs import Needs
from app.models.order import OrderStatus
from app.models.slot import SlotState
from app.queries.slots import take_slot
from app.queries.walkers import Wanted, find_walkers
from lapa_kit import clock
from lapa_kit.ids import new_id

MONDAY = datetime(2027, 3, 1, 6, tzinfo=UTC)
SIZES = ["small", "medium", "large", "giant"]
ZONES = ["Europe/Helsinki", "Europe/Lisbon", "Asia/Tokyo"]


def metres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two (lat, lon)."""
    (lat1, lon1), (lat2, lon2) = [tuple(map(radians, point)) for point in (a, b)]
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6_371_000 * asin(sqrt(h))


def somewhere(random: Random, spread: float = 0.05) -> tuple[float, float]:
    return (
        KAMPPI["lat"] + random.uniform(-spread, spread),
        KAMPPI["lon"] + random.uniform(-spread, spread) * 2,
    )


def square(random: Random) -> Polygon:
    """About a place, with a hole in it."""
    lat, lon = somewhere(random)
    size, hole = random.uniform(0.02, 0.08), random.uniform(0.005, 0.015)

    def ring(half: float) -> list[tuple[float, float]]:
        corners = [(-half, -half), (half, -half), (half, half), (-half, half)]
        return [(lon + x, lat + y) for x, y in corners]

    return Polygon(ring(size), [ring(hole)])


def hours(random: Random) -> dict[str, Any]:
    weekly = [
        {"weekday": day, "start": f"{random.randrange(0, 12):02}:00", "end": end}
        for day in range(7)
        for end in random.sample(["13:00", "18:00", "22:00", "00:00"], random.choice([0, 1, 2]))
    ]
    off = {"date": "2027-03-02", "available": False, "start": None, "end": None}
    lunch = {"date": "2027-03-03", "available": False, "start": "12:00", "end": "14:00"}
    return {
        "timezone": random.choice(ZONES),
        "weekly": weekly,
        "exceptions": random.sample([off, lunch], random.choice([0, 1, 2])),
    }


class Someone:
    """A walker of the random world, in plain values and as a row."""

    def __init__(self, random: Random) -> None:
        self.id, self.home = new_id(), somewhere(random)
        self.area = square(random) if random.random() < 0.4 else None
        self.live = somewhere(random, 0.2)
        self.live_age = timedelta(minutes=random.choice([1, 4, 6, 60]))
        self.facts: dict[str, Any] = {
            "verification": random.choice(["approved"] * 8 + ["pending", "expired"]),
            "verified_until": MONDAY + timedelta(days=random.choice([-1, 1, 300, 300, 300])),
            "is_suspended": random.random() < 0.1,
            "online": random.random() < 0.7,
            "service_radius_m": random.choice([1000, 3000, 8000]),
            "accepted_sizes": random.sample(SIZES, random.choice([2, 3, 4, 4])),
            "accepted_species": random.choice([["dog"], ["dog", "cat"], ["cat"]]),
            "takes_puppies": random.random() < 0.7,
            "takes_reactive": random.random() < 0.7,
            "max_dogs": random.choice([1, 2, 4]),
            "availability": hours(random),
            "min_notice_minutes": random.choice([0, 0, 120, 3000]),
            "rating_sum": (stars := random.randrange(0, 50)),
            "rating_count": stars // 4,
        }
        self.busy: list[tuple[datetime, datetime]] = []
        self.is_blocked = random.random() < 0.1

    def row(self) -> Walker:
        def point(place: tuple[float, float]) -> WKTElement:
            return WKTElement(f"POINT({place[1]} {place[0]})", srid=4326)

        area = None
        if self.area:
            area = WKTElement(f"MULTI{self.area.wkt}".replace("((", "(((", 1) + ")", srid=4326)
        return Walker(
            walker_id=self.id,
            home=point(self.home),
            area=area,
            live=point(self.live),
            live_at=MONDAY - self.live_age,
            rate_bp=10_000,
            completed_walks=0,
            late_cancellations=0,
            reputation_version=0,
            version=1,
            **self.facts,
        )

    def can_take(self, wanted: Wanted) -> bool | None:
        """What the words mean; None where a distance is too near a border to say."""
        facts, place = self.facts, (wanted.lat, wanted.lon)
        far = metres(self.home, place)
        limits = [wanted.radius_m] + ([facts["service_radius_m"]] if not self.area else [])
        is_fresh = wanted.is_asap and self.live_age < timedelta(minutes=5)
        away = metres(self.live, place) if is_fresh else 0
        if any(abs(far / limit - 1) < 0.01 for limit in limits):
            return None
        if abs(away / wanted.radius_m - 1) < 0.01:
            return None
        buffer = timedelta(minutes=15)
        return all(
            (
                facts["verification"] == "approved",
                facts["verified_until"] > wanted.ends_at,
                not facts["is_suspended"],
                not self.is_blocked,
                far < min(limits),
                away < wanted.radius_m,
                self.area is None or self.area.contains(Point(wanted.lon, wanted.lat)),
                wanted.sizes <= set(facts["accepted_sizes"]),
                wanted.needs.species <= set(facts["accepted_species"]),
                facts["takes_puppies"] or not wanted.needs.has_puppy,
                facts["takes_reactive"] or not wanted.needs.has_reactive,
                facts["max_dogs"] >= wanted.dogs,
                not wanted.min_rating_x100
                or facts["rating_sum"] * 100 >= facts["rating_count"] * wanted.min_rating_x100 > 0,
                all(
                    wanted.ends_at + buffer <= begins or ends + buffer <= wanted.starts_at
                    for begins, ends in self.busy
                ),
                facts["online"] if wanted.is_asap else self.has_time(wanted),
            )
        )

    def has_time(self, wanted: Wanted) -> bool:
        """Each minute of the walk is one he works."""
        notice = timedelta(minutes=self.facts["min_notice_minutes"])
        if wanted.starts_at < MONDAY + notice:
            return False
        zone, moment = ZoneInfo(self.facts["availability"]["timezone"]), wanted.starts_at
        while moment < wanted.ends_at:
            local = moment.astimezone(zone)
            if not self.works(local.date(), local.time()):
                return False
            moment += timedelta(minutes=15)
        return True

    def works(self, day: date, at: time) -> bool:
        def covers(rule: dict[str, Any]) -> bool:
            begins = time.fromisoformat(rule["start"] or "00:00")
            ends = time.fromisoformat(rule["end"] or "00:00")
            return begins <= at and (at < ends or ends == time(0))

        plan = self.facts["availability"]
        off = [e for e in plan["exceptions"] if e["date"] == day.isoformat()]
        weekly = [rule for rule in plan["weekly"] if rule["weekday"] == day.weekday()]
        return any(map(covers, weekly)) and not any(map(covers, off))


def random_wish(random: Random, searcher_id: Any) -> Wanted:
    is_asap = random.random() < 0.4
    starts_at = MONDAY if is_asap else MONDAY + timedelta(minutes=15 * random.randrange(1, 300))
    lat, lon = somewhere(random, 0.02)
    return Wanted(
        lat=lat,
        lon=lon,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=15 * random.randrange(1, 12)),
        is_asap=is_asap,
        sizes=frozenset(random.sample(SIZES, random.choice([0, 1, 1, 2]))),
        dogs=random.choice([1, 1, 2]),
        radius_m=random.choice([2000, 6000, 20_000]),
        needs=Needs(
            species=frozenset(["dog"]),
            has_puppy=random.random() < 0.2,
            has_reactive=random.random() < 0.2,
        ),
        searcher_id=searcher_id,
        min_rating_x100=random.choice([0, 0, 0, 410]),
    )


@pytest.mark.parametrize("seed", range(3))
async def test_the_search_finds_exactly_those_who_fit(session: Any, at: Any, seed: int) -> None:
    at(MONDAY)
    random, me = Random(seed), new_id()
    world = {someone.id: someone for someone in (Someone(random) for _ in range(120))}
    session.add_all(someone.row() for someone in world.values())
    for someone in world.values():
        if someone.is_blocked:
            pair = random.sample([me, someone.id], 2)
            session.add(Pairing(user_id=pair[0], other_id=pair[1], kind="block"))
    await session.commit()
    for someone in random.sample(list(world.values()), 40):
        begins = MONDAY + timedelta(minutes=15 * random.randrange(0, 100))
        order = await add_order(session, OrderStatus.ASSIGNED, scheduled_at=begins)
        await take_slot(session, order, someone.id, SlotState.CONFIRMED)
        someone.busy.append((begins, begins + timedelta(minutes=30)))

    hits = 0
    for _ in range(60):
        wanted = random_wish(random, me)
        found = [
            one.walker.walker_id for one in await find_walkers(session, wanted, MONDAY, limit=500)
        ]
        verdicts = {one.id: one.can_take(wanted) for one in world.values()}
        unsure = {walker_id for walker_id, verdict in verdicts.items() if verdict is None}
        assert set(found) - unsure == {walker_id for walker_id, fits in verdicts.items() if fits}
        assert len(found) == len(set(found))
        hits += len(found)
    assert hits > 100


async def test_every_hit_can_be_booked(client: Any, session: Any, as_user: Any, at: Any) -> None:
    at(MONDAY)
    random = Random(11)
    session.add_all(Someone(random).row() for _ in range(250))
    await session.commit()
    starts_at = MONDAY + timedelta(hours=6)
    wanted = Wanted(
        lat=KAMPPI["lat"],
        lon=KAMPPI["lon"],
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=30),
        is_asap=False,
        sizes=frozenset(["medium"]),
        dogs=1,
        radius_m=20_000,
        needs=Needs(species=frozenset(["dog"])),
    )
    found = await find_walkers(session, wanted, MONDAY, limit=500)
    assert len(found) >= 5

    for one in found:
        quote = await add_quote(session, scheduled_at=starts_at, is_asap=False)
        body = {"quote_id": str(quote.id), "walker_id": str(one.walker.walker_id)}
        booked = await client.post("/api/v1/orders", json=body, headers=as_user(quote.client_id))
        assert booked.status_code == 201, booked.text
    assert await find_walkers(session, wanted, MONDAY, limit=500) == []


async def test_who_has_hours_is_found_behind_many_who_have_none(session: Any, deliver: Any) -> None:
    busy = {"timezone": "Europe/Helsinki", "weekly": [], "exceptions": []}
    for _ in range(110):
        await deliver(walker_profile(availability=busy))
    free = walker_profile()
    await deliver(free)
    starts_at = clock.now() + timedelta(days=1)
    wanted = Wanted(
        lat=KAMPPI["lat"],
        lon=KAMPPI["lon"],
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=30),
        is_asap=False,
        sizes=frozenset(),
        dogs=1,
        radius_m=5000,
    )
    found = await find_walkers(session, wanted, clock.now(), limit=1)
    assert [one.walker.walker_id for one in found] == [free.walker_id]


def test_hours_that_meet_at_midnight_cover_a_walk_over_it() -> None:
    def rule(weekday: int, start: str, end: str) -> dict[str, Any]:
        return {"weekday": weekday, "start": start, "end": end}

    evening, morning = rule(0, "18:00", "00:00"), rule(1, "00:00", "08:00")
    begins = datetime(2027, 3, 1, 21, 30, tzinfo=UTC)  # 23:30 in Helsinki
    ends = begins + timedelta(hours=1)

    def covered(*weekly: dict[str, Any]) -> bool:
        plan = {"timezone": "Europe/Helsinki", "weekly": list(weekly), "exceptions": []}
        return is_available(plan, begins, ends)

    assert covered(evening, morning)
    assert not covered(evening)
    assert not covered(morning)
