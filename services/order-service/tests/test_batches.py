"""Many walks and many walkers at once: matched together, as well as can be."""

import asyncio
import subprocess
import sys
from datetime import timedelta
from itertools import permutations
from typing import Any
from uuid import UUID

import pytest
from factories import KAMPPI, TOOLO, add_order, walker_profile
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from sqlalchemy import func, select

from app.config import settings
from app.models import Offer, Order
from app.models.assignment import Span, assign, rivals, waves
from app.models.offer import OfferState
from app.models.order import OrderStatus
from app.services import batches, matching, pool
from app.services.booking import start_searching
from lapa_contracts.user import BlockAdded, FavoriteAdded
from lapa_contracts.values import Point
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.jobs import Worker

IDS = [UUID(int=number) for number in range(12)]
ORDERS, WALKERS = IDS[:4], IDS[6:11]
SCORES = st.fixed_dictionaries(
    {
        order_id: st.dictionaries(st.sampled_from(WALKERS), st.integers(0, 10_000))
        for order_id in ORDERS
    }
)


def worth(scores: Any, pairs: Any) -> tuple[int, int]:
    """How many have a walker, and how well those do."""
    return len(pairs), sum(scores[order_id][walker_id] for order_id, walker_id in pairs)


# the first call loads SciPy
@examples(deadline=None)
@given(scores=SCORES)
def test_no_other_assignment_is_better(scores: Any) -> None:
    every = (
        [
            (order_id, walker_id)
            for order_id, walker_id in zip(ORDERS, walkers, strict=True)
            if walker_id in scores[order_id]
        ]
        for walkers in permutations([*WALKERS, *IDS[:4]], len(ORDERS))
    )
    best = max(worth(scores, pairs) for pairs in every)

    found = assign(scores)

    assert len(set(found.values())) == len(found)
    assert worth(scores, list(found.items())) == best


@examples(deadline=None)
@given(scores=SCORES, size=st.integers(1, 3))
def test_in_one_batch_nobody_is_asked_twice(scores: Any, size: int) -> None:
    found = waves(scores, size)

    asked = [walker_id for wave in found.values() for walker_id in wave]
    assert len(set(asked)) == len(asked)
    assert all(set(wave) <= set(scores[order_id]) for order_id, wave in found.items())
    first = [(order_id, wave[0]) for order_id, wave in found.items() if wave]
    assert worth(scores, first) == worth(scores, list(assign(scores).items()))


def test_walks_at_different_hours_are_no_rivals() -> None:
    nine = clock.now()
    quarter, half = timedelta(minutes=15), timedelta(minutes=30)

    def span(number: int, starts_at: Any) -> Span:
        return Span(IDS[number], starts_at, starts_at + half)

    spans = [span(0, nine), span(1, nine + half), span(2, nine + 2 * half + quarter)]

    assert rivals(reversed(spans), quarter) == [IDS[:2], [IDS[2]]]
    assert rivals([spans[0], spans[2]], quarter) == [[IDS[0]], [IDS[2]]]
    assert rivals([], quarter) == []


@pytest.fixture
def crowd_of(monkeypatch: Any) -> Any:
    """From so many rivals on, walks are matched together; so many walkers are asked at once."""

    def set_to(batch_from: int, wave_size: int = 3) -> None:
        here = settings.model_copy(update={"batch_from": batch_from, "wave_size": wave_size})
        for module in (pool, matching, batches):
            monkeypatch.setattr(module, "settings", here)

    return set_to


async def search(session: Any, **fields: Any) -> Order:
    order = await add_order(session, OrderStatus.AWAITING_PAYMENT, search_attempt=0, **fields)
    await start_searching(session, order.id)
    await session.commit()
    return order


async def asked(session: Any, *orders: Order) -> list[set[Any]]:
    found: list[set[Any]] = []
    for order in orders:
        statement = select(Offer.walker_id).where(
            Offer.order_id == order.id, Offer.state == OfferState.OPEN
        )
        found.append(set(await session.scalars(statement)))
    return found


