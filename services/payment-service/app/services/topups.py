"""Money into a wallet: reserve, commit, call the provider, settle. A lost answer is looked up, never repeated."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.ledger import InsufficientFunds, Line, external, wallet
from app.models.topup import NothingToReview, PaymentDeclined, Topup
from app.providers import provider_of
from app.providers.provider import (
    ChargeRequest,
    Declined,
    Known,
    NeedsConfirmation,
    Outcome,
    Paid,
    Pending,
    Unanswered,
    Voided,
    id_of,
)
from app.queries import topups as topup_queries
from app.queries.ledger import place_hold, post, void_hold
from app.queries.methods import get_method
from app.services.limits import check_amount, check_topped_up
from app.services.telling import tell_topup
from lapa_contracts.payment import TopupState
from lapa_kit import clock, jobs
from lapa_kit.audit import describe
from lapa_kit.db import Sessions
from lapa_kit.idempotency import IdempotencyMismatch
from lapa_kit.ids import new_id


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to put into his wallet, by a token or a method he has kept.

    `request_hash` stands for it beside the key.
    """

    amount: int
    currency: str
    provider: str
    token: str
    key: str | None
    request_hash: str
    method_id: UUID | None = None


async def top_up(sessions: Sessions, user_id: UUID, wish: Wish) -> tuple[Topup, bool]:
    """The top-up, and whether it is an earlier one of the same key.

    Takes sessions, not a session: the provider is called between two transactions. Raises
    PaymentMethodNotFound; PaymentDeclined or InsufficientFunds after that has been written down.
    """
    check_amount(wish.amount, wish.currency)
    if wish.method_id:
        async with sessions() as session:
            method = await get_method(session, wish.method_id, user_id=user_id)
        wish = replace(wish, provider=method.provider, token=method.token)
    provider = provider_of(wish.provider, sessions)
    async with sessions.begin() as session:
        topup, is_replay = await _reserve(session, user_id, wish)
        if not is_replay:
            await check_topped_up(session, user_id)
    if is_replay:
        return topup, True
    request = ChargeRequest(
        topup.id, topup.amount, topup.currency, wish.token, return_url=settings.public_url
    )
    outcome = await provider.charge(request)
    async with sessions.begin() as session:
        topup = await settle(session, topup.id, outcome)
        if topup.state is TopupState.RECONCILING:
            await look_up_soon(session, topup.id)
    _refuse_when_declined(topup)
    return topup, False


async def _reserve(session: AsyncSession, user_id: UUID, wish: Wish) -> tuple[Topup, bool]:
    """Write down that it is about to be charged; should we die now, the look-up finds out what became of it."""
    topup = Topup(
        id=new_id(),
        user_id=user_id,
        provider=wish.provider,
        amount=wish.amount,
        currency=wish.currency,
        state=TopupState.PENDING,
        look_up_from=clock.now() + settings.provider_patience,
        key=wish.key,
        request_hash=wish.request_hash,
        held_for_review=False,
        version=1,
    )
    while not await topup_queries.add_topup(session, topup):
        assert wish.key, "only a key can be taken"
        known = await topup_queries.find_topup_by_key(session, user_id, wish.key)
        if known and known.request_hash != wish.request_hash:
            raise IdempotencyMismatch
        if known:
            return known, True
    await look_up_soon(session, topup.id, at=topup.look_up_from)
    return topup, False


async def look_up_soon(
    session: AsyncSession, topup_id: UUID, *, at: datetime | None = None
) -> None:
    payload = {"topup_id": str(topup_id)}
    await jobs.enqueue(session, "look_up_topup", payload, at=at, key=f"topup:{topup_id}")


async def look_up(sessions: Sessions, topup_id: UUID) -> None:
    """Ask the provider what became of a charge, until he knows; what he never heard of was never made."""
    async with sessions.begin() as session:
        topup = await topup_queries.lock_topup(session, topup_id)
    if not topup.is_open:
        return
    known = Known(topup.id, topup.created_at, topup.provider_id)
    outcome = await provider_of(topup.provider, sessions).look_up(known)
    if outcome is None and clock.now() >= topup.created_at + settings.lookup_until:
        outcome = Declined("never_charged")
    async with sessions.begin() as session:
        topup = await settle(session, topup.id, outcome or Unanswered())
        if topup.is_open:
            await look_up_soon(session, topup.id, at=clock.now() + settings.lookup_every)


async def settle(session: AsyncSession, topup_id: UUID, outcome: Outcome) -> Topup:
    """What the provider said, however often he says it: the money comes in once."""
    topup = await topup_queries.lock_topup(session, topup_id)
    if not topup.is_open:
        return topup
    topup.provider_id = id_of(outcome, topup.provider_id)
    match outcome:
        case Paid():
            await _pay_in(session, topup)
            await _hold_when_too_many(session, topup)
            topup.succeed(clock.now())
        case Declined(code):
            topup.fail(code, clock.now())
        case Voided():
            topup.fail("payment_declined", clock.now())
        case NeedsConfirmation(url) if topup.state is not TopupState.REQUIRES_ACTION:
            topup.move(TopupState.REQUIRES_ACTION)
            topup.confirmation_url = url
        case Unanswered() | Pending() if topup.state is not TopupState.RECONCILING:
            topup.move(TopupState.RECONCILING)
        case _:
            return topup
    if not topup.is_open:
        await jobs.cancel(session, f"topup:{topup.id}")
    tell_topup(session, topup)
    return topup


async def _pay_in(session: AsyncSession, topup: Topup) -> None:
    await post(
        session,
        key=f"topup:{topup.id}",
        kind="topup",
        lines=[
            Line(external(topup.provider, topup.currency), -topup.amount),
            Line(wallet(topup.user_id, topup.currency), topup.amount),
        ],
        ref=topup.id,
    )


async def _hold_when_too_many(session: AsyncSession, topup: Topup) -> None:
    """Paying in has locked the wallet, so those that come at once are counted one after another."""
    since = clock.now() - timedelta(hours=1)
    before = await topup_queries.count_succeeded(session, topup.user_id, since=since)
    if before >= settings.topups_per_hour:
        topup.held_for_review = True
        account = wallet(topup.user_id, topup.currency)
        await place_hold(session, topup.id, account, topup.amount, ref=topup.id)


async def release(session: AsyncSession, topup_id: UUID) -> Topup:
    """Somebody has looked at it: the money is the person's to spend. Raises NothingToReview."""
    topup = await topup_queries.lock_topup(session, topup_id)
    if not topup.held_for_review:
        raise NothingToReview
    topup.held_for_review = False
    describe(
        session,
        action="topup_released",
        subject_id=topup.user_id,
        before={"held_for_review": True},
        after={"topup_id": str(topup.id), "amount": topup.amount, "currency": topup.currency},
    )
    await void_hold(session, topup.id)
    return topup


def _refuse_when_declined(topup: Topup) -> None:
    if topup.state is not TopupState.FAILED:
        return
    if topup.failure_code == "insufficient_funds":
        raise InsufficientFunds("The card has not enough money.")
    raise PaymentDeclined
