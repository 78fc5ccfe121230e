"""Handing messages to their provider: reserve, send, settle.

The provider is called between two transactions. A process that dies after the server took the
message and before it was settled sends it once more, with the same Message-ID: SMTP offers no
better. Nothing else is ever sent twice.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.delivery import Delivery
from app.models.test_message import TestMessage
from app.queries import deliveries, notifications, people
from app.services import email, sms, texts
from app.services.readers import get_reader
from lapa_contracts.notification import Channel, ContactBounced, DeliveryChanged, DeliveryState
from lapa_kit import clock
from lapa_kit.db import Sessions
from lapa_kit.events import publish
from lapa_kit.jobs import enqueue

ASK_AGAIN_FOR_ADDRESS = timedelta(seconds=2)
FIRST_RETRY = timedelta(seconds=1)
LONGEST_RETRY = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Letter:
    """What a reserved delivery is about to say, and to whom."""

    delivery_id: UUID
    to: str
    subject: str
    text: str
    channel: Channel = Channel.EMAIL


async def send_later(session: AsyncSession, delivery_id: UUID, *, at: datetime) -> None:
    payload = {"delivery_id": str(delivery_id)}
    await enqueue(session, "send_email", payload, at=at, key=f"email:{delivery_id}")


async def send_email(sessions: Sessions, delivery_id: UUID) -> None:
    """One attempt at a queued delivery; a later one is planned when it comes to nothing."""
    async with sessions.begin() as session:
        letter = await _reserve(session, delivery_id)
    if letter:
        again_at = await hand_over(sessions, letter)
        if again_at:
            async with sessions.begin() as session:
                await send_later(session, delivery_id, at=again_at)


async def _reserve(session: AsyncSession, delivery_id: UUID) -> Letter | None:
    delivery = await deliveries.lock_delivery(session, delivery_id)
    if delivery is None or delivery.state is not DeliveryState.QUEUED or delivery.user_id is None:
        return None
    contact = await people.find_contact(session, delivery.user_id)
    if contact is None or contact.email is None:
        await _wait_for_address(session, delivery)
        return None
    subject, text = await _words(session, delivery)
    delivery.attempts += 1
    return Letter(delivery.id, contact.email, subject, text)


async def _wait_for_address(session: AsyncSession, delivery: Delivery) -> None:
    if clock.now() < delivery.created_at + settings.wait_for_address:
        await send_later(session, delivery.id, at=clock.now() + ASK_AGAIN_FOR_ADDRESS)
    else:
        settle(session, delivery, DeliveryState.SUPPRESSED, reason="no_address")


async def _words(session: AsyncSession, delivery: Delivery) -> tuple[str, str]:
    assert delivery.notification_id
    assert delivery.user_id
    told = await notifications.get_notification(session, delivery.notification_id, None)
    reader = await get_reader(session, delivery.user_id)
    return await texts.say(
        session,
        told.key,
        told.params,
        channel=Channel.EMAIL,
        locale=reader.locale,
        timezone=reader.timezone,
    )


async def hand_over(
    sessions: Sessions, letter: Letter, *, until: datetime | None = None
) -> datetime | None:
    """Give the letter to its provider and settle; the moment to try again when it was away."""
    if not settings.has_provider(letter.channel):
        await _settle(sessions, letter, DeliveryState.SUPPRESSED, reason="no_provider")
        return None
    try:
        answer = await _send(letter)
    except email.Refused as refused:
        reason = "bounced" if refused.bounced else "refused"
        await _settle(sessions, letter, DeliveryState.FAILED, reason=reason, answer=refused.answer)
        return None
    except email.Unreachable as error:
        return await _give_up_or_wait(sessions, letter, str(error), until)
    await _settle(sessions, letter, DeliveryState.SENT, answer=answer)
    return None


async def _send(letter: Letter) -> str:
    """The provider's answer; raises Refused, Unreachable."""
    if letter.channel is Channel.SMS:
        return await sms.send(settings, letter.delivery_id, to=letter.to, text=letter.text)
    message = email.compose(
        settings, letter.delivery_id, to=letter.to, subject=letter.subject, text=letter.text
    )
    return await email.send(settings, message)


async def _give_up_or_wait(
    sessions: Sessions, letter: Letter, answer: str, until: datetime | None
) -> datetime | None:
    async with sessions.begin() as session:
        delivery = await deliveries.lock_delivery(session, letter.delivery_id)
        if delivery is None:
            return None
        again_at = clock.now() + min(FIRST_RETRY * 2 ** (delivery.attempts - 1), LONGEST_RETRY)
        is_late = until is not None and again_at >= until
        if is_late or delivery.attempts >= settings.email_attempts:
            settle(session, delivery, DeliveryState.FAILED, reason="unreachable", answer=answer)
            return None
        delivery.provider_answer = answer[:500]
        return again_at


async def _settle(
    sessions: Sessions,
    letter: Letter,
    state: DeliveryState,
    *,
    reason: str | None = None,
    answer: str | None = None,
) -> None:
    async with sessions.begin() as session:
        delivery = await deliveries.lock_delivery(session, letter.delivery_id)
        if delivery is None or delivery.state is not DeliveryState.QUEUED:
            return
        settle(session, delivery, state, reason=reason, answer=answer)
        if state is not DeliveryState.FAILED:
            note_in_test_mode(
                session, delivery.channel, letter.to, letter.subject, letter.text, state
            )


def settle(
    session: AsyncSession,
    delivery: Delivery,
    state: DeliveryState,
    *,
    reason: str | None = None,
    answer: str | None = None,
) -> None:
    """How it ended, once and for all."""
    delivery.turn(state, reason=reason, answer=answer)
    if state is DeliveryState.SENT:
        delivery.sent_at = clock.now()
    tell_delivery(session, delivery)
    if reason == "bounced" and delivery.user_id:
        publish(session, ContactBounced(user_id=delivery.user_id, channel=delivery.channel))


def tell_delivery(session: AsyncSession, delivery: Delivery) -> None:
    """Codes to nobody yet have no one to tell about."""
    if delivery.notification_id and delivery.user_id:
        publish(
            session,
            DeliveryChanged(
                delivery_id=delivery.id,
                notification_id=delivery.notification_id,
                user_id=delivery.user_id,
                channel=delivery.channel,
                state=delivery.state,
                version=delivery.version,
            ),
        )


def note_in_test_mode(
    session: AsyncSession,
    channel: Channel,
    recipient: str,
    subject: str,
    text: str,
    state: DeliveryState,
) -> None:
    """Word for word what went out, for tests to read; never outside of test mode."""
    if settings.test_mode:
        session.add(
            TestMessage(
                channel=channel, recipient=recipient, subject=subject, text=text, state=state
            )
        )
