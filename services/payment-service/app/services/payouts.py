"""Asking for money to be paid out, deciding on it, and what is due when; sending it is in `payout_sending`."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.ledger import InsufficientFunds, wallet
from app.models.payout import (
    BelowMinimum,
    Destination,
    Due,
    MarketTerms,
    NotPayable,
    Payout,
    PayoutBlock,
    arrives_on,
)
from app.models.topup import ProviderNotAvailable
from app.providers import capabilities_of
from app.queries import payouts as payout_queries
from app.queries.ledger import find_account, place_hold, void_hold
from app.services.debts import collect, owed_by
from app.services.limits import check_currency
from app.services.telling import tell_payout
from lapa_contracts.order import MarketChanged
from lapa_contracts.payment import PayoutState
from lapa_contracts.user import UserChanged
from lapa_kit import clock, jobs
from lapa_kit.audit import describe
from lapa_kit.ids import new_id

WHOLE = 10_000


async def add_destination(
    session: AsyncSession, user_id: UUID, *, provider: str, token: str, label: str
) -> Destination:
    """The first one serves at once; a later one keeps all payouts back for a while."""
    if not capabilities_of(provider).payout:
        raise ProviderNotAvailable("That provider does not pay people out.")
    usable_from = clock.now()
    if await payout_queries.has_had_destination(session, user_id):
        usable_from += settings.destination_quarantine
    destination = Destination(
        id=new_id(),
        user_id=user_id,
        provider=provider,
        token=token,
        label=label,
        usable_from=usable_from,
    )
    session.add(destination)
    await session.flush()
    return destination


async def remove_destination(session: AsyncSession, destination_id: UUID, *, user_id: UUID) -> None:
    destination = await payout_queries.get_destination(session, destination_id, user_id=user_id)
    destination.removed_at = clock.now()


async def due(session: AsyncSession, user_id: UUID, currency: str) -> Due:
    """Earnings wait for the market's delay, and what is owed is taken first."""
    delay, minimum = await _terms(session, currency)
    account = await find_account(session, wallet(user_id, currency))
    recent = await payout_queries.list_recent_earnings(
        session, wallet(user_id, currency), since=clock.now() - delay
    )
    owed = await owed_by(session, user_id, currency)
    available = account.available if account else 0
    payable = max(0, available - owed - sum(amount for _, amount in recent))
    upcoming = [(earned_on + delay, amount) for earned_on, amount in recent]
    today = clock.now().date()
    return Due(payable, upcoming, owed, minimum, currency, arrives_on(today, is_instant=False))


async def _terms(session: AsyncSession, currency: str) -> tuple[timedelta, int]:
    known = await payout_queries.find_terms(session, currency)
    days, minimum = known or (settings.payout_delay_days, settings.payout_minimum)
    return timedelta(days=days), minimum


async def request(
    session: AsyncSession,
    user_id: UUID,
    *,
    amount: int,
    currency: str,
    destination_id: UUID,
    is_instant: bool = False,
    run_on: date | None = None,
) -> Payout:
    """Set the money aside and have it sent. Raises DestinationNotFound, BelowMinimum, NotPayable."""
    check_currency(currency)
    destination = await payout_queries.get_destination(session, destination_id, user_id=user_id)
    known = await due(session, user_id, currency)
    if amount < known.minimum:
        raise BelowMinimum(f"The least is {known.minimum}.", minimum=known.minimum)
    if amount > known.payable:
        raise NotPayable(f"{known.payable} can be paid out now.", payable=known.payable)
    await collect(session, user_id, currency)
    now = clock.now()
    goes_out = max(now, await payout_queries.find_last_change(session, user_id) or now)
    payout = Payout(
        id=new_id(),
        user_id=user_id,
        destination_id=destination.id,
        provider=destination.provider,
        amount=amount,
        fee=amount * settings.instant_payout_fee_bp // WHOLE if is_instant else 0,
        currency=currency,
        is_instant=is_instant,
        run_on=run_on,
        state=PayoutState.REQUESTED if settings.payout_approvals else PayoutState.APPROVED,
        approvals=[],
        expected_on=arrives_on(goes_out.date(), is_instant=is_instant),
        version=1,
    )
    session.add(payout)
    try:
        await place_hold(session, payout.id, wallet(user_id, currency), amount, ref=payout.id)
    except InsufficientFunds as spent:
        raise NotPayable from spent  # somebody else was faster
    await _go_on(session, payout)
    return payout


async def approve(session: AsyncSession, payout_id: UUID, *, by: UUID) -> Payout:
    payout = await payout_queries.lock_payout(session, payout_id)
    before = payout.state
    payout.approve(by, needed=settings.payout_approvals)
    _describe(session, "payout_approved", payout, before)
    await _go_on(session, payout)
    return payout


async def reject(session: AsyncSession, payout_id: UUID, *, by: UUID, reason: str) -> Payout:
    payout = await payout_queries.lock_payout(session, payout_id)
    before = payout.state
    payout.reject(by, reason, clock.now())
    _describe(session, "payout_rejected", payout, before, reason)
    await void_hold(session, payout.id)
    tell_payout(session, payout)
    return payout


def _describe(
    session: AsyncSession,
    action: str,
    payout: Payout,
    before: PayoutState,
    reason: str | None = None,
) -> None:
    describe(
        session,
        action=action,
        subject_id=payout.id,
        before={"state": before.value},
        after={"state": payout.state.value, "amount": payout.amount, "currency": payout.currency},
        reason=reason,
    )


async def _go_on(session: AsyncSession, payout: Payout) -> None:
    await session.flush()
    tell_payout(session, payout)
    if payout.state is PayoutState.APPROVED:
        key, given = f"payout:{payout.id}", {"payout_id": str(payout.id)}
        await jobs.enqueue(session, "send_payout", given, key=key)


async def run_for_everybody(session: AsyncSession) -> None:
    """One job a walker, on the days when there is a run; a run of the same day again finds it done."""
    today = clock.now().date()
    if settings.payout_schedule == "off" or (
        settings.payout_schedule == "weekly" and today.weekday()
    ):
        return
    for user_id in await payout_queries.list_owners_of_destinations(session):
        given = {"user_id": str(user_id), "run_on": today.isoformat()}
        await jobs.enqueue(session, "run_payout", given, key=f"payout-run:{today}:{user_id}")


async def run_for(session: AsyncSession, user_id: UUID, run_on: date) -> Payout | None:
    """Everything that is payable, to the newest destination; too little waits for the next run."""
    if await payout_queries.find_payout_of_run(session, user_id, run_on):
        return None
    destinations = await payout_queries.list_destinations(session, user_id)
    known = await due(session, user_id, settings.default_currency)
    if not destinations or not known.payable or known.payable < known.minimum:
        return None
    return await request(
        session,
        user_id,
        amount=known.payable,
        currency=known.currency,
        destination_id=destinations[-1].id,
        run_on=run_on,
    )


async def follow_user(session: AsyncSession, event: UserChanged) -> None:
    """Nothing goes out to who is suspended."""
    block = PayoutBlock(
        key=f"user:{event.user_id}",
        user_id=event.user_id,
        is_on=event.status != "active",
        version=event.version,
    )
    await payout_queries.put_block(session, block)


async def follow_market(session: AsyncSession, event: MarketChanged) -> None:
    terms = MarketTerms(
        code=event.code,
        currency=event.currency,
        delay_days=event.payout.delay_days,
        minimum=event.payout.minimum,
        version=event.version,
    )
    await payout_queries.put_terms(session, terms)
