"""A person's bank takes money back: the reversal is posted at once, and recovered from those who had got it, or not.

Of an order the platform bears it until the dispute over it has been decided, or by rule (`CHARGEBACKS_BORNE_BY`); of
a top-up the person does, who has the money.
"""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.chargeback import Chargeback
from app.models.ledger import (
    AccountName,
    InsufficientFunds,
    Line,
    debt,
    external,
    platform,
    wallet,
)
from app.models.payment import REFUNDABLE, Payment
from app.models.topup import Topup
from app.providers.provider import ChargedBack, Stage
from app.queries import chargebacks as chargeback_queries
from app.queries import payments as payment_queries
from app.queries.ledger import has_journal, post
from app.queries.topups import lock_topup
from app.services.refunds import recover
from app.services.telling import tell
from lapa_contracts.payment import PaymentChargedBack
from lapa_kit.ids import new_id


async def take(session: AsyncSession, provider: str, notice: ChargedBack) -> None:
    """What is said of a chargeback, in whatever order; of what is not ours, nothing."""
    told = (session, provider, notice.reference, notice.charge_id)
    payment_id = await chargeback_queries.find_charged_payment(*told)
    topup_id = None if payment_id else await chargeback_queries.find_charged_topup(*told)
    if payment_id:
        payment = await payment_queries.get_payment(session, payment_id)
        await payment_queries.lock_intent(session, payment.order_id)
        payment = await payment_queries.lock_payment(session, payment_id)
        if chargeback := await _follow(session, provider, notice, payment_id=payment_id):
            await _take_from_order(session, payment, chargeback)
    elif topup_id:
        topup = await lock_topup(session, topup_id)
        if chargeback := await _follow(session, provider, notice, topup_id=topup_id):
            await _take_from_wallet(session, topup, chargeback)


async def _follow(
    session: AsyncSession,
    provider: str,
    notice: ChargedBack,
    *,
    payment_id: UUID | None = None,
    topup_id: UUID | None = None,
) -> Chargeback | None:
    """None when nothing is new: it has come that far before, or was over."""
    told = Chargeback(
        id=new_id(),
        provider=provider,
        provider_id=notice.provider_id,
        payment_id=payment_id,
        topup_id=topup_id,
        amount=notice.amount,
        currency=notice.currency,
        stage=notice.stage,
        recovered=0,
    )
    chargeback, is_new = await chargeback_queries.add_chargeback(session, told)
    if is_new:
        return chargeback
    if chargeback.stage is not Stage.OPENED or notice.stage is Stage.OPENED:
        return None
    chargeback.stage = notice.stage
    return chargeback


async def _take_from_order(session: AsyncSession, payment: Payment, chargeback: Chargeback) -> None:
    if await _post(session, chargeback, platform("chargebacks", chargeback.currency)):
        tell(session, payment, PaymentChargedBack, amount=chargeback.amount)
    is_by_rule = settings.chargebacks_borne_by == "walker"
    if chargeback.stage is Stage.LOST and is_by_rule and payment.state in REFUNDABLE:
        await recover(session, payment, chargeback)


async def _take_from_wallet(session: AsyncSession, topup: Topup, chargeback: Chargeback) -> None:
    """Out of what the person has; what he has spent he owes."""
    payer = wallet(topup.user_id, topup.currency)
    if chargeback.stage is Stage.WON:
        await _post_won(session, chargeback, payer)
        return
    try:
        await _post_reversal(session, chargeback, payer)
    except InsufficientFunds:
        await _post_reversal(session, chargeback, debt(topup.user_id, topup.currency))


async def _post(session: AsyncSession, chargeback: Chargeback, bearer: AccountName) -> bool:
    """True when money has left. What was won before we heard of it has moved nothing."""
    if chargeback.stage is Stage.WON:
        await _post_won(session, chargeback, bearer)
        return False
    return await _post_reversal(session, chargeback, bearer)


async def _post_reversal(
    session: AsyncSession, chargeback: Chargeback, bearer: AccountName
) -> bool:
    """False when it has been posted before, whoever bore it then."""
    if await has_journal(session, f"chargeback:{chargeback.id}"):
        return False
    lines = [
        Line(external(chargeback.provider, chargeback.currency), chargeback.amount),
        Line(bearer, -chargeback.amount),
    ]
    key, ref = f"chargeback:{chargeback.id}", chargeback.payment_id or chargeback.topup_id
    await post(session, key=key, kind="chargeback", lines=lines, ref=ref)
    return True


async def _post_won(session: AsyncSession, chargeback: Chargeback, bearer: AccountName) -> None:
    if not await has_journal(session, f"chargeback:{chargeback.id}"):
        return
    lines = [
        Line(external(chargeback.provider, chargeback.currency), -chargeback.amount),
        Line(bearer, chargeback.amount),
    ]
    key, ref = f"chargeback-won:{chargeback.id}", chargeback.payment_id or chargeback.topup_id
    await post(session, key=key, kind="chargeback_won", lines=lines, ref=ref)
