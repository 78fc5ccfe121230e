"""One-time codes: issued sealed for notification-service, compared by a keyed hash."""

import hmac
import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.code import Code, InvalidCode, TooManyCodes
from app.models.user import User
from app.queries import codes as code_queries
from lapa_contracts.user import CodePurpose, UserCodeIssued
from lapa_kit import clock
from lapa_kit.events import publish
from lapa_kit.ids import new_id
from lapa_kit.seal import Sealer

DIGITS = {CodePurpose.VERIFY: 6, CodePurpose.RESET: 8, CodePurpose.OTP: 6}


async def issue_code(
    session: AsyncSession, user: User, purpose: CodePurpose, *, address: str
) -> None:
    """Send one to the user's e-mail, or his phone by SMS; raises TooManyCodes."""
    now = clock.now()
    an_hour_ago = now - timedelta(hours=1)
    sent = await code_queries.count_codes_since(session, user.id, purpose, an_hour_ago)
    if sent >= settings.codes_per_hour:
        raise TooManyCodes(retry_after=3600)
    code_id, digits = new_id(), _digits(DIGITS[purpose])
    code = Code(
        id=code_id,
        user_id=user.id,
        purpose=purpose,
        address=address,
        hash=_hash(code_id, digits),
        expires_at=_end_of(purpose, now),
    )
    session.add(code)
    sealer, context = Sealer.of(settings), UserCodeIssued.seal_context(code_id)
    publish(
        session,
        UserCodeIssued(
            code_id=code_id,
            user_id=user.id,
            channel="email" if "@" in address else "sms",
            address_sealed=sealer.seal_text(address, context=context),
            code_sealed=sealer.seal_text(digits, context=context),
            purpose=purpose,
            expires_at=code.expires_at,
            locale=user.locale,
        ),
    )


async def redeem_code(
    session: AsyncSession, user: User, purpose: CodePurpose, digits: str, *, address: str
) -> None:
    """Use up the newest that was sent to this address; raises InvalidCode and counts the attempt."""
    code = await code_queries.lock_newest_code(session, user.id, purpose, address)
    now = clock.now()
    if code is None or not code.is_open(now, attempts=settings.code_attempts):
        raise InvalidCode
    code.attempts += 1
    if not hmac.compare_digest(code.hash, _hash(code.id, digits.strip())):
        raise InvalidCode
    code.used_at = now


def _end_of(purpose: CodePurpose, now: datetime) -> datetime:
    lives = {
        CodePurpose.RESET: settings.reset_code_life,
        CodePurpose.OTP: settings.otp_code_life,
    }
    return now + lives.get(purpose, settings.verify_code_life)


def _digits(length: int) -> str:
    return "".join(secrets.choice("0123456789") for _ in range(length))


def keyed_hash(purpose: str, whose: bytes, typed: str) -> bytes:
    """Keyed: a million possible codes would be tried in a second otherwise."""
    secret = settings.jwt_secret_key.get_secret_value().encode()
    return hmac.new(secret, f"{purpose}:".encode() + whose + typed.encode(), sha256).digest()


def _hash(code_id: UUID, digits: str) -> bytes:
    return keyed_hash("code", code_id.bytes, digits)
