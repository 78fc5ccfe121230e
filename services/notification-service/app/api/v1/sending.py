"""Messages that staff send, and figures about all."""

from app.models.template import InvalidTemplate, MissingVariable, TemplateNotFound
from app.queries import deliveries, notifications
from app.schemas.notifications import (
    Announcement,
    AnnouncementReceipt,
    StateCount,
    Statistics,
)
from app.services import announcements
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.problems import problems

router = Router(prefix="/notifications", tags=["sending"])


@router.post(
    "/send",
    status_code=202,
    responses=problems(*IDENTITY_PROBLEMS, TemplateNotFound, MissingVariable, InvalidTemplate),
)
async def send_notification(
    body: Announcement, user: CurrentUser, session: Session
) -> AnnouncementReceipt:
    """Tell the named people something, now or at `send_at`; each of them once."""
    user.require("notifications:send")
    announcement_id = await announcements.announce(
        session,
        body.user_ids,
        body.template_key,
        body.params,
        channels=body.channels,
        send_at=body.send_at,
    )
    return AnnouncementReceipt(id=announcement_id, people=len(set(body.user_ids)))


@router.get("/stats", responses=problems(*IDENTITY_PROBLEMS))
async def get_statistics(user: CurrentUser, session: Session) -> Statistics:
    """Deliveries by channel and state, notifications by kind."""
    user.require("notifications:read_any")
    counted = await deliveries.count_by_state(session)
    return Statistics(
        deliveries=[
            StateCount.model_validate({"channel": channel, "state": state, "count": count})
            for channel, state, count in counted
        ],
        notifications=await notifications.count_by_key(session),
    )
