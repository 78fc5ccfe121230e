"""Comparing walkers for a walk, and asking them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.offer import Offer, OfferState
from app.models.order import Order
from app.models.ranking import Standing, factors_of, score_of
from app.queries.walkers import Found, count_walks
from app.services.telling import tell
from lapa_contracts.order import OfferMade
from lapa_kit.ids import new_id


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who can be booked, and how he compares."""

    found: Found
    factors: dict[str, int]
    score: int

    @property
    def walker_id(self) -> UUID:
        return self.found.walker.walker_id


async def weigh(session: AsyncSession, order: Order, found: Sequence[Found]) -> list[Candidate]:
    """Each with his score, in the same order."""
    walkers = [one.walker for one in found]
    ids = [walker.walker_id for walker in walkers]
    walks = await count_walks(session, ids, order.client_id, order.scheduled_at) if ids else {}
    weighed: list[Candidate] = []
    for one in found:
        together, of_week = walks.get(one.walker.walker_id, (0, 0))
        factors = factors_of(
            Standing(
                distance_m=one.distance_m,
                rating_sum=one.walker.rating_sum,
                rating_count=one.walker.rating_count,
                completed_walks=one.walker.completed_walks,
                late_cancellations=one.walker.late_cancellations,
                walks_together=together,
                walks_of_week=of_week,
            )
        )
        weighed.append(Candidate(one, factors, score_of(factors)))
    return weighed


def make_offers(
    session: AsyncSession,
    order: Order,
    chosen: Sequence[Candidate],
    expires_at: datetime,
    *,
    as_substitute: bool = False,
) -> None:
    """One wave; nobody chosen is none."""
    if chosen:
        order.wave += 1
    for candidate in chosen:
        offer = _offer(order, candidate, expires_at, as_substitute=as_substitute)
        session.add(offer)
        tell(
            session,
            order,
            OfferMade,
            offered_to=offer.walker_id,
            offer_id=offer.id,
            wave=offer.wave,
            earnings=offer.earnings,
            expires_at=expires_at,
        )


def record_instant(
    session: AsyncSession, order: Order, candidate: Candidate, now: datetime
) -> None:
    """He need not be asked: that he has the walk is kept as an offer that he has accepted."""
    order.wave += 1
    offer = _offer(order, candidate, now, as_substitute=False)
    offer.close(OfferState.ACCEPTED, now)
    session.add(offer)


def _offer(
    order: Order, candidate: Candidate, expires_at: datetime, *, as_substitute: bool
) -> Offer:
    return Offer(
        id=new_id(),
        order_id=order.id,
        walker_id=candidate.walker_id,
        attempt=order.search_round,
        wave=order.wave,
        distance_m=candidate.found.distance_m,
        earnings=order.walker_earnings,
        score=candidate.score,
        factors=candidate.factors,
        as_substitute=as_substitute,
        state=OfferState.OPEN,
        expires_at=expires_at,
    )
