"""Rows and neighbours for tests."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import UUID

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import Order, Quote
from app.models.market import MODERATE_TIERS
from app.models.order import OrderStatus
from app.models.pricing import PricedPet, PriceFacts
from app.queries.markets import find_rule_in_force
from app.services.quotes import FACTS
from lapa_contracts.location import TrackFinalized
from lapa_contracts.payment import PaymentAuthorized, PaymentCaptured
from lapa_contracts.user import Availability, Verification, WalkerChanged, WeeklyHours
from lapa_contracts.values import PetSize, Point
from lapa_kit import clock
from lapa_kit.ids import new_id

KAMPPI = {"lat": 60.1686, "lon": 24.9316}
# 2 km from Kamppi
TOOLO = {"lat": 60.1866, "lon": 24.9316}
BIRTH_DATE = "2020-05-01"


def pets_stand_in(**overrides: Any) -> FastAPI:
    """pet-service as far as a quote needs it: every dog asked for belongs to the caller."""
    app = FastAPI()

    @app.post("/internal/v1/pets/quote")
    async def quote(request: Request) -> JSONResponse:
        body = await request.json()
        if "refuse" in overrides:
            return JSONResponse({"code": "pet_not_usable", "title": "Not usable"}, 422)
        pets = [
            {
                "pet_id": pet_id,
                "name": f"Rex {number}",
                "species": "dog",
                "size": "medium",
                "birth_date": BIRTH_DATE,
                **overrides,
            }
            for number, pet_id in enumerate(body["pet_ids"])
        ]
        return JSONResponse({"items": pets})

    return app


def wallet_stand_in(available: int) -> FastAPI:
    """payment-service as far as moving a walk needs it: what the client could spend."""
    app = FastAPI()

    @app.get("/internal/v1/wallets/{user_id}")
    async def wallet(user_id: UUID, currency: str) -> dict[str, Any]:
        return {"available": available, "currency": currency}

    return app


async def add_quote(session: AsyncSession, **fields: Any) -> Quote:
    now = clock.now()
    rule = await find_rule_in_force(session, "default")
    starts_at = fields.get("scheduled_at", now)
    facts = PriceFacts(
        service_type="walk",
        duration_minutes=fields.get("duration_minutes", 30),
        starts_at=starts_at,
        asked_at=now,
        timezone="Europe/Helsinki",
        is_holiday=False,
        pets=[PricedPet("medium", None)],
        surge_bp=10_000,
        tax_bp=0,
    )
    defaults: dict[str, Any] = {
        "id": new_id(),
        "client_id": new_id(),
        "rule_id": rule.id,
        "market": "default",
        "service_type": "walk",
        "is_asap": True,
        "scheduled_at": now,
        "duration_minutes": 30,
        "pickup_lat": KAMPPI["lat"],
        "pickup_lon": KAMPPI["lon"],
        "pickup_address": "Urho Kekkosen katu 1",
        "pets": [{"pet_id": str(new_id()), "name": "Rex", "size": "medium", "species": "dog"}],
        "lines": [{"code": "base", "title": "30 minutes", "amount": 1950, "tax": 0}],
        "amount": 1950,
        "currency": "EUR",
        "surge_bp": 10_000,
        "rule_version": 1,
        "facts": FACTS.dump_python(facts, mode="json"),
        "promo_id": None,
        "terms": {
            "commission_bp": 1500,
            "cancellation_tiers": MODERATE_TIERS,
            "tax_bp": 0,
            "timezone": "Europe/Helsinki",
        },
        "expires_at": now + timedelta(minutes=15),
    }
    quote = Quote(**{**defaults, **fields})
    session.add(quote)
    await session.commit()
    return quote


async def add_order(session: AsyncSession, status: OrderStatus, **fields: Any) -> Order:
    """An order in any state, with a walker where the state needs one."""
    now = clock.now()
    starts_at = fields.pop("scheduled_at", now)
    client = {"client_id": fields["client_id"]} if "client_id" in fields else {}
    quote = await add_quote(session, scheduled_at=starts_at, used_at=now, **client)
    has_walker = status.value in ("assigned", "en_route", "in_progress", "completed", "settled")
    defaults: dict[str, Any] = {
        "id": new_id(),
        "client_id": quote.client_id,
        "walker_id": new_id() if has_walker else None,
        "quote_id": quote.id,
        "status": status,
        "ends_at": starts_at + timedelta(minutes=30),
        "scheduled_at": starts_at,
        "tax": 0,
        "payment_method": "wallet",
        "payment_status": "authorized",
        "pay_by": now + timedelta(minutes=15),
        "search_by": now + timedelta(minutes=10) if status is OrderStatus.SEARCHING else None,
        "search_attempt": 1,
        "search_round": 1,
        "wave": 0,
        "version": 3,
        "started_at": now if status.value in ("in_progress", "completed", "settled") else None,
        "finished_at": now if status.value in ("completed", "settled") else None,
    }
    copied = (
        "market service_type is_asap duration_minutes pickup_lat pickup_lon pickup_address "
        "pets lines amount currency terms"
    )
    defaults |= {name: getattr(quote, name) for name in copied.split()}
    order = Order(**{**defaults, **fields})
    session.add(order)
    await session.commit()
    return order


def walker_profile(walker_id: UUID | None = None, version: int = 1, **fields: Any) -> WalkerChanged:
    """An approved walker in Kamppi, online and working around the clock."""
    defaults: dict[str, Any] = {
        "walker_id": walker_id or new_id(),
        "verification": Verification.APPROVED,
        "verified_until": datetime.now(UTC) + timedelta(days=365),
        "online": True,
        "home": Point(**KAMPPI),
        "service_radius_m": 3000,
        "accepted_sizes": [PetSize.SMALL, PetSize.MEDIUM, PetSize.LARGE],
        "max_dogs": 3,
        "availability": Availability(
            timezone="Europe/Helsinki",
            weekly=[WeeklyHours(weekday=day, start=time(0), end=time(0)) for day in range(7)],
        ),
        "version": version,
    }
    return WalkerChanged(**{**defaults, **fields})


def authorized(order_id: UUID, client_id: UUID, amount: int = 1950) -> PaymentAuthorized:
    return PaymentAuthorized(
        order_id=order_id,
        payment_id=new_id(),
        client_id=client_id,
        currency="EUR",
        mode="hold",
        amount=amount,
    )


def captured(order: Order) -> PaymentCaptured:
    return PaymentCaptured(
        order_id=order.id,
        payment_id=new_id(),
        client_id=order.client_id,
        currency="EUR",
        captured=order.amount,
    )


def track_of(order_id: UUID, revision: int = 1, distance_m: int = 2400) -> TrackFinalized:
    return TrackFinalized(
        track_id=order_id,
        revision=revision,
        distance_m=distance_m,
        low_m=distance_m - 100,
        high_m=distance_m + 100,
        moving_s=1700,
        duration_s=1800,
        coverage=0.98,
        polyline="_p~iF~ps|U_ulLnnqC_mqNvxq`@",
        raw_sha256="0" * 64,
    )
