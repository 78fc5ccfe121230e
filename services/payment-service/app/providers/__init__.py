"""The companies that move money in and out; which of them are there is a setting."""

from functools import cache
from pkgutil import resolve_name

from app.config import settings
from app.models.topup import ProviderNotAvailable
from app.providers.provider import Capabilities, Provider
from lapa_kit.db import Sessions

KINDS = {
    "stripe": "app.providers.stripe:Stripe",
    "yookassa": "app.providers.yookassa:YooKassa",
    "tinkoff": "app.providers.tinkoff:Tinkoff",
    "sbp": "app.providers.sbp:Sbp",
    "sandbox": "app.providers.sandbox:Sandbox",
}
"""Every provider there is code for, made anew for each use. An SDK is loaded only where its provider is there."""


@cache
def _kind(name: str) -> type[Provider]:
    return resolve_name(KINDS[name])


for _name in settings.providers:
    _kind(_name)  # now, and not while the first person waits


def is_there(name: str) -> bool:
    return name in settings.providers


def check_provider(name: str) -> None:
    """Raises ProviderNotAvailable for one that this installation has not got."""
    if not is_there(name):
        raise ProviderNotAvailable(f"Those there are: {', '.join(settings.providers) or 'none'}.")


def provider_of(name: str, sessions: Sessions) -> Provider:
    """Raises ProviderNotAvailable."""
    check_provider(name)
    return _kind(name)(sessions)


def capabilities_of(name: str) -> Capabilities:
    """Raises ProviderNotAvailable."""
    check_provider(name)
    return _kind(name).capabilities


def usual_provider(currency: str, market: str | None = None) -> str:
    """Whom money is taken through where nobody has chosen: of the market, of the currency, or the first there is.

    Raises ProviderNotAvailable.
    """
    chosen = settings.payment_providers
    name = chosen.get(market or "") or chosen.get(currency) or next(iter(settings.providers), "")
    check_provider(name)
    return name
