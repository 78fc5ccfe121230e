"""One-time codes: sealed until the moment they are sent, and never written down open."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.queries import deliveries, people
from app.services import texts
from app.services.delivering import Letter, hand_over, note_in_test_mode, settle
from lapa_contracts.notification import Channel, DeliveryState
from lapa_contracts.user import UserCodeIssued
from lapa_kit import clock
from lapa_kit.db import Sessions
from lapa_kit.jobs import enqueue
from lapa_kit.seal import SealBroken, Sealer


async def take_code(session: AsyncSession, event: UserCodeIssued) -> None:
    """Plan its sending at once; the seals travel in the job."""
    channel = Channel(event.channel)
    delivery = await deliveries.put_delivery(
        session,
        source=f"code:{event.code_id}",
        recipient=str(event.user_id or event.code_id),
        user_id=event.user_id,
        channel=channel,
        state=DeliveryState.QUEUED,
    )
    if delivery is None:
        return
    if not settings.has_provider(channel) and not settings.test_mode:
        settle(session, delivery, DeliveryState.SUPPRESSED, reason="no_provider")
        return
    payload = {"delivery_id": str(delivery.id), "code": event.model_dump(mode="json")}
    await enqueue(session, "send_code", payload, key=f"code:{event.code_id}")


async def send_code(sessions: Sessions, payload: dict[str, Any]) -> None:
    """One attempt; a code that has run out meanwhile is not sent at all."""
    event = UserCodeIssued.model_validate(payload["code"])
    delivery_id = UUID(payload["delivery_id"])
    async with sessions.begin() as session:
        letter = await _open(session, delivery_id, event)
    if letter is None:
        return
    again_at: datetime | None = None
    if settings.has_provider(Channel(event.channel)):
        again_at = await hand_over(sessions, letter, until=event.expires_at)
    else:
        await _show_in_test_mode(sessions, letter)
    if again_at:
        async with sessions.begin() as session:
            key = f"code:{event.code_id}"
            await enqueue(session, "send_code", payload, at=again_at, key=key)


async def _open(session: AsyncSession, delivery_id: UUID, event: UserCodeIssued) -> Letter | None:
    delivery = await deliveries.lock_delivery(session, delivery_id)
    if delivery is None or delivery.state is not DeliveryState.QUEUED:
        return None
    left = event.expires_at - clock.now()
    if left.total_seconds() <= 0:
        settle(session, delivery, DeliveryState.SUPPRESSED, reason="expired")
        return None
    sealer, context = Sealer.of(settings), UserCodeIssued.seal_context(event.code_id)
    try:
        address = sealer.open_text(event.address_sealed, context=context)
        code = sealer.open_text(event.code_sealed, context=context)
    except SealBroken:
        settle(session, delivery, DeliveryState.FAILED, reason="seal_broken")
        return None
    person = await people.find_person(session, event.user_id) if event.user_id else None
    subject, text = await texts.say(
        session,
        f"code.{event.purpose.value}",
        {"code": code, "minutes": max(1, round(left.total_seconds() / 60))},
        channel=delivery.channel,
        locale=event.locale or (person and person.locale) or settings.default_locale,
        timezone=settings.default_timezone,
    )
    delivery.attempts += 1
    return Letter(delivery.id, address, subject, text, delivery.channel)


async def _show_in_test_mode(sessions: Sessions, letter: Letter) -> None:
    """Nobody can take it: that is what is recorded, and in test mode what it would have said."""
    async with sessions.begin() as session:
        delivery = await deliveries.lock_delivery(session, letter.delivery_id)
        if delivery and delivery.state is DeliveryState.QUEUED:
            state = DeliveryState.SUPPRESSED
            settle(session, delivery, state, reason="no_provider")
            note_in_test_mode(
                session, delivery.channel, letter.to, letter.subject, letter.text, state
            )
