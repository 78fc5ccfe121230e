"""The public card of a walker: put together from his account, his profile and his reputation."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.background_check import BackgroundCheck
from app.models.user import User
from app.models.walker import Reputation, Walker, WalkerNotFound
from app.queries import walkers as walker_queries
from app.queries.background_checks import list_newest_checks
from app.queries.pairings import are_blocked
from app.queries.users import list_users_by_id
from lapa_kit import clock

WELL_KNOWN_FROM = 50
TOP_RATED_FROM_X100, TOP_RATED_FROM_COUNT = 480, 10
RELIABLE_FROM_BP = 9_800


@dataclass(frozen=True, slots=True)
class Card:
    user: User
    walker: Walker
    reputation: Reputation | None
    is_verified: bool
    check: BackgroundCheck | None

    @property
    def badges(self) -> list[str]:
        known = self.reputation
        facts = {
            "verified": self.is_verified,
            "experienced": known is not None and known.completed_walks >= WELL_KNOWN_FROM,
            "top_rated": known is not None
            and (known.rating_avg_x100 or 0) >= TOP_RATED_FROM_X100
            and known.rating_count >= TOP_RATED_FROM_COUNT,
            "reliable": known is not None
            and known.completed_walks > 0
            and (known.reliability or 0) >= RELIABLE_FROM_BP,
        }
        return [badge for badge, is_earned in facts.items() if is_earned]


async def get_card(session: AsyncSession, walker_id: UUID, *, viewer_id: UUID | None) -> Card:
    """Raises WalkerNotFound, also for the two of a blocked pair."""
    cards = await list_cards(session, [walker_id])
    is_hidden = viewer_id is not None and await are_blocked(session, walker_id, viewer_id)
    if not cards or is_hidden:
        raise WalkerNotFound
    return cards[0]


async def list_cards(session: AsyncSession, walker_ids: Sequence[UUID]) -> list[Card]:
    """In the given order, without those who are not walking for us any more."""
    users = await list_users_by_id(session, walker_ids)
    walkers = await walker_queries.list_walkers_by_id(session, walker_ids)
    reputations = await walker_queries.list_reputations(session, walker_ids)
    checks = await list_newest_checks(session, walker_ids)
    now = clock.now()
    return [
        Card(
            users[one],
            walkers[one],
            reputations.get(one),
            walkers[one].is_verified(now),
            checks.get(one),
        )
        for one in walker_ids
        if one in walkers and users[one].is_active and users[one].is_walker
    ]
