"""The companies that move money in and out; which of them are there is a setting."""

from app.config import settings
from app.models.topup import ProviderNotAvailable
from app.providers.provider import Capabilities, Provider
from app.providers.sandbox import Sandbox
from app.providers.sbp import Sbp
from app.providers.stripe import Stripe
from app.providers.tinkoff import Tinkoff
from app.providers.yookassa import YooKassa
from lapa_kit.db import Sessions

KINDS: dict[str, type[Provider]] = {
    "stripe": Stripe,
    "yookassa": YooKassa,
    "tinkoff": Tinkoff,
    "sbp": Sbp,
    "sandbox": Sandbox,
}
"""Every provider there is code for, made anew for each use."""


def is_there(name: str) -> bool:
    return name in settings.providers


def check_provider(name: str) -> None:
    """Raises ProviderNotAvailable for one that this installation has not got."""
    if not is_there(name):
        raise ProviderNotAvailable(f"Those there are: {', '.join(settings.providers) or 'none'}.")


def provider_of(name: str, sessions: Sessions) -> Provider:
    """Raises ProviderNotAvailable."""
    check_provider(name)
    return KINDS[name](sessions)


def capabilities_of(name: str) -> Capabilities:
    """Raises ProviderNotAvailable."""
    check_provider(name)
    return KINDS[name].capabilities


def usual_provider(currency: str, market: str | None = None) -> str:
    """Whom money is taken through where nobody has chosen: of the market, of the currency, or the first there is.

    Raises ProviderNotAvailable.
    """
    chosen = settings.payment_providers
    name = chosen.get(market or "") or chosen.get(currency) or next(iter(settings.providers), "")
    check_provider(name)
    return name
