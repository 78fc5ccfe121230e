"""Where the caller can be reached."""

from app.schemas.preferences import Ways
from app.services.channels import list_ways
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.problems import problems

router = Router(prefix="/notification-channels", tags=["preferences"])


@router.get("", responses=problems(*IDENTITY_PROBLEMS))
async def list_channels(user: CurrentUser, session: Session) -> Ways:
    """The channels, and why those that cannot be used cannot: SMS and push have no provider here."""
    return Ways.of(user.id, await list_ways(session, user.id))
