"""Messages that staff send to people they name."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.services import texts
from app.services.notifying import notify
from lapa_contracts.notification import Channel
from lapa_kit.audit import describe
from lapa_kit.ids import new_id
from lapa_kit.jobs import enqueue

PEOPLE_A_JOB = 100


async def announce(
    session: AsyncSession,
    user_ids: Sequence[UUID],
    template_key: str,
    params: Mapping[str, Any],
    *,
    channels: Sequence[Channel] | None,
    send_at: datetime | None,
) -> UUID:
    """Tried with its variables first, so that it fails now and not when it is due."""
    for locale in texts.LANGUAGES:
        await texts.say(
            session,
            template_key,
            params,
            channel=Channel.INBOX,
            locale=locale,
            timezone=settings.default_timezone,
        )
    announcement_id = new_id()
    everybody = list(dict.fromkeys(user_ids))
    for start in range(0, len(everybody), PEOPLE_A_JOB):
        some = everybody[start : start + PEOPLE_A_JOB]
        payload = {
            "announcement_id": str(announcement_id),
            "user_ids": [str(user_id) for user_id in some],
            "template_key": template_key,
            "params": dict(params),
            "channels": [channel.value for channel in channels] if channels else None,
        }
        await enqueue(session, "send_to_people", payload, at=send_at)
    after = {"template": template_key, "people": len(everybody)}
    describe(session, action="announcement_made", subject_id=announcement_id, after=after)
    return announcement_id


async def send_to_people(session: AsyncSession, payload: dict[str, Any]) -> None:
    channels = payload["channels"]
    for user_id in payload["user_ids"]:
        await notify(
            session,
            UUID(user_id),
            payload["template_key"],
            source=f"announcement:{payload['announcement_id']}",
            params=payload["params"],
            channels=[Channel(one) for one in channels] if channels else None,
        )
