"""What the user service does when others speak."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.walkers import put_reputation
from app.services import audit, erasures, profiles
from lapa_contracts.audit import AuditRecorded
from lapa_contracts.media import MediaDeleted, MediaProcessed
from lapa_contracts.notification import Channel, ContactBounced
from lapa_contracts.order import WalkerReputationChanged
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
