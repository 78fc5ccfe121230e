"""What the endpoints ask for alike: a range of time, a currency, and who may read or manage."""

from datetime import timedelta
from typing import Annotated

from fastapi import Depends, Query

from app.config import settings
from app.models.figure import Range
from app.schemas.values import Moment
from lapa_contracts.values import Currency
from lapa_kit import clock
from lapa_kit.auth import Principal, allowed
from lapa_kit.problems import InvalidRequest

USUAL = timedelta(days=30)

From = Annotated[Moment | None, Query(alias="from", description="inclusive")]
To = Annotated[Moment | None, Query(alias="to", description="exclusive")]

Reader = Annotated[Principal, allowed("analytics:read")]
Manager = Annotated[Principal, allowed("analytics:manage")]


class EmptyRange(InvalidRequest):
    title = "from must be before to"


async def _span(start: From = None, end: To = None) -> Range:
    until = end or clock.now()
    since = start or until - USUAL
    if since >= until:
        raise EmptyRange
    return Range(since, until)


async def _currency(
    currency: Annotated[Currency | None, Query(description="of amounts of money")] = None,
) -> str:
    return currency or settings.default_currency


Span = Annotated[Range, Depends(_span)]
"""`from` and `to`; the last 30 days when neither is given."""

InCurrency = Annotated[str, Depends(_currency)]
