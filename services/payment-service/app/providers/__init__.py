"""The companies that move money in and out; which of them are there is a setting."""

from app.config import settings
from app.models.topup import ProviderNotAvailable
from app.providers.provider import Provider
from app.providers.sandbox import Sandbox
from lapa_kit.db import Sessions


def check_provider(name: str) -> None:
    """Raises ProviderNotAvailable for one that this installation has not got."""
    if name not in settings.providers:
        raise ProviderNotAvailable(f"Those there are: {', '.join(settings.providers) or 'none'}.")


def provider_of(name: str, sessions: Sessions) -> Provider:
    """Raises ProviderNotAvailable."""
    check_provider(name)
    return Sandbox(sessions)
