"""What the location service does when others speak."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.services import consents, walkers, walks
from lapa_contracts.order import (
    OrderAssigned,
    OrderCancelled,
    OrderCompleted,
    OrderExpired,
    OrderNoShow,
    OrderRescheduled,
    OrderStarted,
    OrderUnassigned,
)
from lapa_contracts.user import (
    BlockAdded,
    BlockRemoved,
    ConsentChanged,
    UserErasureRequested,
    UserReinstated,
    UserSuspended,
    WalkerChanged,
)
from lapa_kit.events import Subscriber
from lapa_kit.privacy.erasing import begin_erasure

subscriber = Subscriber()


@subscriber.on(WalkerChanged)
async def on_walker_changed(event: WalkerChanged, session: AsyncSession) -> None:
    await walkers.put_walker(session, event)


@subscriber.on(UserSuspended)
async def on_user_suspended(event: UserSuspended, session: AsyncSession) -> None:
    await walkers.suspend(session, event.user_id)


@subscriber.on(UserReinstated)
async def on_user_reinstated(event: UserReinstated, session: AsyncSession) -> None:
    await walkers.reinstate(session, event.user_id)


@subscriber.on(ConsentChanged)
async def on_consent_changed(event: ConsentChanged, session: AsyncSession) -> None:
    await consents.take_consent(session, event)


@subscriber.on(BlockAdded)
async def on_block_added(event: BlockAdded, session: AsyncSession) -> None:
    await walkers.part(session, event.user_id, event.other_id)


@subscriber.on(BlockRemoved)
async def on_block_removed(event: BlockRemoved, session: AsyncSession) -> None:
    await walkers.reconcile(session, event.user_id, event.other_id)


@subscriber.on(OrderAssigned)
async def on_order_assigned(event: OrderAssigned, session: AsyncSession) -> None:
    await walks.plan_walk(session, event)


@subscriber.on(OrderRescheduled)
async def on_order_rescheduled(event: OrderRescheduled, session: AsyncSession) -> None:
    await walks.move_walk(session, event)


@subscriber.on(OrderUnassigned)
async def on_order_unassigned(event: OrderUnassigned, session: AsyncSession) -> None:
    await walks.forget_walk(session, event)


@subscriber.on(OrderStarted)
async def on_order_started(event: OrderStarted, session: AsyncSession) -> None:
    await walks.start_walk(session, event)


@subscriber.on(OrderCompleted)
async def on_order_completed(event: OrderCompleted, session: AsyncSession) -> None:
    await walks.finish_walk(session, event)


@subscriber.on(OrderCancelled)
async def on_order_cancelled(event: OrderCancelled, session: AsyncSession) -> None:
    await walks.call_off_walk(session, event)


@subscriber.on(OrderNoShow)
async def on_order_no_show(event: OrderNoShow, session: AsyncSession) -> None:
    await walks.call_off_walk(session, event)


@subscriber.on(OrderExpired)
async def on_order_expired(event: OrderExpired, session: AsyncSession) -> None:
    await walks.call_off_walk(session, event)


@subscriber.on(UserErasureRequested)
async def on_user_erasure_requested(event: UserErasureRequested, session: AsyncSession) -> None:
    await begin_erasure(session, **event.model_dump())
