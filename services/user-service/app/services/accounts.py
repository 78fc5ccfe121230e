"""Accounts: made, entered, their e-mail proved, their password changed."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.code import InvalidCode, TooManyCodes
from app.models.user import EmailTaken, InvalidCredentials, User
from app.queries import users as user_queries
from app.services.codes import issue_code, redeem_code
from app.services.devices import Device
from app.services.passwords import hash_password, verify_password
from app.services.reauthentication import confirm_identity
from app.services.second_factors import check_second_factor
from app.services.sessions import SignedIn, end_all_sessions, open_session
from app.services.telling import tell_contact, tell_user
from app.services.walkers import ensure_walker
from lapa_contracts.roles import Role
from lapa_contracts.user import CodePurpose, UserRegistered
from lapa_kit import clock, jobs
from lapa_kit.events import publish
from lapa_kit.ids import new_id


async def register(
    session: AsyncSession,
    device: Device,
    *,
    email: str,
    password: str,
    full_name: str,
    role: Role,
    phone: str | None,
    locale: str | None,
    timezone: str | None,
    referred_by: UUID | None,
) -> SignedIn:
    """Make an account and sign it in; raises EmailTaken."""
    if await user_queries.find_user_by_email(session, email):
        raise EmailTaken
    user = User(
        id=new_id(),
        email=email,
        phone=phone,
        password_hash=await hash_password(password),
        full_name=full_name,
        locale=locale or settings.default_locale,
        timezone=timezone or settings.default_timezone,
        roles=[role.value],
    )
    await add_account(session, user, referred_by=referred_by)
    await issue_code(session, user, CodePurpose.VERIFY, address=user.email)
    return await open_session(session, user, device, is_first=True)


async def add_account(
    session: AsyncSession, user: User, *, referred_by: UUID | None = None
) -> None:
    """Write a new account down and say so; raises EmailTaken."""
    await user_queries.save_user(session, user)
    publish(
        session,
        UserRegistered(
            user_id=user.id,
            roles=user.roles,
            locale=user.locale,
            timezone=user.timezone,
            referred_by=referred_by,
        ),
    )
    tell_user(session, user)
    tell_contact(session, user)
    if user.is_walker:
        await ensure_walker(session, user)


async def log_in(
    session: AsyncSession, device: Device, *, email: str, password: str, totp_code: str | None
) -> SignedIn:
    """Raises InvalidCredentials; AccountSuspended, TotpRequired and InvalidTotpCode only to who
    knows the password."""
    user = await recognise(session, email=email, password=password)
    user.require_active()
    has_second_factor = await check_second_factor(session, user, totp_code)
    return await open_session(session, user, device, has_second_factor=has_second_factor)


async def recognise(session: AsyncSession, *, email: str, password: str) -> User:
    """Raises InvalidCredentials after the same time, whether or not there is such an account."""
    user = await user_queries.find_user_by_email(session, email)
    is_right, newer_hash = await verify_password(password, user.password_hash if user else None)
    if user is None or not is_right:
        raise InvalidCredentials
    if newer_hash:
        user.password_hash = newer_hash
    return user


async def resend_verification(session: AsyncSession, user_id: UUID) -> None:
    """Nothing when the e-mail is verified already; raises TooManyCodes."""
    user = await user_queries.lock_user(session, user_id)
    if not user.email_verified:
        await issue_code(session, user, CodePurpose.VERIFY, address=user.email)


async def verify_email(session: AsyncSession, user_id: UUID, code: str) -> User:
    """Raises InvalidCode; a second time with the address proved already is fine."""
    user = await user_queries.lock_user(session, user_id)
    if not user.email_verified:
        await redeem_code(session, user, CodePurpose.VERIFY, code, address=user.email)
        _note_email_verified(session, user)
    return user


def _note_email_verified(session: AsyncSession, user: User) -> None:
    user.email_verified, user.email_bounced = True, False
    user.version += 1
    tell_user(session, user)
    tell_contact(session, user)


async def forget_password(session: AsyncSession, email: str) -> None:
    """A job does the rest, so that the answer tells nobody whether there is such an account."""
    await jobs.enqueue(session, "send_reset_code", {"email": email})


async def send_reset_code(session: AsyncSession, email: str) -> None:
    user = await user_queries.find_user_by_email(session, email)
    if user is None or not user.is_active:
        return
    try:
        await issue_code(session, user, CodePurpose.RESET, address=user.email)
    except TooManyCodes:
        return  # enough of them are in his mailbox already


async def reset_password(
    session: AsyncSession, *, email: str, code: str, new_password: str
) -> None:
    """Set a new password with a code from the mailbox, which proves the address; all sessions end."""
    new_hash = await hash_password(new_password)
    user = await user_queries.lock_user_by_email(session, email)
    if user is None or not user.is_active:
        raise InvalidCode
    await redeem_code(session, user, CodePurpose.RESET, code, address=user.email)
    user.password_hash, user.password_changed_at = new_hash, clock.now()
    if not user.email_verified:
        _note_email_verified(session, user)
    await end_all_sessions(session, user.id, reason="password_reset")


async def change_password(
    session: AsyncSession,
    user_id: UUID,
    *,
    session_id: UUID,
    current_password: str | None,
    new_password: str,
) -> None:
    """Raises PasswordRequired when the present one is wrong, SignInAgain; all other sessions end."""
    known = await user_queries.get_user(session, user_id)
    await confirm_identity(session, known, session_id, current_password)
    new_hash = await hash_password(new_password)
    user = await user_queries.lock_user(session, user_id)
    user.password_hash, user.password_changed_at = new_hash, clock.now()
    await end_all_sessions(session, user_id, reason="password_changed", but=session_id)
