"""Alerts of the caller's walks."""

from uuid import UUID

from app.models.alert import AlertNotFound
from app.queries import geofences as queries
from app.schemas.geofences import AlertRead
from app.services import fences
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = Router(prefix="/alerts", tags=["alerts"])


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_alerts(user: CurrentUser, session: Session, page: Paging) -> Page[AlertRead]:
    """Alerts of the caller's walks, newest first; of all walks for support."""
    whose = None if user.may("locations:read_any") else user.id
    rows = await queries.list_alerts(session, whose, page)
    return page_of(rows, AlertRead.model_validate)


@router.post("/{alert_id:uuid}/ack", responses=problems(*IDENTITY_PROBLEMS, AlertNotFound))
async def acknowledge_alert(alert_id: UUID, user: CurrentUser, session: Session) -> AlertRead:
    """Somebody has seen it; a second time changes nothing."""
    return AlertRead.model_validate(await fences.acknowledge(session, alert_id, user_id=user.id))
