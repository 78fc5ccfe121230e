"""What the order service holds of people, and what becomes of it when they leave."""

from app.config import settings
from app.models import (
    AccessReveal,
    CalendarFeed,
    ContactAttempt,
    Dispute,
    Extension,
    Incident,
    IncidentNote,
    Market,
    Occurrence,
    Offer,
    Order,
    Pairing,
    Person,
    Pet,
    PricingRule,
    PromoCode,
    PromoUse,
    Quote,
    Referral,
    Review,
    Series,
    Slot,
    Substitute,
    TimelineEntry,
    Walker,
    WalkEvent,
)
from app.queries.leaving import find_blockers, is_co_owner, is_note_on_orders_of, leave_households
from lapa_kit.privacy import DELETE, Change, Holding, Privacy, those_of
from lapa_kit.seal import Sealer


def open_access_notes(booked: Order | Series) -> str | None:
    if booked.access_notes_sealed is None:
        return None
    return Sealer.of(settings).open(booked.access_notes_sealed, context=str(booked.id))


privacy = Privacy(
    holdings=[
        Holding(
            WalkEvent,
            WalkEvent.order_id,
            Change(
                {
                    WalkEvent.note: None,
                    WalkEvent.lat: None,
                    WalkEvent.lon: None,
                    WalkEvent.media_ids: [],
                },
                harmless=[WalkEvent.pet_ids],
            ),
            those_of(WalkEvent.order_id, Order.client_id),
        ),
        # the walker's notes on somebody else's dog go with him; where the dog was is its owner's
        Holding(
            WalkEvent,
            WalkEvent.order_id,
            Change({WalkEvent.note: None, WalkEvent.media_ids: []}),
            those_of(WalkEvent.order_id, Order.walker_id),
        ),
        Holding(
            TimelineEntry,
            TimelineEntry.actor_id,
            Change({TimelineEntry.data: {}}, harmless=[TimelineEntry.kind, TimelineEntry.actor]),
        ),
        Holding(
            Dispute,
            Dispute.order_id,
            Change(
                {Dispute.reason: "", Dispute.note: None, Dispute.media_ids: []},
                harmless=[Dispute.opened_by],
            ),
            those_of(Dispute.order_id, Order.client_id),
        ),
        Holding(Dispute, Dispute.opener_id, Change({Dispute.reason: "", Dispute.media_ids: []})),
        Holding(Dispute, Dispute.resolver_id, Change(), is_exported=False),
        # of a case that is closed stays that there was one
        Holding(
            IncidentNote,
            IncidentNote.incident_id,
            Change({IncidentNote.text: ""}, harmless=[IncidentNote.author]),
            is_note_on_orders_of,
        ),
        Holding(IncidentNote, IncidentNote.author_id, Change({IncidentNote.text: ""})),
        Holding(
            Incident,
            Incident.order_id,
            Change(
                {
                    Incident.description: "",
                    Incident.people: [],
                    Incident.media_ids: [],
                    Incident.lat: None,
                    Incident.lon: None,
                },
                harmless=[Incident.reported_by, Incident.pet_ids],
            ),
            those_of(Incident.order_id, Order.client_id),
        ),
        Holding(
            Incident,
            Incident.reporter_id,
            Change({Incident.description: "", Incident.people: [], Incident.media_ids: []}),
        ),
        Holding(
            ContactAttempt,
            ContactAttempt.walker_id,
            Change(harmless=[ContactAttempt.proof]),
        ),
        Holding(
            Extension,
            Extension.order_id,
            Change(harmless=[Extension.proposed_by]),
            those_of(Extension.order_id, Order.client_id),
        ),
        Holding(AccessReveal, AccessReveal.user_id, Change(harmless=[AccessReveal.outcome])),
        Holding(Offer, Offer.walker_id, Change(harmless=[Offer.factors])),
        Holding(Slot, Slot.walker_id, Change()),
        Holding(
            Review,
            Review.author_id,
            Change({Review.comment: None, Review.tags: [], Review.removed_reason: None}),
        ),
        Holding(Review, Review.subject_id, Change({Review.reply: None})),
        Holding(
            Order,
            Order.client_id,
            Change(
                {
                    Order.pickup_lat: 0,
                    Order.pickup_lon: 0,
                    Order.pickup_address: "",
                    Order.pets: [],
                    Order.drop_offs: [],
                    Order.notes: None,
                    Order.access_notes_sealed: None,
                    Order.start_pin: None,
                    Order.confirmation_url: None,
                    Order.report: None,
                    Order.ended_reason: None,
                },
                harmless=[
                    Order.market,
                    Order.service_type,
                    Order.lines,
                    Order.currency,
                    Order.terms,
                    Order.payment_method,
                    Order.payment_status,
                    Order.settlement,
                    Order.credit,
                    Order.care_plan,
                    Order.start_proof,
                    Order.finished_by,
                ],
            ),
            hidden=[Order.access_notes_sealed],
            reveal={"access_notes": open_access_notes},
        ),
        Holding(
            Order,
            Order.walker_id,
            Change(),
            hidden=[
                Order.access_notes_sealed,
                Order.start_pin,
                Order.notes,
                Order.pickup_address,
                Order.pickup_lat,
                Order.pickup_lon,
                Order.confirmation_url,
            ],
        ),
        Holding(Order, Order.requested_walker_id, Change(), is_exported=False),
        Holding(
            Occurrence,
            Occurrence.series_id,
            DELETE,
            those_of(Occurrence.series_id, Series.client_id),
        ),
        Holding(
            Series,
            Series.client_id,
            Change(
                {
                    Series.pickup_lat: 0,
                    Series.pickup_lon: 0,
                    Series.pickup_address: "",
                    Series.notes: None,
                    Series.access_notes_sealed: None,
                    Series.pause_reason: None,
                },
                harmless=[
                    Series.rrule,
                    Series.timezone,
                    Series.service_type,
                    Series.pet_ids,
                    Series.payment_method,
                ],
            ),
            hidden=[Series.access_notes_sealed],
            reveal={"access_notes": open_access_notes},
        ),
        Holding(Series, Series.walker_id, Change(), is_exported=False),
        Holding(Substitute, Substitute.client_id, DELETE),
        Holding(Substitute, Substitute.walker_id, DELETE),
        Holding(CalendarFeed, CalendarFeed.user_id, DELETE, hidden=[CalendarFeed.token_hash]),
        Holding(
            Quote,
            Quote.client_id,
            Change(
                {
                    Quote.pickup_lat: 0,
                    Quote.pickup_lon: 0,
                    Quote.pickup_address: "",
                    Quote.pets: [],
                },
                harmless=[
                    Quote.market,
                    Quote.service_type,
                    Quote.lines,
                    Quote.facts,
                    Quote.currency,
                    Quote.terms,
                ],
            ),
        ),
        # he has had what the code was for
        Holding(
            PromoCode,
            PromoCode.owner_id,
            Change(
                harmless=[
                    PromoCode.code,
                    PromoCode.currency,
                    PromoCode.market,
                ]
            ),
        ),
        Holding(PromoUse, PromoUse.user_id, Change()),
        Holding(Referral, Referral.user_id, DELETE),
        Holding(Referral, Referral.referred_by, DELETE, is_exported=False),
        Holding(Pet, Pet.owner_id, DELETE, is_exported=False),
        Holding(Pet, Pet.co_owner_ids, leave_households, is_co_owner, is_exported=False),
        Holding(Pairing, Pairing.user_id, DELETE, is_exported=False),
        Holding(Pairing, Pairing.other_id, DELETE, is_exported=False),
        Holding(Walker, Walker.walker_id, DELETE, hidden=[Walker.home, Walker.area, Walker.live]),
        Holding(Person, Person.user_id, DELETE, is_exported=False),
    ],
    impersonal=[Market, PricingRule],
    blockers=find_blockers,
)
