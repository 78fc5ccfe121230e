"""Phones: proved by a code, and a way in from then on."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.code import InvalidCode, TooManyCodes
from app.models.user import NoPhone, User
from app.queries import users as user_queries
from app.services.codes import issue_code, redeem_code
from app.services.devices import Device
from app.services.second_factors import check_second_factor
from app.services.sessions import SignedIn, open_session
from app.services.telling import tell_contact, tell_user
from lapa_contracts.user import CodePurpose
from lapa_kit import jobs

SEND = "send_sign_in_code"


async def request_sign_in(session: AsyncSession, phone: str) -> None:
    """A job does the rest, so that the answer tells nobody whether there is such an account."""
    await jobs.enqueue(session, SEND, {"phone": phone})


async def send_sign_in_code(session: AsyncSession, phone: str) -> None:
    user = await user_queries.lock_user_by_proved_phone(session, phone)
    if user is None or not user.is_active:
        return
    try:
        await issue_code(session, user, CodePurpose.OTP, address=phone)
    except TooManyCodes:
        return  # enough of them are on his phone already


async def sign_in(
    session: AsyncSession, device: Device, *, phone: str, code: str, totp_code: str | None
) -> SignedIn:
    """Raises InvalidCode, and to who holds the phone AccountSuspended, TotpRequired, InvalidTotpCode."""
    user = await user_queries.lock_user_by_proved_phone(session, phone)
    if user is None:
        raise InvalidCode
    await redeem_code(session, user, CodePurpose.OTP, code, address=phone)
    user.require_active()
    has_second_factor = await check_second_factor(session, user, totp_code)
    return await open_session(session, user, device, has_second_factor=has_second_factor)


async def send_phone_code(session: AsyncSession, user_id: UUID) -> None:
    """Nothing when the phone is proved already; raises NoPhone, TooManyCodes."""
    user = await user_queries.lock_user(session, user_id)
    if user.phone is None:
        raise NoPhone
    if not user.phone_verified:
        await issue_code(session, user, CodePurpose.VERIFY, address=user.phone)


async def verify_phone(session: AsyncSession, user_id: UUID, code: str) -> User:
    """Raises InvalidCode, NoPhone. Numbers are given anew: whoever proved it before has it no more."""
    phone = (await user_queries.get_user(session, user_id)).phone
    if phone is None:
        raise NoPhone
    holders = await user_queries.lock_users_with_phone(session, phone)
    user = next((holder for holder in holders if holder.id == user_id), None)
    if user is None:
        raise InvalidCode  # changed a moment ago
    if user.phone_verified:
        return user
    await redeem_code(session, user, CodePurpose.VERIFY, code, address=phone)
    for other in holders:
        if other.phone_verified:
            _note(session, other, is_verified=False)
    await session.flush()
    _note(session, user, is_verified=True)
    return user


def _note(session: AsyncSession, user: User, *, is_verified: bool) -> None:
    user.phone_verified = is_verified
    user.version += 1
    tell_user(session, user)
    tell_contact(session, user)
