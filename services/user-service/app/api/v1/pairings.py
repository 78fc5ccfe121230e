"""Favourite walkers, and people one does not want to meet."""

from uuid import UUID

from app.models.pairing import OneselfRefused, PairingKind
from app.models.user import UserNotFound
from app.models.walker import WalkerNotFound
from app.queries.pairings import list_pairings
from app.queries.users import list_users_by_id
from app.schemas.users import UserCard
from app.schemas.walkers import WalkerCard
from app.services import pairings
from app.services.cards import list_cards
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.openapi import OPEN_TO_SIGNED_IN
from lapa_kit.pagination import InvalidCursor, Page, Paging
from lapa_kit.problems import problems

router = Router(prefix="/users", tags=["favorites and blocks"])
LIST_PROBLEMS = problems(*IDENTITY_PROBLEMS, InvalidCursor)


@router.get("/favorites", responses=LIST_PROBLEMS)
async def list_favorites(user: CurrentUser, session: Session, page: Paging) -> Page[WalkerCard]:
    """The caller's favourite walkers, the last added first."""
    rows, cursor = await list_pairings(session, page, user_id=user.id, kind=PairingKind.FAVORITE)
    cards = await list_cards(session, [row.other_id for row in rows])
    return Page(items=[WalkerCard.of(card) for card in cards], next_cursor=cursor)


@router.put(
    "/favorites/{walker_id}",
    status_code=204,
    responses=problems(*IDENTITY_PROBLEMS, WalkerNotFound, UserNotFound, OneselfRefused),
    openapi_extra=OPEN_TO_SIGNED_IN,
)
async def add_favorite(walker_id: UUID, user: CurrentUser, session: Session) -> None:
    """Have this walker asked first."""
    await pairings.add_favorite(session, user.id, walker_id)


@router.delete(
    "/favorites/{walker_id}",
    status_code=204,
    responses=problems(*IDENTITY_PROBLEMS),
    openapi_extra=OPEN_TO_SIGNED_IN,
)
async def remove_favorite(walker_id: UUID, user: CurrentUser, session: Session) -> None:
    """Not a favourite any more."""
    await pairings.remove_favorite(session, user.id, walker_id)


@router.get("/blocks", responses=LIST_PROBLEMS)
async def list_blocks(user: CurrentUser, session: Session, page: Paging) -> Page[UserCard]:
    """Whom the caller has blocked, the last one first."""
    rows, cursor = await list_pairings(session, page, user_id=user.id, kind=PairingKind.BLOCK)
    users = await list_users_by_id(session, [row.other_id for row in rows])
    cards = [UserCard.of(users[row.other_id]) for row in rows]
    return Page(items=cards, next_cursor=cursor)


@router.put(
    "/blocks/{user_id}",
    status_code=204,
    responses=problems(*IDENTITY_PROBLEMS, UserNotFound, OneselfRefused),
    openapi_extra=OPEN_TO_SIGNED_IN,
)
async def add_block(user_id: UUID, user: CurrentUser, session: Session) -> None:
    """Do not meet this person any more, in search, orders or chat."""
    await pairings.add_block(session, user.id, user_id)


@router.delete(
    "/blocks/{user_id}",
    status_code=204,
    responses=problems(*IDENTITY_PROBLEMS),
    openapi_extra=OPEN_TO_SIGNED_IN,
)
async def remove_block(user_id: UUID, user: CurrentUser, session: Session) -> None:
    """Lift the caller's own block; the other one's stays."""
    await pairings.remove_block(session, user.id, user_id)
