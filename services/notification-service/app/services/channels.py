"""Where a person can be reached, and where not yet."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.queries import people
from lapa_contracts.notification import Channel


@dataclass(frozen=True, slots=True)
class Way:
    """`reason` says why a channel cannot be used: `no_provider`, `no_address`."""

    type: Channel
    available: bool
    reason: str | None = None
    address: str | None = None
    verified: bool = False


async def list_ways(session: AsyncSession, user_id: UUID) -> list[Way]:
    """Addresses are shown in part only: they are kept and changed in the profile."""
    contact = await people.find_contact(session, user_id)
    address = contact.email if contact else None
    reason = "no_provider" if not settings.smtp_url else None if address else "no_address"
    return [
        Way(Channel.INBOX, available=True, verified=True),
        Way(
            Channel.EMAIL,
            available=reason is None,
            reason=reason,
            address=_shortened(address) if address else None,
            verified=bool(contact and contact.email_verified),
        ),
        *(
            Way(channel, available=False, reason="no_provider")
            for channel in (Channel.SMS, Channel.PUSH)
        ),
    ]


def _shortened(address: str) -> str:
    name, _, domain = address.partition("@")
    return f"{name[:1]}***@{domain}"
