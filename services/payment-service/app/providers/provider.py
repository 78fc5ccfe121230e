"""What every payment provider is asked, and what it may answer.

A provider is called between two transactions, never inside one, and each call bears a reference of ours that
moves money once however often it is sent. An answer that did not come is its own outcome: the money may have
moved, so it is looked up by our reference and never asked for again. A webhook is only a reason to look up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from lapa_kit.db import Sessions
from lapa_kit.problems import BadRequest, Unauthorized, UpstreamFailed


class WebhookNotGenuine(Unauthorized):
    title = "This does not come from the provider it names"


class WebhookNotUnderstood(BadRequest):
    title = "This is no message of that provider"


class ReportNotAvailable(UpstreamFailed):
    title = "The provider has given no report of that day"


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a provider can do; a flow that needs what is not there takes the money into escrow instead."""

    # set money aside on the card, and for how long it stays
    hold: bool
    hold_ttl: timedelta | None
    # take less than is held: the rest is the person's again at once
    partial_capture: bool
    # give back less than was taken, several times
    partial_refund: bool
    # divide a charge between several receivers
    split: bool
    # a refund may be answered `Pending`, and fail days later
    async_refund: bool
    # send money to people
    payout: bool = False
    # tell what moved on a day, for reconciliation
    report: bool = True


@dataclass(frozen=True, slots=True)
class Known:
    """Something that was asked of a provider, as both sides know it.

    `provider_id` once he has told it; `asked_at` narrows the search of those who can only be searched by time; `amount`
    is for those who can only be asked for the same once more.
    """

    reference: UUID
    asked_at: datetime
    provider_id: str | None = None
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class MethodRequest:
    """Keep a card or account for later charges. `owner_id` groups a person's there; it says nothing else of him."""

    owner_id: UUID
    token: str


@dataclass(frozen=True, slots=True)
class SavedMethod:
    """`token` is what charges are asked with from now on; `label` is for its owner's eyes, like `•4242`."""

    token: str
    label: str


@dataclass(frozen=True, slots=True)
class ChargeRequest:
    """Money from a card or account, by the token it is known by there; only set aside when `hold`.

    `return_url`: where the provider's page sends the person when he has confirmed or refused.
    """

    reference: UUID
    amount: int
    currency: str
    token: str
    hold: bool = False
    return_url: str = ""


@dataclass(frozen=True, slots=True)
class CaptureRequest:
    """Take that much of a held charge, once; the rest is let go."""

    reference: UUID
    charge: Known
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class VoidRequest:
    """Let go a charge that is held, or waits for a confirmation."""

    reference: UUID
    charge: Known
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class RefundRequest:
    """Give that much of a taken charge back."""

    reference: UUID
    charge: Known
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class PayoutRequest:
    """Money to somebody's account or card, by the token he is known by there; one payout for each `reference`."""

    reference: UUID
    amount: int
    currency: str
    token: str


@dataclass(frozen=True, slots=True)
class Paid:
    """The money has moved. `amount` says how much of a charge was taken, where that may be less than was asked."""

    provider_id: str | None = None
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """The money is set aside, until `expires_at` at the latest."""

    provider_id: str | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Voided:
    """What was held or waited is the person's again: let go, or lapsed."""

    provider_id: str | None = None


@dataclass(frozen=True, slots=True)
class Declined:
    """For good. `code` is ours: `payment_declined`, `insufficient_funds`, `confirmation_refused`..."""

    code: str
    provider_id: str | None = None


@dataclass(frozen=True, slots=True)
class NeedsConfirmation:
    """The person must go to `url`; empty when it is where he was sent before, which the provider does not repeat."""

    url: str
    provider_id: str | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """The provider has it and has not decided."""

    provider_id: str | None = None


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Nobody knows yet whether the money has moved."""


Outcome = Paid | Held | Voided | Declined | NeedsConfirmation | Pending | Unanswered


@dataclass(frozen=True, slots=True)
class Webhook:
    """An HTTP request that claims to be the provider's, byte for byte; header names in lower case."""

    headers: Mapping[str, str]
    body: bytes
    remote: str | None


def id_of(outcome: Outcome | None, known: str | None = None) -> str | None:
    """What the provider calls it, from now on or as before."""
    return getattr(outcome, "provider_id", None) or known


def reference_in(text: object) -> UUID | None:
    """Ours, where it is one: what others do at the same provider bears none."""
    try:
        return UUID(str(text))
    except ValueError:
        return None


class Subject(StrEnum):
    CHARGE = "charge"
    REFUND = "refund"
    PAYOUT = "payout"
    CHARGEBACK = "chargeback"


@dataclass(frozen=True, slots=True)
class Moved:
    """Something has become of a charge, refund or payout: to be looked up.

    The same `event_id` again is a replay. Found by `reference` where the provider repeats it, else by his id.
    """

    event_id: str
    subject: Subject
    reference: UUID | None
    provider_id: str | None


class Stage(StrEnum):
    OPENED = "opened"
    WON = "won"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class ChargedBack:
    """The person's bank takes a charge back, or has decided who keeps it; `reference` and `charge_id` are the charge's."""

    event_id: str
    provider_id: str
    reference: UUID | None
    charge_id: str | None
    amount: int
    currency: str
    stage: Stage


Notice = Moved | ChargedBack


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A movement of money as the provider has it in his books of a day.

    `amount` is positive whatever way it went; `fee` is what he has kept for it; a charge is there when it was taken.
    """

    subject: Subject
    provider_id: str
    reference: UUID | None
    amount: int
    currency: str
    fee: int = 0


class Provider(Protocol):
    """No call raises what the network or the provider did: that is `Unanswered`."""

    name: str
    capabilities: Capabilities
    # what a webhook is answered with: some ask for a certain word
    webhook_answer: str

    def __init__(self, sessions: Sessions) -> None:
        """Only the built-in one keeps its books with us."""
        ...

    async def save_method(self, request: MethodRequest) -> SavedMethod | Declined | Unanswered:
        """Asked again for the same token, the same is saved."""
        ...

    async def charge(self, request: ChargeRequest) -> Outcome:
        """`Held` when only that was asked for, else `Paid`; or what stands in the way."""
        ...

    async def capture(self, request: CaptureRequest) -> Outcome:
        """`Paid`, or `Declined` when nothing is held any more; looked up by `look_up` of the charge."""
        ...

    async def void(self, request: VoidRequest) -> Outcome:
        """`Voided`, or `Declined` when it cannot be let go (any more); looked up by `look_up` of the charge."""
        ...

    async def look_up(self, charge: Known) -> Outcome | None:
        """How a charge stands now: waiting, held, taken (and how much), let go. None when he never heard of it."""
        ...

    async def refund(self, request: RefundRequest) -> Outcome:
        """`Paid` when it is on its way for good, `Pending` while it may still fail."""
        ...

    async def look_up_refund(self, refund: Known, charge: Known) -> Outcome | None:
        """What became of a refund; None when the provider has never heard of it."""
        ...

    async def pay_out(self, request: PayoutRequest) -> Outcome:
        """Send money; `Pending` for what was accepted and is not there yet."""
        ...

    async def look_up_payout(self, payout: Known) -> Outcome | None:
        """What became of a payout; None when the provider has never heard of it."""
        ...

    async def read_webhook(self, webhook: Webhook) -> list[Notice]:
        """What it says, proved genuine; nothing for what does not concern money of ours.

        Raises WebhookNotGenuine, WebhookNotUnderstood.
        """
        ...

    async def report(self, day: date) -> list[ReportLine]:
        """All that moved on that day (UTC). Raises ReportNotAvailable."""
        ...
