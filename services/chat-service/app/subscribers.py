"""What the chat service does when others speak."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.queries import messages, people
from app.services import order_chats
from lapa_contracts.media import ContextType, MediaDeleted
from lapa_contracts.order import (
    OrderAssigned,
    OrderCancelled,
    OrderCompleted,
    OrderExpired,
    OrderNoShow,
    OrderPaymentFailed,
    OrderStarted,
    OrderUnassigned,
    ReportReady,
    WalkEventRecorded,
)
from lapa_contracts.user import BlockAdded, BlockRemoved, UserChanged, UserErasureRequested
from lapa_kit.events import Subscriber
from lapa_kit.privacy.erasing import begin_erasure

subscriber = Subscriber()


@subscriber.on(OrderAssigned)
async def on_order_assigned(event: OrderAssigned, session: AsyncSession) -> None:
    await order_chats.open_for(session, event)


@subscriber.on(OrderUnassigned)
async def on_order_unassigned(event: OrderUnassigned, session: AsyncSession) -> None:
    await order_chats.close_assignment(session, event)


@subscriber.on(OrderCompleted)
async def on_order_completed(event: OrderCompleted, session: AsyncSession) -> None:
    await order_chats.close_after_walk(session, event)


@subscriber.on(OrderCancelled)
async def on_order_cancelled(event: OrderCancelled, session: AsyncSession) -> None:
    await order_chats.close_now(session, event)


@subscriber.on(OrderNoShow)
async def on_order_no_show(event: OrderNoShow, session: AsyncSession) -> None:
    await order_chats.close_now(session, event)


@subscriber.on(OrderExpired)
async def on_order_expired(event: OrderExpired, session: AsyncSession) -> None:
    await order_chats.close_now(session, event)


@subscriber.on(OrderPaymentFailed)
async def on_order_payment_failed(event: OrderPaymentFailed, session: AsyncSession) -> None:
    await order_chats.close_now(session, event)


@subscriber.on(OrderStarted)
async def on_order_started(event: OrderStarted, session: AsyncSession) -> None:
    at = event.started_at.isoformat()
    await order_chats.show_card(session, event, "walk_started", at=at)


@subscriber.on(WalkEventRecorded)
async def on_walk_event_recorded(event: WalkEventRecorded, session: AsyncSession) -> None:
    await order_chats.show_card(
        session,
        event,
        "walk_event",
        event_type=event.kind.value,
        at=event.at.isoformat(),
        pet_ids=[str(pet_id) for pet_id in event.pet_ids],
        media_ids=[str(media_id) for media_id in event.media_ids],
    )


@subscriber.on(ReportReady)
async def on_report_ready(event: ReportReady, session: AsyncSession) -> None:
    await order_chats.show_card(
        session,
        event,
        "report_ready",
        revision=event.revision,
        distance_m=event.distance_m,
        duration_s=event.duration_s,
    )


@subscriber.on(UserChanged)
async def on_user_changed(event: UserChanged, session: AsyncSession) -> None:
    await people.put_person(
        session,
        event.user_id,
        event.version,
        display_name=event.display_name,
        avatar_media_id=event.avatar_media_id,
        status=event.status,
    )


@subscriber.on(BlockAdded)
async def on_block_added(event: BlockAdded, session: AsyncSession) -> None:
    await people.put_block(session, event.user_id, event.other_id)


@subscriber.on(BlockRemoved)
async def on_block_removed(event: BlockRemoved, session: AsyncSession) -> None:
    await people.delete_block(session, event.user_id, event.other_id)


@subscriber.on(MediaDeleted)
async def on_media_deleted(event: MediaDeleted, session: AsyncSession) -> None:
    if event.context and event.context.type is ContextType.CHAT:
        await messages.drop_attachment(session, event.context.id, event.media_id)


@subscriber.on(UserErasureRequested)
async def on_user_erasure_requested(event: UserErasureRequested, session: AsyncSession) -> None:
    await begin_erasure(session, **event.model_dump())
