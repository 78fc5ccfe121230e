"""What the notification service does when others speak."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.queries import people
from app.services import accounts, codes, inbox, orders, owners, substitutes, unread, walkers, walks
from app.services.notifying import tell_each
from app.services.orders import link, money, tell, tell_both
from lapa_contracts.analytics import KpiStatusChanged
from lapa_contracts.chat import ChatRead, ChatReported, MessagePosted
from lapa_contracts.gateway import WebhookDisabled
from lapa_contracts.location import AlertRaised
from lapa_contracts.order import (
    AccessRevealed,
    IncidentClosed,
    IncidentOpened,
    OfferClosed,
    OfferMade,
    OrderAssigned,
    OrderCancelled,
    OrderClientAwaited,
    OrderCompleted,
    OrderDelayed,
    OrderDisputed,
    OrderDisputeResolved,
    OrderEnRoute,
    OrderExpired,
    OrderExtended,
    OrderExtensionProposed,
    OrderNoShow,
    OrderPaymentFailed,
    OrderPetsDroppedOff,
    OrderRescheduled,
    OrderSearchStarted,
    OrderSettled,
    OrderStarted,
    OrderStartOverdue,
    OrderUnassigned,
    ReportReady,
    ReviewRevealed,
    SeriesOccurrenceFailed,
    SeriesPaused,
    SubstituteAnswered,
    SubstituteAsked,
)
from lapa_contracts.payment import (
    PaymentActionRequired,
    PaymentRefunded,
    PayoutChanged,
    TipPaid,
    TopupChanged,
    TopupState,
)
from lapa_contracts.pet import PetVaccinationDue
from lapa_contracts.user import (
    AppealAnswered,
    AppealOpened,
    BackgroundCheckRecorded,
    NewDeviceSeen,
    UserChanged,
    UserCodeIssued,
    UserContactChanged,
    UserErasureRequested,
    UserRegistered,
    UserReinstated,
    UserSuspended,
    VerificationDecided,
    VerificationExpiring,
    VerificationMoved,
    VerificationSubmitted,
)
from lapa_kit.events import Event, Subscriber
from lapa_kit.privacy.erasing import begin_erasure

subscriber = Subscriber()


def _once(event: Event) -> str:
    return str(event.envelope.id)


@subscriber.on(UserRegistered)
async def on_user_registered(event: UserRegistered, session: AsyncSession) -> None:
    await accounts.greet(session, event)


@subscriber.on(UserChanged)
async def on_user_changed(event: UserChanged, session: AsyncSession) -> None:
    await accounts.take_person(session, event)


@subscriber.on(UserContactChanged)
async def on_user_contact_changed(event: UserContactChanged, session: AsyncSession) -> None:
    await accounts.take_contact(session, event)


@subscriber.on(UserCodeIssued)
async def on_user_code_issued(event: UserCodeIssued, session: AsyncSession) -> None:
    await codes.take_code(session, event)


@subscriber.on(NewDeviceSeen)
async def on_new_device_seen(event: NewDeviceSeen, session: AsyncSession) -> None:
    await accounts.tell_new_device(session, event)


@subscriber.on(UserSuspended)
async def on_user_suspended(event: UserSuspended, session: AsyncSession) -> None:
    await accounts.tell_suspended(session, event)


@subscriber.on(UserReinstated)
async def on_user_reinstated(event: UserReinstated, session: AsyncSession) -> None:
    await accounts.tell_reinstated(session, event)


@subscriber.on(AppealOpened)
async def on_appeal_opened(event: AppealOpened, session: AsyncSession) -> None:
    await accounts.tell_of_appeal(session, event)


@subscriber.on(AppealAnswered)
async def on_appeal_answered(event: AppealAnswered, session: AsyncSession) -> None:
    await accounts.tell_of_answer(session, event)


@subscriber.on(VerificationSubmitted)
async def on_verification_submitted(event: VerificationSubmitted, session: AsyncSession) -> None:
    await walkers.tell_reviewers(session, event)


@subscriber.on(VerificationDecided)
async def on_verification_decided(event: VerificationDecided, session: AsyncSession) -> None:
    await walkers.tell_decision(session, event)


@subscriber.on(VerificationMoved)
async def on_verification_moved(event: VerificationMoved, session: AsyncSession) -> None:
    await walkers.tell_move(session, event)


@subscriber.on(VerificationExpiring)
async def on_verification_expiring(event: VerificationExpiring, session: AsyncSession) -> None:
    await walkers.tell_of_end(session, event)


@subscriber.on(BackgroundCheckRecorded)
async def on_background_check_recorded(
    event: BackgroundCheckRecorded, session: AsyncSession
) -> None:
    await walkers.tell_of_check(session, event)


@subscriber.on(WebhookDisabled)
async def on_webhook_disabled(event: WebhookDisabled, session: AsyncSession) -> None:
    about, owner = {"webhook_id": event.webhook_id}, [event.user_id]
    key, where = "webhook.disabled", link("developer")
    await tell_each(session, owner, key, source=_once(event), about=about, link=where)


@subscriber.on(PetVaccinationDue)
async def on_pet_vaccination_due(event: PetVaccinationDue, session: AsyncSession) -> None:
    await owners.remind_of_vaccination(session, event)


@subscriber.on(OfferMade)
async def on_offer_made(event: OfferMade, session: AsyncSession) -> None:
    await tell(
        session,
        event,
        event.offered_to,
        "offer.made",
        source=f"offer:{event.offer_id}",
        earnings=money(event.earnings, event.currency),
        until=event.expires_at.isoformat(),
    )


@subscriber.on(OfferClosed)
async def on_offer_closed(event: OfferClosed, session: AsyncSession) -> None:
    about = {"order_id": event.order_id}
    await inbox.take_back(session, event.offered_to, "offer.made", **about)


@subscriber.on(OrderSearchStarted)
async def on_order_search_started(event: OrderSearchStarted, session: AsyncSession) -> None:
    if event.attempt > 1:
        await tell(session, event, event.client_id, "order.search_again")


@subscriber.on(OrderAssigned)
async def on_order_assigned(event: OrderAssigned, session: AsyncSession) -> None:
    await tell(session, event, event.client_id, "order.assigned")
    await tell(session, event, event.walker_id, "order.assigned.walker")
    await orders.plan_reminders(session, event)


@subscriber.on(OrderUnassigned)
async def on_order_unassigned(event: OrderUnassigned, session: AsyncSession) -> None:
    await tell(session, event, event.previous_walker_id, "order.unassigned")


@subscriber.on(OrderRescheduled)
async def on_order_rescheduled(event: OrderRescheduled, session: AsyncSession) -> None:
    await tell_both(session, event, "order.rescheduled", before=event.previous_at.isoformat())
    await orders.plan_reminders(session, event)


@subscriber.on(SeriesOccurrenceFailed)
async def on_occurrence_failed(event: SeriesOccurrenceFailed, session: AsyncSession) -> None:
    await owners.tell_of_failed_occurrence(session, event)


@subscriber.on(SeriesPaused)
async def on_series_paused(event: SeriesPaused, session: AsyncSession) -> None:
    await owners.tell_of_pause(session, event)


@subscriber.on(SubstituteAsked)
async def on_substitute_asked(event: SubstituteAsked, session: AsyncSession) -> None:
    await substitutes.tell_of_request(session, event)


@subscriber.on(SubstituteAnswered)
async def on_substitute_answered(event: SubstituteAnswered, session: AsyncSession) -> None:
    await substitutes.tell_of_answer(session, event)


@subscriber.on(OrderEnRoute)
async def on_order_en_route(event: OrderEnRoute, session: AsyncSession) -> None:
    await tell(session, event, event.client_id, "order.en_route")


@subscriber.on(OrderDelayed)
async def on_order_delayed(event: OrderDelayed, session: AsyncSession) -> None:
    until, minutes = event.eta_at.isoformat(), event.minutes_late
    await tell(session, event, event.client_id, "order.delayed", until=until, minutes=minutes)


@subscriber.on(OrderStarted)
async def on_order_started(event: OrderStarted, session: AsyncSession) -> None:
    await tell(session, event, event.client_id, "order.started")


@subscriber.on(OrderPetsDroppedOff)
async def on_pets_dropped_off(event: OrderPetsDroppedOff, session: AsyncSession) -> None:
    await orders.tell_of_drop_off(session, event)


@subscriber.on(OrderExtensionProposed)
async def on_extension_proposed(event: OrderExtensionProposed, session: AsyncSession) -> None:
    await orders.tell_of_proposal(session, event)


@subscriber.on(OrderExtended)
async def on_order_extended(event: OrderExtended, session: AsyncSession) -> None:
    await tell_both(session, event, "order.extended", minutes=event.minutes)


@subscriber.on(OrderCompleted)
async def on_order_completed(event: OrderCompleted, session: AsyncSession) -> None:
    await tell(session, event, event.client_id, "order.completed")


@subscriber.on(ReportReady)
async def on_report_ready(event: ReportReady, session: AsyncSession) -> None:
    await walks.tell_of_report(session, event)


@subscriber.on(OrderSettled)
async def on_order_settled(event: OrderSettled, session: AsyncSession) -> None:
    await walks.tell_of_settlement(session, event)


@subscriber.on(OrderCancelled)
async def on_order_cancelled(event: OrderCancelled, session: AsyncSession) -> None:
    fee = money(event.settlement.capture, event.currency)
    await tell_both(session, event, "order.cancelled", fee=fee)


@subscriber.on(OrderExpired)
async def on_order_expired(event: OrderExpired, session: AsyncSession) -> None:
    await tell(session, event, event.client_id, "order.expired")


@subscriber.on(OrderNoShow)
async def on_order_no_show(event: OrderNoShow, session: AsyncSession) -> None:
    await tell_both(session, event, "order.no_show")


@subscriber.on(OrderClientAwaited)
async def on_client_awaited(event: OrderClientAwaited, session: AsyncSession) -> None:
    until = event.leaves_at.isoformat()
    await tell(session, event, event.client_id, "order.client_awaited", until=until)


@subscriber.on(OrderStartOverdue)
async def on_order_start_overdue(event: OrderStartOverdue, session: AsyncSession) -> None:
    await walks.tell_of_lateness(session, event)


@subscriber.on(OrderPaymentFailed)
async def on_order_payment_failed(event: OrderPaymentFailed, session: AsyncSession) -> None:
    await tell(session, event, event.client_id, "order.payment_failed")


@subscriber.on(OrderDisputed)
async def on_order_disputed(event: OrderDisputed, session: AsyncSession) -> None:
    await tell_both(session, event, "order.disputed")


@subscriber.on(OrderDisputeResolved)
async def on_order_dispute_resolved(event: OrderDisputeResolved, session: AsyncSession) -> None:
    refund = money(event.settlement.release, event.currency)
    await tell_both(session, event, "order.dispute_resolved", refund=refund)


@subscriber.on(AccessRevealed)
async def on_access_revealed(event: AccessRevealed, session: AsyncSession) -> None:
    await tell(session, event, event.client_id, "access.revealed", outcome=event.outcome)


@subscriber.on(IncidentOpened)
async def on_incident_opened(event: IncidentOpened, session: AsyncSession) -> None:
    await walks.tell_of_incident(session, event)


@subscriber.on(IncidentClosed)
async def on_incident_closed(event: IncidentClosed, session: AsyncSession) -> None:
    await tell_both(session, event, "incident.closed")


@subscriber.on(ReviewRevealed)
async def on_review_revealed(event: ReviewRevealed, session: AsyncSession) -> None:
    await walks.tell_of_review(session, event)


@subscriber.on(AlertRaised)
async def on_alert_raised(event: AlertRaised, session: AsyncSession) -> None:
    about = {"alert_id": event.alert_id}
    if event.order_id:
        about["order_id"] = event.order_id
    kind, to = event.kind.value.replace("_", " "), event.recipient_ids
    once = _once(event)
    await tell_each(session, to, "alert.raised", source=once, about=about, kind=kind, link=link())


@subscriber.on(PaymentActionRequired)
async def on_payment_action_required(event: PaymentActionRequired, session: AsyncSession) -> None:
    await tell_each(
        session,
        [event.client_id],
        "payment.action_required",
        source=_once(event),
        about={"order_id": event.order_id, "payment_id": event.payment_id},
        link=event.confirmation_url,
        until=event.expires_at.isoformat(),
    )


@subscriber.on(PaymentRefunded)
async def on_payment_refunded(event: PaymentRefunded, session: AsyncSession) -> None:
    await tell_each(
        session,
        [event.client_id],
        "payment.refunded",
        source=_once(event),
        about={"order_id": event.order_id, "payment_id": event.payment_id},
        amount=money(event.refunded, event.currency),
        link=link(f"orders/{event.order_id}"),
    )


@subscriber.on(TopupChanged)
async def on_topup_changed(event: TopupChanged, session: AsyncSession) -> None:
    if event.state in (TopupState.SUCCEEDED, TopupState.FAILED):
        key, about = f"topup.{event.state.value}", {"topup_id": event.topup_id}
        source = f"topup:{event.topup_id}:{event.state.value}"
        facts = {"amount": money(event.amount, event.currency), "link": link("wallet")}
        await tell_each(session, [event.user_id], key, source=source, about=about, **facts)


@subscriber.on(TipPaid)
async def on_tip_paid(event: TipPaid, session: AsyncSession) -> None:
    tip, about = money(event.amount, event.currency), {"order_id": event.order_id}
    facts = {"amount": tip, "link": link("wallet")}
    await tell_each(
        session, [event.walker_id], "tip.paid", source=_once(event), about=about, **facts
    )


@subscriber.on(PayoutChanged)
async def on_payout_changed(event: PayoutChanged, session: AsyncSession) -> None:
    key = {"sent": "payout.sent", "failed": "payout.failed", "rejected": "payout.failed"}
    if event.state.value in key:
        await tell_each(
            session,
            [event.walker_id],
            key[event.state.value],
            source=f"payout:{event.payout_id}:{event.state.value}",
            about={"payout_id": event.payout_id},
            amount=money(event.amount, event.currency),
            link=link("wallet"),
        )


@subscriber.on(MessagePosted)
async def on_message_posted(event: MessagePosted, session: AsyncSession) -> None:
    await unread.await_reading(session, event)


@subscriber.on(ChatRead)
async def on_chat_read(event: ChatRead, session: AsyncSession) -> None:
    await unread.note_reading(session, event)


@subscriber.on(ChatReported)
async def on_chat_reported(event: ChatReported, session: AsyncSession) -> None:
    staff = await people.list_with_role(session, "moderator", "support", "admin")
    about = {"chat_id": event.chat_id, "report_id": event.report_id}
    where, once = link("admin/reports"), _once(event)
    await tell_each(session, staff, "chat.reported", source=once, about=about, link=where)


@subscriber.on(KpiStatusChanged)
async def on_kpi_status_changed(event: KpiStatusChanged, session: AsyncSession) -> None:
    await tell_each(
        session,
        event.recipient_ids,
        "kpi.status_changed",
        source=_once(event),
        kpi=event.kpi_key,
        status=event.status.value,
        link=link("admin/kpis"),
    )


@subscriber.on(UserErasureRequested)
async def on_user_erasure_requested(event: UserErasureRequested, session: AsyncSession) -> None:
    await begin_erasure(session, **event.model_dump())
