"""People and happenings for tests."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from app.config import settings
from lapa_contracts.order import (
    CardPet,
    OfferClosed,
    OfferMade,
    OrderAssigned,
    OrderCancelled,
    OrderRescheduled,
    OrderSettled,
    Settlement,
)
from lapa_contracts.user import (
    CodePurpose,
    UserChanged,
    UserCodeIssued,
    UserContactChanged,
    UserRegistered,
    UserStatus,
)
from lapa_contracts.values import PetSize, Point
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.seal import Sealer


def registered(user_id: UUID, **fields: Any) -> UserRegistered:
    defaults: dict[str, Any] = {"roles": ["client"], "locale": "en", "timezone": "Europe/Helsinki"}
    return UserRegistered(user_id=user_id, **{**defaults, **fields})


def person(user_id: UUID, version: int = 1, **fields: Any) -> UserChanged:
    defaults: dict[str, Any] = {
        "display_name": "Aino",
        "roles": ["client"],
        "status": UserStatus.ACTIVE,
        "email_verified": True,
        "phone_verified": False,
        "locale": "en",
        "timezone": "Europe/Helsinki",
    }
    return UserChanged(user_id=user_id, version=version, **{**defaults, **fields})


def contact(
    user_id: UUID, email: str | None = "aino@example.org", **fields: Any
) -> UserContactChanged:
    facts: dict[str, Any] = {
        "email_verified": True,
        "phone_verified": False,
        "version": 1,
        **fields,
    }
    return UserContactChanged(user_id=user_id, email=email, **facts)


def code_issued(user_id: UUID | None, code: str = "493817", **fields: Any) -> UserCodeIssued:
    code_id = new_id()
    sealer, context = Sealer.of(settings), UserCodeIssued.seal_context(code_id)
    address = fields.pop("address", "aino@example.org")
    defaults: dict[str, Any] = {
        "channel": "email",
        "address_sealed": sealer.seal_text(address, context=context),
        "code_sealed": sealer.seal_text(code, context=context),
        "purpose": CodePurpose.VERIFY,
        "expires_at": clock.now() + timedelta(minutes=10),
        "locale": "en",
    }
    return UserCodeIssued(code_id=code_id, user_id=user_id, **{**defaults, **fields})


def card(client_id: UUID, walker_id: UUID | None, **fields: Any) -> dict[str, Any]:
    defaults: dict[str, Any] = {
        "order_id": new_id(),
        "client_id": client_id,
        "walker_id": walker_id,
        "market": "default",
        "status": "assigned",
        "service_type": "walk",
        "scheduled_at": clock.now() + timedelta(days=2),
        "duration_minutes": 30,
        "pets": [CardPet(pet_id=new_id(), name="Rex", size=PetSize.MEDIUM)],
        "amount": 1950,
        "currency": "EUR",
        "version": 4,
    }
    return {**defaults, **fields}


def assigned(client_id: UUID, walker_id: UUID, **fields: Any) -> OrderAssigned:
    facts = card(client_id, walker_id, **fields)
    ends_at = facts["scheduled_at"] + timedelta(minutes=30)
    return OrderAssigned(
        **facts, pickup=Point(lat=60.1686, lon=24.9316), ends_at=ends_at, assignment=1
    )


def rescheduled(event: OrderAssigned, scheduled_at: Any) -> OrderRescheduled:
    facts = {name: getattr(event, name) for name in card(event.client_id, None)}
    facts |= {"scheduled_at": scheduled_at, "version": event.version + 1}
    ends_at = scheduled_at + timedelta(minutes=30)
    return OrderRescheduled(**facts, previous_at=event.scheduled_at, ends_at=ends_at, delta=0)


def cancelled(event: OrderAssigned, fee: int = 0) -> OrderCancelled:
    facts = {name: getattr(event, name) for name in card(event.client_id, None)}
    facts |= {"status": "cancelled", "version": event.version + 1}
    lines: list[Any] = [{"to": "walker", "amount": fee}] if fee else []
    settlement = Settlement(capture=fee, release=event.amount - fee, lines=lines)
    return OrderCancelled(**facts, by="client", reason_code="rain", settlement=settlement)


def settled(client_id: UUID, walker_id: UUID) -> OrderSettled:
    facts = card(client_id, walker_id, status="settled", version=9)
    return OrderSettled(**facts, captured=1950, walker_amount=1658, commission=292)


def offer(walker_id: UUID) -> OfferMade:
    return OfferMade(
        **card(new_id(), None),
        offer_id=new_id(),
        offered_to=walker_id,
        wave=1,
        earnings=1658,
        expires_at=clock.now() + timedelta(minutes=1),
    )


def offer_closed(event: OfferMade) -> OfferClosed:
    facts = {name: getattr(event, name) for name in card(event.client_id, None)}
    return OfferClosed(
        **facts, offer_id=event.offer_id, offered_to=event.offered_to, outcome="expired"
    )
