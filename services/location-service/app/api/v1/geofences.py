"""An owner's geofences."""

from uuid import UUID

from app.models.geofence import GeofenceNotFound, InvalidShape, TooManyGeofences
from app.queries import geofences as queries
from app.schemas.geofences import GeofenceCreate, GeofencePatch, GeofenceRead
from app.services import fences
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = Router(prefix="/geofences", tags=["geofences"])


@router.post(
    "",
    status_code=201,
    responses=problems(*IDENTITY_PROBLEMS, InvalidShape, TooManyGeofences),
)
async def create_geofence(
    body: GeofenceCreate, user: CurrentUser, session: Session
) -> GeofenceRead:
    """A new area that watches the caller's walks."""
    geofence = await fences.create_geofence(session, user.id, body.facts())
    return GeofenceRead.model_validate(geofence)


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_geofences(user: CurrentUser, session: Session, page: Paging) -> Page[GeofenceRead]:
    """The caller's areas, newest first."""
    rows = await queries.list_geofences(session, user.id, page)
    return page_of(rows, GeofenceRead.model_validate)


@router.get("/{geofence_id:uuid}", responses=problems(*IDENTITY_PROBLEMS, GeofenceNotFound))
async def get_geofence(geofence_id: UUID, user: CurrentUser, session: Session) -> GeofenceRead:
    """One of the caller's areas."""
    geofence = await queries.get_geofence(session, geofence_id, owner_id=user.id)
    return GeofenceRead.model_validate(geofence)


@router.patch(
    "/{geofence_id:uuid}",
    responses=problems(*IDENTITY_PROBLEMS, GeofenceNotFound, InvalidShape),
)
async def change_geofence(
    geofence_id: UUID, body: GeofencePatch, user: CurrentUser, session: Session
) -> GeofenceRead:
    """Change what is given; walks under way are watched by the new shape at once."""
    geofence = await fences.change_geofence(session, geofence_id, body.facts(), owner_id=user.id)
    return GeofenceRead.model_validate(geofence)


@router.delete(
    "/{geofence_id:uuid}",
    status_code=204,
    responses=problems(*IDENTITY_PROBLEMS, GeofenceNotFound),
)
async def delete_geofence(geofence_id: UUID, user: CurrentUser, session: Session) -> None:
    """It watches no longer; alerts that it raised stay."""
    await fences.delete_geofence(session, geofence_id, owner_id=user.id)
