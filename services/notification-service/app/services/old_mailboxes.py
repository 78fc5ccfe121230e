"""Telling the mailbox that an account has just left: whoever took the account over must not do so unseen."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.person import Contact
from app.queries import deliveries, people
from app.services import texts
from app.services.delivering import Letter, hand_over, settle
from lapa_contracts.notification import Channel, DeliveryState
from lapa_contracts.user import UserContactChanged
from lapa_kit import clock
from lapa_kit.db import Sessions
from lapa_kit.jobs import enqueue
from lapa_kit.seal import Sealer

KEY = "user.email_changed"
# of accounts that are gone: there is nobody any more who could have been robbed
NOBODY = ".invalid"


def left_mailbox(known: Contact | None, event: UserContactChanged) -> str | None:
    """The proved address that this event takes away, if it does."""
    if known is None or known.version >= event.version or not known.email_verified:
        return None
    is_moved = event.email is not None and event.email != known.email
    return known.email if is_moved and not str(event.email).endswith(NOBODY) else None


async def tell_later(session: AsyncSession, event: UserContactChanged, address: str) -> None:
    """Of no person's row: a bounce there says nothing of the address that he has now."""
    once = f"old_mailbox:{event.envelope.id}"
    delivery = await deliveries.put_delivery(
        session, source=once, recipient=once, channel=Channel.EMAIL, state=DeliveryState.QUEUED
    )
    if delivery is None:
        return
    if not (settings.has_provider(Channel.EMAIL) or settings.test_mode):
        settle(session, delivery, DeliveryState.SUPPRESSED, reason="no_provider")
        return
    sealed = Sealer.of(settings).seal_text(address, context=str(delivery.id))
    payload = {"delivery_id": str(delivery.id), "user_id": str(event.user_id), "address": sealed}
    await enqueue(session, "tell_old_mailbox", payload)


async def tell(sessions: Sessions, payload: dict[str, Any]) -> None:
    """One attempt; a later one is planned when the server was away."""
    async with sessions.begin() as session:
        letter = await _write(session, payload)
    if letter is None:
        return
    if again_at := await hand_over(sessions, letter):
        async with sessions.begin() as session:
            await enqueue(session, "tell_old_mailbox", payload, at=again_at)


async def _write(session: AsyncSession, payload: dict[str, Any]) -> Letter | None:
    delivery = await deliveries.lock_delivery(session, UUID(payload["delivery_id"]))
    if delivery is None or delivery.state is not DeliveryState.QUEUED:
        return None
    address = Sealer.of(settings).open_text(payload["address"], context=str(delivery.id))
    person = await people.find_person(session, UUID(payload["user_id"]))
    subject, text = await texts.say(
        session,
        KEY,
        {"when": clock.now().isoformat()},
        channel=Channel.EMAIL,
        locale=person.locale if person else settings.default_locale,
        timezone=person.timezone if person else settings.default_timezone,
    )
    delivery.attempts += 1
    return Letter(delivery.id, address, subject, text)
