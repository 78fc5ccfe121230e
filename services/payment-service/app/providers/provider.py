"""What every payment provider is asked, and what it may answer.

A provider is called between two transactions, never inside one. An answer that did not come is its own
outcome: the money may have moved, so it is looked up by our reference and never asked for again.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a provider can do; a flow that needs what is not there takes the money into escrow instead."""

    hold: bool
    hold_ttl: timedelta | None
    partial_capture: bool
    partial_refund: bool
    split: bool
    async_refund: bool


@dataclass(frozen=True, slots=True)
class ChargeRequest:
    """`reference` is ours and unique: the provider makes one charge of it however often it is asked."""

    reference: UUID
    amount: int
    currency: str
    token: str


@dataclass(frozen=True, slots=True)
class PayoutRequest:
    """Money to somebody's account or card, by the token he is known by there; one payout for each `reference`."""

    reference: UUID
    amount: int
    currency: str
    token: str


@dataclass(frozen=True, slots=True)
class Paid:
    pass


@dataclass(frozen=True, slots=True)
class Declined:
    """`code` is ours: `payment_declined`, `insufficient_funds`, `confirmation_refused`."""

    code: str


@dataclass(frozen=True, slots=True)
class NeedsConfirmation:
    url: str


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Nobody knows yet whether the money has moved."""


Outcome = Paid | Declined | NeedsConfirmation | Unanswered


class Provider(Protocol):
    name: str
    capabilities: Capabilities

    async def charge(self, request: ChargeRequest) -> Outcome:
        """Take money; never raises."""
        ...

    async def look_up(self, reference: UUID) -> Outcome | None:
        """What became of a charge; None when the provider has never heard of it."""
        ...

    async def pay_out(self, request: PayoutRequest) -> Outcome:
        """Send money; never raises. `Unanswered` also for what was accepted and is not there yet."""
        ...

    async def look_up_payout(self, reference: UUID) -> Outcome | None:
        """What became of a payout; None when the provider has never heard of it."""
        ...
