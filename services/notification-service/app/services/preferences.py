"""What a person wants to hear, where and when."""

from collections.abc import Mapping
from datetime import time
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.person import CategoryCannotBeMuted, UnknownTimezone
from app.queries import people
from app.services.readers import Reader, get_reader
from app.texts import CRITICAL, Category
from lapa_contracts.notification import Channel

# the channels there are; others appear with their providers
OFFERED = (Channel.INBOX, Channel.EMAIL)


async def change_preferences(
    session: AsyncSession,
    user_id: UUID,
    *,
    wanted: Mapping[Category, Mapping[Channel, bool]],
    quiet_from: time | None,
    quiet_to: time | None,
    timezone: str | None,
    locale: str | None,
) -> Reader:
    """All of them at once; what is not named is wanted."""
    if timezone is not None:
        check_timezone(timezone)
    muted = [
        f"{category}:{channel.value}"
        for category, channels in wanted.items()
        for channel, is_wanted in channels.items()
        if not is_wanted
    ]
    if any(
        category in CRITICAL for category, channels in wanted.items() if not all(channels.values())
    ):
        raise CategoryCannotBeMuted
    await people.put_preference(
        session,
        user_id,
        muted=sorted(muted),
        quiet_from=quiet_from,
        quiet_to=quiet_to,
        timezone=timezone,
        locale=locale,
    )
    session.expire_all()
    return await get_reader(session, user_id)


def check_timezone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UnknownTimezone from None
