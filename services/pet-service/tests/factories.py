"""Pets, neighbours and events for tests."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from lapa_contracts.order import (
    CardPet,
    OrderAssigned,
    OrderCancelled,
    OrderCompleted,
    OrderUnassigned,
    Settlement,
)
from lapa_contracts.user import UserChanged, UserStatus
from lapa_contracts.values import PetSize, Point
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.testing.identity import bearer

REX: dict[str, Any] = {
    "name": "Rex",
    "species": "dog",
    "breed": "Beagle",
    "sex": "male",
    "birth_date": "2020-05-01",
    "weight_kg": 12.5,
    "temperament": ["pulls"],
    "special_needs": "on the lead only",
    "microchip_id": "985112345678900",
    "vet": {"name": "Dr. Aho", "phone": "+358 9 123", "address": "Kaivokatu 1"},
    "feeding": "no treats",
    "emergency_contact": "Ann, +358 40 123",
    "tags": {"lead": "red"},
}


async def add_pet(client: Any, owner_id: UUID, **facts: Any) -> dict[str, Any]:
    response = await client.post("/api/v1/pets", json={**REX, **facts}, headers=bearer(owner_id))
    assert response.status_code == 201, response.text
    return response.json()


def shot(expires_at: Any = None, **facts: Any) -> dict[str, Any]:
    told: dict[str, Any] = {"type": "vaccination", "title": "Rabies", "date": "2024-01-10", **facts}
    return told | ({"expires_at": expires_at.isoformat()} if expires_at else {})


async def add_record(client: Any, pet: dict[str, Any], record: dict[str, Any]) -> dict[str, Any]:
    response = await client.post(
        f"/api/v1/pets/{pet['id']}/medical", json=record, headers=bearer(UUID(pet["owner_id"]))
    )
    assert response.status_code == 201, response.text
    return response.json()


def media_stand_in(refuse: bool = False) -> FastAPI:
    """media-service as far as a pet needs it: takes what is sent, and claims."""
    app = FastAPI()
    app.state.claims, app.state.received = [], []

    @app.post("/internal/v1/media/claims", status_code=204, response_model=None)
    async def claim(request: Request) -> Any:
        if refuse:
            return JSONResponse({"code": "media_not_usable", "title": "Not usable"}, 422)
        app.state.claims.append(await request.json())
        return None

    @app.post("/api/v1/media", status_code=201)
    async def upload(request: Request) -> Any:
        body = await request.body()
        if b"huge" in body:
            return JSONResponse({"code": "payload_too_large", "title": "Too large"}, 413)
        app.state.received.append((request.headers["authorization"], body))
        return {"id": str(new_id())}

    return app


def person(user_id: UUID) -> UserChanged:
    return UserChanged(
        user_id=user_id,
        display_name="Ann",
        roles=["client"],
        status=UserStatus.ACTIVE,
        email_verified=True,
        phone_verified=False,
        locale="en",
        timezone="UTC",
        version=1,
    )


def card(pet: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {
        "order_id": new_id(),
        "client_id": UUID(pet["owner_id"]),
        "walker_id": new_id(),
        "market": "default",
        "status": "assigned",
        "service_type": "walk",
        "scheduled_at": clock.now(),
        "duration_minutes": 30,
        "pets": [CardPet(pet_id=UUID(pet["id"]), name="Rex", size=PetSize.MEDIUM)],
        "amount": 1950,
        "currency": "EUR",
        "version": 3,
        **fields,
    }


def assigned(pet: dict[str, Any], **fields: Any) -> OrderAssigned:
    facts: dict[str, Any] = {"pickup": Point(lat=60.17, lon=24.93), "assignment": 1}
    facts["ends_at"] = clock.now() + timedelta(minutes=30)
    return OrderAssigned(**{**card(pet, **fields), **facts})


def completed(order: OrderAssigned) -> OrderCompleted:
    now = clock.now()
    told: dict[str, Any] = {**order.model_dump(), "status": "completed", "version": 6}
    return OrderCompleted(**told, started_at=now, finished_at=now, finished_by="walker")


def unassigned(order: OrderAssigned) -> OrderUnassigned:
    told: dict[str, Any] = {**order.model_dump(), "walker_id": None, "version": 5}
    facts: dict[str, Any] = {"by": "walker", "reason_code": "ill"}
    return OrderUnassigned(**{**told, **facts}, previous_walker_id=order.walker_id)


def cancelled(order: OrderAssigned) -> OrderCancelled:
    told: dict[str, Any] = {**order.model_dump(), "status": "cancelled", "version": 5}
    settlement = Settlement(capture=0, release=order.amount)
    return OrderCancelled(**told, by="client", reason_code="rain", settlement=settlement)
