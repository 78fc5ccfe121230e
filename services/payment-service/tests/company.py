"""A payment provider as tests meet it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from app.providers.provider import Provider, Webhook


@dataclass(frozen=True)
class Company:
    """A provider, and what makes its company do one thing or another; None where it cannot be."""

    provider: Provider
    currency: str
    # what pays (after the person has confirmed, where he always must), is refused, asks the person, and pays without
    # an answer
    good: str
    # the same for who has kept it as his way to pay
    keeps: str
    declined: str | None
    asking: str | None
    lost: str | None
    # the person at the page of that address says yes or no
    decide: Callable[[str, bool], Awaitable[None]]
    # what the company has sent so far, oldest first
    webhooks: Callable[[], Awaitable[list[Webhook]]]
