"""The second factor: an authenticator app (RFC 6238), and recovery codes for when it is lost."""

import hmac
import secrets
import time
from dataclasses import dataclass
from uuid import UUID

from pyotp import random_base32
from pyotp.totp import TOTP
from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.second_factor import (
    InvalidTotpCode,
    TotpEnabled,
    TotpFactor,
    TotpNotSetUp,
    TotpRequired,
)
from app.models.user import User
from app.queries import passkeys as passkey_queries
from app.queries import second_factors as queries
from app.queries.users import get_user
from app.services.audit import write_audit
from app.services.codes import keyed_hash
from app.services.reauthentication import confirm_identity
from app.services.revocation import real_now
from app.services.sessions import forget_second_factor, note_second_factor
from lapa_kit.seal import Sealer

ISSUER = "Lapa"
STEP_S = 30
# a clock may be one step off, either way
STEPS_OFF = (0, -1, 1)
RECOVERY_CODES = 10
RECOVERY_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class TotpSetup:
    """What the app is told, as text and as the `otpauth:` URI of its QR code."""

    secret: str
    uri: str


async def set_up_totp(
    session: AsyncSession, user_id: UUID, *, session_id: UUID, password: str | None
) -> TotpSetup:
    """A new secret, which counts after its first code. Raises PasswordRequired, TotpEnabled."""
    user = await get_user(session, user_id)
    await confirm_identity(session, user, session_id, password)
    factor = await queries.lock_totp(session, user_id)
    if factor and factor.confirmed_at:
        raise TotpEnabled
    secret = random_base32()
    sealed = Sealer.of(settings).seal(secret, context=_context(user_id))
    if factor is None:
        session.add(TotpFactor(user_id=user_id, secret=sealed))
    else:
        factor.secret, factor.last_step = sealed, 0
    uri = TOTP(secret).provisioning_uri(name=user.email, issuer_name=ISSUER)
    return TotpSetup(secret, uri)


async def enable_totp(
    session: AsyncSession, user_id: UUID, *, session_id: UUID, code: str
) -> list[str]:
    """The recovery codes, which are never shown again. Raises InvalidTotpCode, TotpNotSetUp, TotpEnabled."""
    factor = await queries.lock_totp(session, user_id)
    if factor is None:
        raise TotpNotSetUp
    if factor.confirmed_at:
        raise TotpEnabled
    factor.take(_step_of(factor, code))
    factor.confirmed_at = real_now()
    await note_second_factor(session, session_id, user_id=user_id)
    _write_audit(session, user_id, "totp_enabled")
    return await _issue_recovery_codes(session, user_id)


async def disable_totp(
    session: AsyncSession, user_id: UUID, *, session_id: UUID, password: str | None, code: str
) -> None:
    """Raises PasswordRequired, InvalidTotpCode, TotpNotSetUp."""
    user = await get_user(session, user_id)
    await confirm_identity(session, user, session_id, password)
    await _take_code(session, user_id, code)
    await queries.delete_totp(session, user_id)
    _write_audit(session, user_id, "totp_disabled")
    if not await passkey_queries.list_passkeys(session, user_id):
        await forget_second_factor(session, user_id)


async def renew_recovery_codes(session: AsyncSession, user_id: UUID, code: str) -> list[str]:
    """New ones; those before open no more. Raises InvalidTotpCode, TotpNotSetUp."""
    await _take_code(session, user_id, code)
    return await _issue_recovery_codes(session, user_id)


async def check_second_factor(session: AsyncSession, user: User, code: str | None) -> bool:
    """Whether one was proved; False for who has none. Raises TotpRequired, InvalidTotpCode."""
    if not await queries.has_totp(session, user.id):
        return False
    if not code:
        raise TotpRequired
    await _take_code(session, user.id, code)
    return True


async def _take_code(session: AsyncSession, user_id: UUID, code: str) -> None:
    """Use up a code of the app, or one on paper."""
    factor = await queries.lock_totp(session, user_id)
    if factor is None or factor.confirmed_at is None:
        raise TotpNotSetUp
    typed = code.strip().replace(" ", "")
    if typed.isdecimal():
        factor.take(_step_of(factor, typed))
    elif not await queries.take_recovery_code(
        session, user_id, _recovery_hash(user_id, typed), real_now()
    ):
        raise InvalidTotpCode


def _step_of(factor: TotpFactor, code: str) -> int | None:
    """The step whose code this is, near enough to now."""
    secret = Sealer.of(settings).open(factor.secret, context=_context(factor.user_id))
    totp, now = TOTP(secret, interval=STEP_S), int(time.time()) // STEP_S
    steps = [now + off for off in STEPS_OFF]
    typed = code.strip().replace(" ", "").encode()
    right = [s for s in steps if hmac.compare_digest(totp.generate_otp(s).encode(), typed)]
    return right[0] if right else None


async def _issue_recovery_codes(session: AsyncSession, user_id: UUID) -> list[str]:
    codes = [f"{_letters(5)}-{_letters(5)}" for _ in range(RECOVERY_CODES)]
    hashes = [_recovery_hash(user_id, code) for code in codes]
    await queries.replace_recovery_codes(session, user_id, hashes)
    return codes


def _letters(length: int) -> str:
    return "".join(secrets.choice(RECOVERY_ALPHABET) for _ in range(length))


def _recovery_hash(user_id: UUID, code: str) -> bytes:
    return keyed_hash("recovery", user_id.bytes, code.lower().replace("-", ""))


def _context(user_id: UUID) -> str:
    return f"totp:{user_id}"


def _write_audit(session: AsyncSession, user_id: UUID, action: str) -> None:
    write_audit(session, action, user_id, actor_id=user_id, before={}, after={})
