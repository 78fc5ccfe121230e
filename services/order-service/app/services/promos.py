"""Promo codes: made by admins, shown in a quote, reserved at booking, freed when no walk comes of it."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.order import Order
from app.models.promo import (
    IntendedUse,
    PromoCode,
    PromoExhausted,
    PromoNotApplicable,
    PromoUse,
    UseState,
)
from app.models.quote import Quote
from app.queries import promos as promo_queries
from lapa_kit import clock
from lapa_kit.audit import describe
from lapa_kit.etags import check_version


async def create_promo_code(
    session: AsyncSession, code: str, facts: dict[str, Any], *, owner_id: UUID | None = None
) -> PromoCode:
    facts = {**facts, "valid_from": facts["valid_from"] or clock.now()}
    promo = PromoCode(
        code=code,
        owner_id=owner_id,
        is_archived=False,
        used_count=0,
        used_amount=0,
        version=1,
        **facts,
    )
    await promo_queries.add_promo_code(session, promo)
    describe(session, action="promo_code_made", subject_id=promo.id, after=_terms_of(promo))
    return promo


async def change_promo_code(
    session: AsyncSession, promo_id: UUID, facts: dict[str, Any], *, version: int | None
) -> PromoCode:
    """Quotes already given keep their discount as long as the code has uses left."""
    promo = await promo_queries.lock_promo_code(session, promo_id)
    check_version(promo.version, version)
    before = _terms_of(promo)
    for name, value in {**facts, "valid_from": facts["valid_from"] or promo.valid_from}.items():
        setattr(promo, name, value)
    promo.max_uses = _not_below(promo.max_uses, promo.used_count)
    promo.max_amount = _not_below(promo.max_amount, promo.used_amount)
    promo.version += 1
    await session.flush()
    _describe(session, "promo_code_changed", promo, before)
    return promo


def _describe(session: AsyncSession, action: str, promo: PromoCode, before: dict[str, Any]) -> None:
    describe(session, action=action, subject_id=promo.id, before=before, after=_terms_of(promo))


def _terms_of(promo: PromoCode) -> dict[str, Any]:
    """What its change is remembered by."""
    names = ("percent_bp", "amount", "currency", "max_uses", "max_amount", "is_archived", "version")
    return {name: getattr(promo, name) for name in names}


def _not_below(limit: int | None, used: int) -> int | None:
    """A budget cannot take back what has been promised."""
    return None if limit is None else max(limit, used)


async def archive_promo_code(session: AsyncSession, promo_id: UUID) -> None:
    promo = await promo_queries.lock_promo_code(session, promo_id)
    before = _terms_of(promo)
    promo.is_archived = True
    promo.version += 1
    _describe(session, "promo_code_archived", promo, before)


async def find_applicable(
    session: AsyncSession, code: str, *, user_id: UUID, market: str, currency: str, price: int
) -> PromoCode:
    """The code, when the user could use it for that price now; raises PromoNotApplicable."""
    promo = await promo_queries.find_promo_code(session, code)
    if promo is None:
        raise PromoNotApplicable("There is no such code.", reason="unknown")
    use = IntendedUse(
        user_id=user_id,
        market=market,
        currency=currency,
        price=price,
        earlier_orders=await promo_queries.count_orders_of_client(session, user_id),
        earlier_uses=await promo_queries.count_uses(session, promo.id, user_id),
    )
    promo.check(use, clock.now())
    return promo


async def reserve_use(session: AsyncSession, quote: Quote, order: Order) -> None:
    """Count the use that the quote promised; raises PromoExhausted when others were faster.

    One client's bookings queue first, so that two at once are not both his first.
    """
    if quote.promo_id is None:
        return
    await promo_queries.queue_bookings_of(session, order.client_id)
    promo = await promo_queries.lock_promo_code(session, quote.promo_id)
    use = IntendedUse(
        user_id=order.client_id,
        market=order.market,
        currency=order.currency,
        price=order.price,
        earlier_orders=await promo_queries.count_orders_of_client(
            session, order.client_id, beside=order.id
        ),
        earlier_uses=await promo_queries.count_uses(session, promo.id, order.client_id),
    )
    try:
        promo.check(use, quote.created_at)
    except PromoNotApplicable as refusal:
        raise PromoExhausted(refusal.detail, reason=refusal.extra["reason"]) from refusal
    promo.take(quote.discount)
    session.add(
        PromoUse(
            promo_id=promo.id,
            order_id=order.id,
            user_id=order.client_id,
            amount=quote.discount,
            state=UseState.RESERVED,
        )
    )
    await session.flush()


async def free_use(session: AsyncSession, order_id: UUID) -> None:
    """No walk came of it: the client may use his code again."""
    use = await promo_queries.find_reserved_use(session, order_id)
    if use is None:
        return
    promo = await promo_queries.lock_promo_code(session, use.promo_id)
    promo.give_back(use.amount)
    use.state = UseState.FREED