async def pass_window(at: Any, run_jobs: Any) -> None:
    at(clock.now() + settings.batch_window)
    await run_jobs()


@pytest.mark.parametrize("together", [False, True])
async def test_two_walks_get_two_walkers_where_one_after_the_other_would_want_the_same(
    session: Any, deliver: Any, at: Any, run_jobs: Any, crowd_of: Any, together: bool
) -> None:
    crowd_of(0 if together else 99, wave_size=1)
    # the first is the nearest to both; the second reaches only one of them
    between = {"lat": KAMPPI["lat"] + 0.002, "lon": KAMPPI["lon"]}
    both = walker_profile(home=Point(**between))
    one = walker_profile(
        home=Point(lat=KAMPPI["lat"] - 0.005, lon=KAMPPI["lon"]), service_radius_m=700
    )
    for walker in (both, one):
        await deliver(walker)

    near_both = await search(session)
    far = await search(session, pickup_lat=TOOLO["lat"], pickup_lon=TOOLO["lon"])
    await pass_window(at, run_jobs)

    greedy = [{both.walker_id}, {both.walker_id}]
    optimal = [{one.walker_id}, {both.walker_id}]
    assert await asked(session, near_both, far) == (optimal if together else greedy)


async def test_a_batch_asks_favourites_first_and_never_a_blocked_one(
    session: Any, deliver: Any, at: Any, run_jobs: Any, crowd_of: Any
) -> None:
    crowd_of(0)
    near, liked, blocked = walker_profile(), walker_profile(home=Point(**TOOLO)), walker_profile()
    for walker in (near, liked, blocked):
        await deliver(walker)
    mine, other = new_id(), new_id()
    await deliver(FavoriteAdded(user_id=mine, other_id=liked.walker_id))
    await deliver(BlockAdded(user_id=other, other_id=blocked.walker_id))

    orders = [await search(session, client_id=client_id) for client_id in (mine, other)]
    assert await asked(session, *orders) == [set(), set()]
    await pass_window(at, run_jobs)

    assert await asked(session, *orders) == [{liked.walker_id}, {near.walker_id}]


async def test_who_found_nobody_in_a_batch_is_looked_after_again(
    session: Any, deliver: Any, at: Any, run_jobs: Any, crowd_of: Any
) -> None:
    crowd_of(0)
    walkers = [walker_profile(), walker_profile()]
    await deliver(walkers[0])
    orders = [await search(session), await search(session)]
    await pass_window(at, run_jobs)
    first = await asked(session, *orders)
    await deliver(walkers[1])

    at(clock.now() + matching.LOOK_AGAIN_AFTER)
    await run_jobs()
    await pass_window(at, run_jobs)

    assert sorted(map(len, first)) == [0, 1]
    assert sorted(map(len, await asked(session, *orders))) == [1, 1]
    assert set.union(*await asked(session, *orders)) == {one.walker_id for one in walkers}


@pytest.mark.committed
async def test_two_batches_at_once_ask_nobody_twice(
    session: Any, deliver: Any, app: Any, sessions: Any, crowd_of: Any
) -> None:
    crowd_of(0)
    for step in range(8):
        home = Point(lat=KAMPPI["lat"] + step * 0.001, lon=KAMPPI["lon"])
        await deliver(walker_profile(home=home))
    orders = [await search(session) for _ in range(12)]
    worker = Worker(sessions, app.state.clients, app.state.settings)

    await asyncio.gather(*(batches.match_batch(worker) for _ in range(3)))

    offers = list(await session.scalars(select(Offer)))
    assert len({offer.walker_id for offer in offers}) == len(offers) == 8
    assert len({offer.order_id for offer in offers}) == 8
    pooled = select(func.count()).select_from(Order).where(Order.pooled_at.is_not(None))
    assert await session.scalar(pooled) == 0
    assert len(orders) == 12


def test_a_service_that_has_met_no_crowd_has_not_loaded_scipy() -> None:
    code = "import main, sys; sys.exit('scipy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
