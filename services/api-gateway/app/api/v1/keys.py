"""Developer keys: a program's way in, with no more rights than it needs."""

from datetime import timedelta
from uuid import UUID

from fastapi import APIRouter

from app.models.key import ExpiryPassed, KeyNotFound, ScopeNotYours, TooManyKeys, UnknownScope
from app.queries.keys import get_key, list_keys
from app.schemas.keys import KeyCreate, KeyMade, KeyRead, KeyRotate, ScopeRead, Scopes
from app.services import keys
from app.services.scopes import SCOPES
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.openapi import NO_SESSION
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

# no Idempotency-Key: a remembered answer would be a secret in the clear
router = APIRouter(prefix="/developer", tags=["developer"])


@router.get("/scopes", responses=problems(*IDENTITY_PROBLEMS), openapi_extra=NO_SESSION)
async def list_scopes(_: CurrentUser) -> Scopes:
    """What a key can be made for. `write` includes `read`."""
    return Scopes(items=[ScopeRead(scope=scope, allows=what) for scope, what in SCOPES.items()])


@router.post(
    "/keys",
    status_code=201,
    responses=problems(*IDENTITY_PROBLEMS, UnknownScope, ScopeNotYours, ExpiryPassed, TooManyKeys),
)
async def make_key(body: KeyCreate, user: CurrentUser, session: Session) -> KeyMade:
    """A key for programs: `Authorization: Bearer lapa_...`. Its secret is shown this once."""
    made = await keys.make_key(session, user, **body.model_dump())
    return _told(made)


@router.get("/keys", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_own_keys(user: CurrentUser, session: Session, page: Paging) -> Page[KeyRead]:
    """The caller's keys, also ended ones, the newest first."""
    return page_of(await list_keys(session, page, owner_id=user.id), KeyRead.model_validate)


@router.get("/keys/{key_id}", responses=problems(*IDENTITY_PROBLEMS, KeyNotFound))
async def get_own_key(key_id: UUID, user: CurrentUser, session: Session) -> KeyRead:
    """One of the caller's keys."""
    return KeyRead.model_validate(await get_key(session, key_id, owner_id=user.id))


@router.post("/keys/{key_id}/rotate", responses=problems(*IDENTITY_PROBLEMS, KeyNotFound))
async def rotate_key(key_id: UUID, body: KeyRotate, user: CurrentUser, session: Session) -> KeyMade:
    """A new secret, shown this once; the present one goes on for the overlap."""
    overlap = timedelta(hours=body.overlap_hours)
    return _told(await keys.rotate_key(session, key_id, owner_id=user.id, overlap=overlap))


@router.delete(
    "/keys/{key_id}", status_code=204, responses=problems(*IDENTITY_PROBLEMS, KeyNotFound)
)
async def revoke_key(key_id: UUID, user: CurrentUser, session: Session) -> None:
    """The key stops working within seconds, everywhere."""
    await keys.revoke_key(session, key_id, owner_id=user.id)


def _told(made: keys.Made) -> KeyMade:
    told = KeyRead.model_validate(made.key).model_dump()
    return KeyMade(**told, secret=made.secret)
