"""The terms of a market."""

from pydantic import Field

from lapa_contracts.values import Currency, Value
from lapa_kit.events.contract import Snapshot


class PayoutTerms(Value):
    delay_days: int = Field(ge=0)
    # minor units
    minimum: int = Field(ge=0)


class MarketChanged(Snapshot):
    """The terms of a market that others keep to."""

    type = "market.changed.v1"
    producer = "order-service"
    key_field = "code"

    code: str
    currency: Currency
    timezone: str
    locale: str
    payout: PayoutTerms
