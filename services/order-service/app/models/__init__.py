"""Tables and their invariants; importing this package knows them all."""

from app.models.access import AccessReveal as AccessReveal
from app.models.calendar import CalendarFeed as CalendarFeed
from app.models.dispute import Dispute as Dispute
from app.models.extension import Extension as Extension
from app.models.incident import Incident as Incident
from app.models.incident import IncidentNote as IncidentNote
from app.models.market import Market as Market
from app.models.offer import Offer as Offer
from app.models.order import Order as Order
from app.models.person import Pairing as Pairing
from app.models.person import Person as Person
from app.models.pet import Pet as Pet
from app.models.pricing import PricingRule as PricingRule
from app.models.promo import PromoCode as PromoCode
from app.models.promo import PromoUse as PromoUse
from app.models.quote import Quote as Quote
from app.models.referral import Referral as Referral
from app.models.review import Review as Review
from app.models.series import Occurrence as Occurrence
from app.models.series import Series as Series
from app.models.slot import Slot as Slot
from app.models.substitute import Substitute as Substitute
from app.models.timeline import TimelineEntry as TimelineEntry
from app.models.waiting import ContactAttempt as ContactAttempt
from app.models.walk import WalkEvent as WalkEvent
from app.models.walker import Walker as Walker
