"""What the order service does when others speak."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.queries import people, pets
from app.queries.walkers import move_walker
from app.services import (
    booking,
    disputes,
    referrals,
    series,
    suspension,
    tips,
    walkers,
    walks,
)
from lapa_contracts.chat import ChatChanged
from lapa_contracts.location import TrackFinalized, WalkerPositionChanged
from lapa_contracts.payment import (
    PaymentActionRequired,
    PaymentAuthorizationLost,
    PaymentAuthorized,
    PaymentCaptured,
    PaymentChargedBack,
    PaymentFailed,
    PaymentRefunded,
    PaymentVoided,
    TipPaid,
)
from lapa_contracts.pet import PetChanged
from lapa_contracts.user import (
    BlockAdded,
    BlockRemoved,
    FavoriteAdded,
    FavoriteRemoved,
    UserChanged,
    UserErasureRequested,
    UserRegistered,
    UserReinstated,
    UserStatus,
    UserSuspended,
    WalkerChanged,
)
from lapa_kit.events import Subscriber
from lapa_kit.privacy.erasing import begin_erasure

subscriber = Subscriber()


@subscriber.on(PaymentAuthorized)
async def on_payment_authorized(event: PaymentAuthorized, session: AsyncSession) -> None:
    await booking.note_fact(
        session,
        event.order_id,
        payment_id=event.payment_id,
        payment_status="authorized",
        confirmation_url=None,
    )
    await booking.start_searching(session, event.order_id)


@subscriber.on(PaymentActionRequired)
async def on_payment_action_required(event: PaymentActionRequired, session: AsyncSession) -> None:
    await booking.note_fact(
        session,
        event.order_id,
        payment_id=event.payment_id,
        payment_status="requires_action",
        confirmation_url=event.confirmation_url,
    )


@subscriber.on(PaymentFailed)
async def on_payment_failed(event: PaymentFailed, session: AsyncSession) -> None:
    await booking.note_fact(
        session, event.order_id, payment_id=event.payment_id, payment_status="failed"
    )
    await booking.fail_payment(session, event.order_id, code=event.code)


@subscriber.on(PaymentAuthorizationLost)
async def on_payment_authorization_lost(
    event: PaymentAuthorizationLost, session: AsyncSession
) -> None:
    await booking.note_fact(session, event.order_id, payment_status="failed")
    await booking.lose_money(session, event.order_id)


@subscriber.on(PaymentCaptured)
async def on_payment_captured(event: PaymentCaptured, session: AsyncSession) -> None:
    order = await booking.note_fact(session, event.order_id, payment_status="captured")
    await walks.close_money(session, order)


@subscriber.on(PaymentVoided)
async def on_payment_voided(event: PaymentVoided, session: AsyncSession) -> None:
    await booking.note_fact(session, event.order_id, payment_status="voided")


@subscriber.on(PaymentRefunded)
async def on_payment_refunded(event: PaymentRefunded, session: AsyncSession) -> None:
    status = "refunded" if event.refunded >= event.captured else "partially_refunded"
    await booking.note_fact(session, event.order_id, payment_status=status, refunded=event.refunded)


@subscriber.on(PaymentChargedBack)
async def on_payment_charged_back(event: PaymentChargedBack, session: AsyncSession) -> None:
    await disputes.take_chargeback(session, event.order_id, amount=event.amount)


@subscriber.on(TipPaid)
async def on_tip_paid(event: TipPaid, session: AsyncSession) -> None:
    await tips.take_tip(session, event.order_id, event.amount)


@subscriber.on(TrackFinalized)
async def on_track_finalized(event: TrackFinalized, session: AsyncSession) -> None:
    await walks.take_track(session, event)


@subscriber.on(WalkerPositionChanged)
async def on_walker_position_changed(event: WalkerPositionChanged, session: AsyncSession) -> None:
    await move_walker(session, event.walker_id, event.lat, event.lon, event.at)


@subscriber.on(WalkerChanged)
async def on_walker_changed(event: WalkerChanged, session: AsyncSession) -> None:
    await walkers.take_profile(session, event)


@subscriber.on(UserChanged)
async def on_user_changed(event: UserChanged, session: AsyncSession) -> None:
    await people.put_person(
        session,
        event.user_id,
        event.version,
        display_name=event.display_name,
        status=event.status.value,
        email_verified=event.email_verified,
        terms_version=event.terms_version,
    )
    # also where he was suspended before his row in the index was made, or made anew
    is_suspended = event.status is UserStatus.SUSPENDED
    await walkers.set_suspended(session, event.user_id, is_suspended=is_suspended)


@subscriber.on(UserRegistered)
async def on_user_registered(event: UserRegistered, session: AsyncSession) -> None:
    await referrals.take_registration(session, event)


@subscriber.on(PetChanged)
async def on_pet_changed(event: PetChanged, session: AsyncSession) -> None:
    await pets.put_pet(
        session,
        event.pet_id,
        event.version,
        owner_id=event.owner_id,
        co_owner_ids=event.co_owner_ids,
        is_archived=event.archived,
    )
    if event.archived:
        await series.pause_series_with_pet(session, event.pet_id)


@subscriber.on(UserSuspended)
async def on_user_suspended(event: UserSuspended, session: AsyncSession) -> None:
    await suspension.suspend(session, event.user_id)


@subscriber.on(UserReinstated)
async def on_user_reinstated(event: UserReinstated, session: AsyncSession) -> None:
    await walkers.set_suspended(session, event.user_id, is_suspended=False)


@subscriber.on(FavoriteAdded)
async def on_favorite_added(event: FavoriteAdded, session: AsyncSession) -> None:
    await people.put_pairing(session, event.user_id, event.other_id, "favorite")


@subscriber.on(FavoriteRemoved)
async def on_favorite_removed(event: FavoriteRemoved, session: AsyncSession) -> None:
    await people.delete_pairing(session, event.user_id, event.other_id, "favorite")


@subscriber.on(BlockAdded)
async def on_block_added(event: BlockAdded, session: AsyncSession) -> None:
    await people.put_pairing(session, event.user_id, event.other_id, "block")


@subscriber.on(BlockRemoved)
async def on_block_removed(event: BlockRemoved, session: AsyncSession) -> None:
    await people.delete_pairing(session, event.user_id, event.other_id, "block")


@subscriber.on(ChatChanged)
async def on_chat_changed(event: ChatChanged, session: AsyncSession) -> None:
    if event.order_id:
        await booking.note_fact(session, event.order_id, chat_id=event.chat_id)


@subscriber.on(UserErasureRequested)
async def on_user_erasure_requested(event: UserErasureRequested, session: AsyncSession) -> None:
    await begin_erasure(session, **event.model_dump())
