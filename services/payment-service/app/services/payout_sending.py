"""A payout leaves: reserve, commit, call the provider, settle. A lost answer is looked up, never sent again."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.ledger import Line, external, platform, wallet
from app.models.payout import UNDER_WAY, Payout
from app.providers import provider_of
from app.providers.provider import (
    Declined,
    Known,
    Outcome,
    Paid,
    PayoutRequest,
    Unanswered,
    id_of,
)
from app.queries import payouts as payout_queries
from app.queries.ledger import Capture, post, void_hold
from app.services.telling import tell_payout
from lapa_contracts.payment import PayoutState
from lapa_kit import clock, jobs
from lapa_kit.db import Sessions


async def send(sessions: Sessions, payout_id: UUID) -> None:
    """Ask the provider once; who comes after him only looks up what became of it."""
    async with sessions.begin() as session:
        payout = await payout_queries.lock_payout(session, payout_id)
        request = await _reserve(session, payout)
    if request is None:
        return await _look_up(sessions, payout)
    outcome = await provider_of(payout.provider, sessions).pay_out(request)
    async with sessions.begin() as session:
        await _settle(session, payout_id, outcome)


async def _reserve(session: AsyncSession, payout: Payout) -> PayoutRequest | None:
    """Write down that it is about to leave; None when it has left before, or must not yet."""
    if payout.state is not PayoutState.APPROVED:
        return None
    if kept_until := await _kept_until(session, payout):
        await look_up_soon(session, payout.id, at=kept_until)
        return None
    payout.send(clock.now())
    await look_up_soon(session, payout.id, at=clock.now() + settings.provider_patience)
    tell_payout(session, payout)
    token = await payout_queries.find_token(session, payout.destination_id)
    return PayoutRequest(payout.id, payout.amount - payout.fee, payout.currency, token)


async def _kept_until(session: AsyncSession, payout: Payout) -> datetime | None:
    """When to look again at a payout that must not leave yet; None when it may."""
    now = clock.now()
    if await payout_queries.is_blocked(session, payout.user_id):
        return now + settings.blocked_payout_retry
    usable_from = await payout_queries.find_last_change(session, payout.user_id)
    return usable_from if usable_from and usable_from > now else None


async def look_up_soon(
    session: AsyncSession, payout_id: UUID, *, at: datetime | None = None
) -> None:
    """Of one that has left: what has not is sent by that."""
    key, given = f"payout:{payout_id}", {"payout_id": str(payout_id)}
    await jobs.enqueue(session, "send_payout", given, at=at, key=key)


async def _look_up(sessions: Sessions, payout: Payout) -> None:
    """What the provider never heard of in all that time was never sent."""
    if payout.state not in UNDER_WAY or payout.sent_at is None:
        return
    known = Known(payout.id, payout.sent_at, payout.provider_id)
    outcome = await provider_of(payout.provider, sessions).look_up_payout(known)
    if outcome is None and clock.now() >= payout.sent_at + settings.lookup_until:
        outcome = Declined("never_sent")
    async with sessions.begin() as session:
        await _settle(session, payout.id, outcome or Unanswered())


async def _settle(session: AsyncSession, payout_id: UUID, outcome: Outcome) -> None:
    """What the provider said, however often: the money leaves the wallet once, or is free again."""
    payout = await payout_queries.lock_payout(session, payout_id)
    if payout.state not in UNDER_WAY:
        return
    payout.provider_id = id_of(outcome, payout.provider_id)
    match outcome:
        case Paid():
            await _post(session, payout)
            payout.end(PayoutState.PAID, clock.now())
        case Declined(code):
            await void_hold(session, payout.id)
            payout.end(PayoutState.FAILED, clock.now(), code)
        case _:
            await look_up_soon(session, payout.id, at=clock.now() + settings.lookup_every)
            if payout.state is PayoutState.RECONCILING:
                return
            payout.move(PayoutState.RECONCILING)
    if payout.state not in UNDER_WAY:
        await jobs.cancel(session, f"payout:{payout.id}")
    tell_payout(session, payout)


async def _post(session: AsyncSession, payout: Payout) -> None:
    await post(
        session,
        key=f"payout:{payout.id}",
        kind="payout",
        lines=[
            Line(wallet(payout.user_id, payout.currency), -payout.amount),
            Line(external(payout.provider, payout.currency), payout.amount - payout.fee),
            Line(platform("commission", payout.currency), payout.fee),
        ],
        ref=payout.id,
        captures=[Capture(payout.id, payout.amount)],
    )
