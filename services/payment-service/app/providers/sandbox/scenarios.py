"""What the sandbox provider does by token, and how its webhooks go out."""

from typing import Literal, get_args

Token = Literal[
    "tok_success",
    "tok_declined",
    "tok_insufficient",
    "tok_3ds",
    "tok_timeout",
    "tok_pending",
    "tok_hold_lost",
    "tok_refund_fails",
    "tok_refund_pending",
    "tok_chargeback",
]
"""
`tok_success`: paid (or held) at once. `tok_declined`, `tok_insufficient`: refused. `tok_3ds`: a page asks the person.
`tok_timeout`: paid, but each answer is lost. `tok_pending`: decided a minute later. `tok_hold_lost`: what was held is
gone when it is to be taken. `tok_refund_fails`: a refund is accepted and fails a minute later; `tok_refund_pending`: it
arrives a minute later. `tok_chargeback`: the bank takes the money back a minute after it was taken.
"""
TOKENS: tuple[str, ...] = get_args(Token)

REFUSALS = {"tok_declined": "payment_declined", "tok_insufficient": "insufficient_funds"}
ANSWER_IS_LOST = {"tok_timeout", "dest_timeout", "dest_late_refusal"}

Webhooks = Literal["normal", "late", "duplicate", "reordered", "lost"]
"""`late`: a minute after; `duplicate`: each twice; `reordered`: the later ones first; `lost`: none."""

# where money goes to: why it is refused there, None when it arrives
DESTINATIONS: dict[str, str | None] = {
    "dest_success": None,
    "dest_refused": "destination_refused",
    "dest_timeout": None,
    "dest_late_refusal": "destination_refused",
}
# the request never reaches the provider
NEVER_ARRIVES = "dest_unheard"


def label_of(token: str) -> str:
    """The last four digits of the card that a token stands for; each token has its own."""
    return f"•{4242 + 1111 * TOKENS.index(token) % 5000:04}"
