"""What the caller wants to hear."""

from app.models.person import CategoryCannotBeMuted, UnknownTimezone
from app.schemas.preferences import PreferencesRead, PreferencesWrite
from app.services import preferences
from app.services.readers import get_reader
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.problems import problems

router = Router(prefix="/notification-preferences", tags=["preferences"])


@router.get("", responses=problems(*IDENTITY_PROBLEMS))
async def get_preferences(user: CurrentUser, session: Session) -> PreferencesRead:
    """By category and channel, the quiet hours, the language."""
    return PreferencesRead.of(await get_reader(session, user.id))


@router.put("", responses=problems(*IDENTITY_PROBLEMS, UnknownTimezone, CategoryCannotBeMuted))
async def put_preferences(
    body: PreferencesWrite, user: CurrentUser, session: Session
) -> PreferencesRead:
    """All of them at once. Messages about safety and the account come whatever is chosen here."""
    quiet = body.quiet_hours
    reader = await preferences.change_preferences(
        session,
        user.id,
        wanted=body.categories,
        quiet_from=quiet.start if quiet else None,
        quiet_to=quiet.end if quiet else None,
        timezone=body.timezone,
        locale=body.locale,
    )
    return PreferencesRead.of(reader)
