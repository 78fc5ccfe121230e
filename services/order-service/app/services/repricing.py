"""The price of an order that is to be otherwise: by the rule of its booking, from the facts it was quoted with."""

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.order import Order
from app.models.pricing import PriceFacts, price
from app.models.rounding import BASIS_POINTS
from app.queries import markets as market_queries
from app.queries.quotes import get_quote
from app.services.quotes import FACTS
from lapa_contracts.payment import PaymentClient
from lapa_kit import clock
from lapa_kit.problems import Conflict


class InsufficientFunds(Conflict):
    """Tells the client in `missing` how much."""

    title = "There is not enough money in the wallet for the new price"


async def price_at(
    session: AsyncSession, order: Order, scheduled_at: datetime, minutes: int
) -> list[dict[str, Any]]:
    """Lines for another time; by the rule in force when that of the booking is over."""
    quote = await get_quote(session, order.quote_id, client_id=order.client_id)
    rule = await market_queries.get_pricing_rule(session, quote.rule_id)
    if rule.is_over(clock.now()):
        rule = await market_queries.find_rule_in_force(session, order.market)
    facts = FACTS.validate_python(quote.facts)
    holidays = await market_queries.list_holidays(session, order.market)
    asked = replace(facts, asked_at=clock.now())
    then = _facts_then(asked, order, scheduled_at, minutes, holidays)
    return [asdict(line) for line in price(rule.body, then)]


async def price_longer(session: AsyncSession, order: Order, minutes: int) -> list[dict[str, Any]]:
    """Lines for more time of the same walk; more time never makes a walk cheaper."""
    quote = await get_quote(session, order.quote_id, client_id=order.client_id)
    rule = await market_queries.get_pricing_rule(session, quote.rule_id)
    facts = FACTS.validate_python(quote.facts)
    holidays = await market_queries.list_holidays(session, order.market)
    asked = replace(facts, asked_at=order.rescheduled_at or facts.asked_at)
    total = order.duration_minutes + minutes
    then = _facts_then(asked, order, order.scheduled_at, total, holidays)
    lines = [asdict(line) for line in price(rule.body, then)]
    return lines if sum(line["amount"] for line in lines) > order.amount else list(order.lines)


def _facts_then(
    facts: PriceFacts, order: Order, scheduled_at: datetime, minutes: int, holidays: list[str]
) -> PriceFacts:
    """A discount does not grow; a surge is that of the booking while the walk is near."""
    is_soon = scheduled_at <= facts.asked_at + settings.surge_ahead
    local_day = scheduled_at.astimezone(ZoneInfo(facts.timezone)).date().isoformat()
    discount = facts.discount
    return replace(
        facts,
        starts_at=scheduled_at,
        duration_minutes=minutes,
        is_holiday=local_day in holidays,
        surge_bp=facts.surge_bp if is_soon else BASIS_POINTS,
        discount=replace(discount, at_most=order.discount) if discount else None,
    )


async def check_money(
    payments: PaymentClient, order: Order, more: int, *, for_client: bool = True
) -> None:
    """Before anything is locked: whether the client can pay so much more. Raises InsufficientFunds."""
    if more <= 0 or order.payment_method != "wallet":
        return
    wallet = await payments.wallet_of(order.client_id, order.currency)
    if wallet.available < more:
        if not for_client:
            raise InsufficientFunds
        raise InsufficientFunds(f"It costs {more} more.", missing=more - wallet.available)
