"""What the media service does when others speak."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.queries.readers import delete_hold, put_hold
from app.services import files, readers
from lapa_contracts.chat import ChatChanged
from lapa_contracts.order import (
    IncidentClosed,
    IncidentOpened,
    OrderAssigned,
    OrderCancelled,
    OrderCompleted,
    OrderDisputed,
    OrderDisputeResolved,
    OrderExpired,
    OrderNoShow,
    OrderPaymentFailed,
    OrderUnassigned,
    WalkEventRecorded,
)
from lapa_contracts.pet import PetChanged
from lapa_contracts.user import UserChanged, UserErasureRequested, VerificationDecided
from lapa_kit.events import Subscriber
from lapa_kit.privacy.erasing import begin_erasure

subscriber = Subscriber()


@subscriber.on(PetChanged)
async def on_pet_changed(event: PetChanged, session: AsyncSession) -> None:
    await readers.take_pet(session, event)


@subscriber.on(ChatChanged)
async def on_chat_changed(event: ChatChanged, session: AsyncSession) -> None:
    await readers.take_chat(session, event)


@subscriber.on(UserChanged)
async def on_user_changed(event: UserChanged, session: AsyncSession) -> None:
    await readers.show_avatar(session, event)


@subscriber.on(VerificationDecided)
async def on_verification_decided(event: VerificationDecided, session: AsyncSession) -> None:
    await files.plan_purge(session, event)


@subscriber.on(OrderAssigned)
async def on_order_assigned(event: OrderAssigned, session: AsyncSession) -> None:
    await readers.take_order(session, event)


@subscriber.on(OrderUnassigned)
async def on_order_unassigned(event: OrderUnassigned, session: AsyncSession) -> None:
    await readers.take_order(session, event, has_walker=False)


@subscriber.on(OrderCompleted)
async def on_order_completed(event: OrderCompleted, session: AsyncSession) -> None:
    await readers.take_order(
        session,
        event,
        walker_until=event.finished_at + settings.walker_reads_after_walk,
        pets_until=event.finished_at + settings.walker_reads_pet_after_walk,
    )


@subscriber.on(OrderCancelled)
async def on_order_cancelled(event: OrderCancelled, session: AsyncSession) -> None:
    await readers.take_order(session, event, has_walker=False)


@subscriber.on(OrderNoShow)
async def on_order_no_show(event: OrderNoShow, session: AsyncSession) -> None:
    await readers.take_order(session, event, has_walker=False)


@subscriber.on(OrderExpired)
async def on_order_expired(event: OrderExpired, session: AsyncSession) -> None:
    await readers.take_order(session, event, has_walker=False)


@subscriber.on(OrderPaymentFailed)
async def on_order_payment_failed(event: OrderPaymentFailed, session: AsyncSession) -> None:
    await readers.take_order(session, event, has_walker=False)


@subscriber.on(WalkEventRecorded)
async def on_walk_event_recorded(event: WalkEventRecorded, session: AsyncSession) -> None:
    pet_ids = event.pet_ids or [pet.pet_id for pet in event.pets]
    await readers.show_in_albums(session, event.order_id, event.media_ids, pet_ids)


@subscriber.on(OrderDisputed)
async def on_order_disputed(event: OrderDisputed, session: AsyncSession) -> None:
    await readers.open_dispute(session, event)


@subscriber.on(OrderDisputeResolved)
async def on_order_dispute_resolved(event: OrderDisputeResolved, session: AsyncSession) -> None:
    await delete_hold(session, event.order_id, event.order_id)


@subscriber.on(IncidentOpened)
async def on_incident_opened(event: IncidentOpened, session: AsyncSession) -> None:
    await put_hold(session, event.order_id, event.incident_id)


@subscriber.on(IncidentClosed)
async def on_incident_closed(event: IncidentClosed, session: AsyncSession) -> None:
    await delete_hold(session, event.order_id, event.incident_id)


@subscriber.on(UserErasureRequested)
async def on_user_erasure_requested(event: UserErasureRequested, session: AsyncSession) -> None:
    await begin_erasure(session, **event.model_dump())
