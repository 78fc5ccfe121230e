"""What the pet service does when others speak."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.pets import put_person
from app.services import pets, photos
from lapa_contracts.media import MediaDeleted
from lapa_contracts.order import (
    OrderAssigned,
    OrderCancelled,
    OrderCompleted,
    OrderExpired,
    OrderNoShow,
    OrderPaymentFailed,
    OrderUnassigned,
)
from lapa_contracts.user import UserChanged, UserErasureRequested
from lapa_kit.events import Subscriber
from lapa_kit.privacy.erasing import begin_erasure

subscriber = Subscriber()


@subscriber.on(UserChanged)
async def on_user_changed(event: UserChanged, session: AsyncSession) -> None:
    await put_person(session, event.user_id, event.version, status=event.status.value)


@subscriber.on(OrderAssigned)
async def on_order_assigned(event: OrderAssigned, session: AsyncSession) -> None:
    await pets.grant(session, event)


@subscriber.on(OrderUnassigned)
async def on_order_unassigned(event: OrderUnassigned, session: AsyncSession) -> None:
    await pets.end_grant(session, event)


@subscriber.on(OrderCompleted)
async def on_order_completed(event: OrderCompleted, session: AsyncSession) -> None:
    await pets.grant(session, event)


@subscriber.on(OrderCancelled)
async def on_order_cancelled(event: OrderCancelled, session: AsyncSession) -> None:
    await pets.end_grant(session, event)


@subscriber.on(OrderNoShow)
async def on_order_no_show(event: OrderNoShow, session: AsyncSession) -> None:
    await pets.end_grant(session, event)


@subscriber.on(OrderExpired)
async def on_order_expired(event: OrderExpired, session: AsyncSession) -> None:
    await pets.end_grant(session, event)


@subscriber.on(OrderPaymentFailed)
async def on_order_payment_failed(event: OrderPaymentFailed, session: AsyncSession) -> None:
    await pets.end_grant(session, event)


@subscriber.on(MediaDeleted)
async def on_media_deleted(event: MediaDeleted, session: AsyncSession) -> None:
    await photos.forget_media(session, event.media_id)


@subscriber.on(UserErasureRequested)
async def on_user_erasure_requested(event: UserErasureRequested, session: AsyncSession) -> None:
    await begin_erasure(session, **event.model_dump())
