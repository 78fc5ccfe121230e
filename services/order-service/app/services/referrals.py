"""Referrals: who brings somebody gets a credit with him, after that one's first settled walk."""

import secrets
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.order import Order
from app.models.settlement import Funding
from app.queries.referrals import lock_open_referral, put_referral, share_a_dog
from app.services import promos
from lapa_contracts.user import UserRegistered
from lapa_kit import clock

# no 0 and O, no 1 and I: codes are read aloud
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


async def take_registration(session: AsyncSession, event: UserRegistered) -> None:
    if event.referred_by and event.referred_by != event.user_id:
        await put_referral(session, event.user_id, event.referred_by)


async def credit_first_walk(session: AsyncSession, order: Order) -> None:
    """Give both a code of their own, once; two who keep a dog together have brought nobody."""
    referral = await lock_open_referral(session, order.client_id)
    if referral is None or not settings.referral_credit:
        return
    if await share_a_dog(session, referral.user_id, referral.referred_by):
        referral.refused_at = clock.now()
        return
    referral.credited_at = clock.now()
    for user_id in (referral.user_id, referral.referred_by):
        await _give_credit(session, user_id, currency=order.currency)


async def _give_credit(session: AsyncSession, user_id: UUID, *, currency: str) -> None:
    now = clock.now()
    code = "FRIEND" + "".join(secrets.choice(ALPHABET) for _ in range(8))
    facts = {
        "percent_bp": 0,
        "amount": settings.referral_credit,
        "currency": currency,
        "at_most": None,
        "max_uses": 1,
        "max_amount": None,
        "uses_per_user": 1,
        "first_order_only": False,
        "market": None,
        "minimum": 0,
        "valid_from": now,
        "valid_until": now + settings.referral_credit_life,
        "funded_by": Funding.PLATFORM,
    }
    await promos.create_promo_code(session, code, facts, owner_id=user_id)
