"""Chats, people and neighbours for tests."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import Chat, Member, Person
from app.models.chat import pair_of
from lapa_contracts.chat import ChatType
from lapa_contracts.order import OrderAssigned, OrderCancelled, OrderCompleted, Settlement
from lapa_contracts.user import UserChanged, UserStatus
from lapa_contracts.values import Point
from lapa_kit import clock
from lapa_kit.ids import new_id


async def add_people(session: AsyncSession, *user_ids: UUID) -> None:
    for number, user_id in enumerate(user_ids):
        name = f"Person {number}"
        session.add(Person(user_id=user_id, display_name=name, status=UserStatus.ACTIVE, version=1))
    await session.commit()


async def add_direct_chat(session: AsyncSession, one: UUID, other: UUID) -> Chat:
    await add_people(session, one, other)
    chat = Chat(id=new_id(), type=ChatType.DIRECT, created_by=one, pair=pair_of(one, other))
    session.add(chat)
    await session.flush()
    session.add_all([Member(chat_id=chat.id, user_id=one), Member(chat_id=chat.id, user_id=other)])
    await session.commit()
    return chat


def card(order_id: UUID, client_id: UUID, walker_id: UUID, version: int = 4) -> dict[str, Any]:
    return {
        "order_id": order_id,
        "client_id": client_id,
        "walker_id": walker_id,
        "market": "default",
        "status": "assigned",
        "service_type": "walk",
        "scheduled_at": clock.now(),
        "duration_minutes": 30,
        "pets": [],
        "amount": 1950,
        "currency": "EUR",
        "version": version,
    }


def assigned(
    order_id: UUID, client_id: UUID, walker_id: UUID, *, assignment: int = 1, version: int = 4
) -> OrderAssigned:
    return OrderAssigned(
        **card(order_id, client_id, walker_id, version),
        pickup=Point(lat=60.1686, lon=24.9316),
        ends_at=clock.now() + timedelta(minutes=30),
        assignment=assignment,
    )


def completed(
    order_id: UUID, client_id: UUID, walker_id: UUID, finished_at: datetime | None = None
) -> OrderCompleted:
    return OrderCompleted(
        **card(order_id, client_id, walker_id, 7),
        started_at=clock.now() - timedelta(minutes=30),
        finished_at=finished_at or clock.now(),
        finished_by="walker",
    )


def cancelled(order_id: UUID, client_id: UUID, walker_id: UUID) -> OrderCancelled:
    return OrderCancelled(
        **card(order_id, client_id, walker_id, 7),
        by="client",
        reason_code="rain",
        settlement=Settlement(capture=0, release=1950),
    )


def person(user_id: UUID, version: int, **fields: Any) -> UserChanged:
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


def media_stand_in(claims: list[dict[str, Any]], *, refuse: bool = False) -> FastAPI:
    """media-service as far as claiming goes; what was claimed is noted in `claims`."""
    app = FastAPI()

    @app.post("/internal/v1/media/claims", status_code=204, response_model=None)
    async def claim(request: Request) -> JSONResponse | None:
        if refuse:
            return JSONResponse({"code": "media_not_usable", "title": "Not usable"}, 422)
        claims.append(await request.json())
        return None

    return app


def words(text: str | None = "Hello", **fields: Any) -> dict[str, Any]:
    return {"client_message_id": str(new_id()), "text": text, **fields}
