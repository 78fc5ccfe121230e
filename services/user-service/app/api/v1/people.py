"""People as others see them, and what operators do with them."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.models.user import OwnRights, UserNotFound
from app.queries.users import list_users
from app.schemas.users import UserCard, UserPatch, UserRead
from app.schemas.values import Line
from app.services import people
from lapa_contracts.roles import Role
from lapa_contracts.user import UserStatus
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser, Principal, allowed
from lapa_kit.db import Session
from lapa_kit.etags import IfMatch, InvalidEtag, set_etag
from lapa_kit.idempotency import Router
from lapa_kit.openapi import OPEN_TO_SIGNED_IN
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import PreconditionFailed, problems

router = Router(prefix="/users", tags=["users"])


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def search_users(
    _: Annotated[Principal, allowed("users:read_any")],
    session: Session,
    page: Paging,
    query: Annotated[Line | None, Query()] = None,
    role: Role | None = None,
    status: UserStatus | None = None,
) -> Page[UserRead]:
    """People by a part of their name, e-mail or phone, the newest first."""
    rows = await list_users(
        session, page, query=query, role=role.value if role else None, status=status
    )
    return page_of(rows, UserRead.of)


@router.get(
    "/{user_id:uuid}",
    responses=problems(*IDENTITY_PROBLEMS, UserNotFound),
    openapi_extra=OPEN_TO_SIGNED_IN,
)
async def get_user_card(user_id: UUID, user: CurrentUser, session: Session) -> UserCard:
    """What anybody signed in may see of a person."""
    return UserCard.of(await people.get_card(session, user_id, viewer_id=user.id))


@router.patch(
    "/{user_id:uuid}",
    responses=problems(
        *IDENTITY_PROBLEMS, UserNotFound, OwnRights, PreconditionFailed, InvalidEtag
    ),
)
async def change_user(
    user_id: UUID,
    body: UserPatch,
    user: Annotated[Principal, allowed("users:manage")],
    session: Session,
    response: Response,
    if_match: IfMatch,
) -> UserRead:
    """Suspend, reinstate, give and take roles; every change is in the audit log."""
    changed = await people.change_user(
        session, user_id, actor_id=user.id, version=if_match, **body.model_dump()
    )
    set_etag(response, changed.version)
    return UserRead.of(changed)
