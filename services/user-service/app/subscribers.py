"""What the user service does when others speak."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.walkers import put_reputation
from app.services import audit, contacts, erasures, profiles
from lapa_contracts.audit import AuditRecorded
from lapa_contracts.media import MediaDeleted, MediaProcessed
from lapa_contracts.notification import Channel, ContactBounced
from lapa_contracts.order import (
    OrderAssigned,
    OrderCancelled,
    OrderCompleted,
    OrderExpired,
    OrderNoShow,
    OrderRescheduled,
    OrderStarted,
    OrderUnassigned,
    WalkerReputationChanged,
)
from lapa_contracts.privacy import PrivacyErased
from lapa_contracts.user import UserErasureRequested
from lapa_kit.events import Subscriber
from lapa_kit.privacy.erasing import begin_erasure

subscriber = Subscriber()


@subscriber.on(WalkerReputationChanged)
async def on_walker_reputation_changed(
    event: WalkerReputationChanged, session: AsyncSession
) -> None:
    await put_reputation(
        session,
        event.walker_id,
        event.version,
        rating_avg_x100=event.rating_avg_x100,
        rating_count=event.rating_count,
        completed_walks=event.completed_walks,
        reliability=event.reliability,
    )


@subscriber.on(OrderAssigned)
async def on_order_assigned(event: OrderAssigned, session: AsyncSession) -> None:
    await contacts.open_window(session, event)


@subscriber.on(OrderRescheduled)
async def on_order_rescheduled(event: OrderRescheduled, session: AsyncSession) -> None:
    await contacts.open_window(session, event)


@subscriber.on(OrderStarted)
async def on_order_started(event: OrderStarted, session: AsyncSession) -> None:
    await contacts.open_window(session, event)


@subscriber.on(OrderUnassigned)
async def on_order_unassigned(event: OrderUnassigned, session: AsyncSession) -> None:
    await contacts.close_window(session, event)


@subscriber.on(OrderCompleted)
async def on_order_completed(event: OrderCompleted, session: AsyncSession) -> None:
    await contacts.close_window(session, event)


@subscriber.on(OrderCancelled)
async def on_order_cancelled(event: OrderCancelled, session: AsyncSession) -> None:
    await contacts.close_window(session, event)


@subscriber.on(OrderExpired)
async def on_order_expired(event: OrderExpired, session: AsyncSession) -> None:
    await contacts.close_window(session, event)


@subscriber.on(OrderNoShow)
async def on_order_no_show(event: OrderNoShow, session: AsyncSession) -> None:
    await contacts.close_window(session, event)


@subscriber.on(MediaProcessed)
async def on_media_processed(event: MediaProcessed, session: AsyncSession) -> None:
    if event.status == "failed":
        await profiles.drop_avatar(session, event.media_id)


@subscriber.on(MediaDeleted)
async def on_media_deleted(event: MediaDeleted, session: AsyncSession) -> None:
    await profiles.drop_avatar(session, event.media_id)


@subscriber.on(ContactBounced)
async def on_contact_bounced(event: ContactBounced, session: AsyncSession) -> None:
    if event.channel is Channel.EMAIL:
        await profiles.note_bounce(session, event.user_id)


@subscriber.on(UserErasureRequested)
async def on_user_erasure_requested(event: UserErasureRequested, session: AsyncSession) -> None:
    await begin_erasure(session, **event.model_dump())


@subscriber.on(AuditRecorded)
async def on_audit_recorded(event: AuditRecorded, session: AsyncSession) -> None:
    await audit.keep(session, event)


@subscriber.on(PrivacyErased)
async def on_privacy_erased(event: PrivacyErased, session: AsyncSession) -> None:
    await erasures.note_receipt(session, event)
