"""Webhooks in SQL: which have come, and what of ours they are about."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.payout import UNDER_WAY, Payout
from app.models.topup import Topup
from app.models.webhook import WebhookEvent
from lapa_contracts.payment import TopupState


async def add_event(session: AsyncSession, provider: str, event_id: str, now: datetime) -> bool:
    """False when it has come before."""
    statement = (
        insert(WebhookEvent)
        .values(provider=provider, event_id=event_id, received_at=now)
        .on_conflict_do_nothing()
        .returning(WebhookEvent.event_id)
    )
    return await session.scalar(statement) is not None


async def forget_events(session: AsyncSession, *, before: datetime) -> None:
    await session.execute(delete(WebhookEvent).where(WebhookEvent.received_at < before))


async def find_open_topup(
    session: AsyncSession, provider: str, reference: UUID | None, provider_id: str | None
) -> UUID | None:
    """By our reference, or where it was not repeated by the provider's own."""
    name = Topup.id == reference if reference else Topup.provider_id == provider_id
    is_open = Topup.state.not_in((TopupState.SUCCEEDED, TopupState.FAILED))
    return await session.scalar(select(Topup.id).where(Topup.provider == provider, name, is_open))


async def find_open_payout(
    session: AsyncSession, provider: str, reference: UUID | None, provider_id: str | None
) -> UUID | None:
    name = Payout.id == reference if reference else Payout.provider_id == provider_id
    is_open = Payout.state.in_(UNDER_WAY)
    return await session.scalar(select(Payout.id).where(Payout.provider == provider, name, is_open))
