"""Registration, sign-in and refresh.

Plain routes: an Idempotency-Key would have the answers, tokens in them, kept in the database.
"""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request

from app.config import settings
from app.models.code import InvalidCode, TooManyCodes
from app.models.session import InvalidRefreshToken, TokenReused
from app.models.user import AccountSuspended, EmailTaken, InvalidCredentials
from app.schemas.auth import (
    CodeEntry,
    Login,
    Refresh,
    Registration,
    SignedInRead,
    TokenRead,
)
from app.schemas.users import UserRead
from app.schemas.values import LoginName, Password
from app.services import accounts
from app.services.attempts import TooManyAttempts, count_attempt, forgive_attempt
from app.services.sessions import Device, SignedIn, refresh_session
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.problems import problems
from lapa_kit.ratelimit import Limiter, RateLimited, client_address, rate_limit

router = APIRouter(prefix="/auth", tags=["auth"])

LOGIN_PROBLEMS = problems(InvalidCredentials, AccountSuspended, TooManyAttempts)


def _device(request: Request) -> Device:
    return Device(client_address(request), request.headers.get("user-agent"))


CallersDevice = Annotated[Device, Depends(_device)]


@router.post(
    "/register",
    status_code=201,
    responses=problems(EmailTaken, RateLimited),
    dependencies=[rate_limit("register", settings.registration_rate)],
)
async def register(body: Registration, device: CallersDevice, session: Session) -> SignedInRead:
    """Make an account and sign in to it; a code to prove the e-mail is on its way."""
    facts = body.model_dump()
    return SignedInRead.of(await accounts.register(session, device, **facts))


@router.post("/login", responses=LOGIN_PROBLEMS)
async def log_in(
    body: Login, device: CallersDevice, limiter: Limiter, session: Session
) -> SignedInRead:
    """Sign in with e-mail and password."""
    signed_in = await _log_in(session, limiter, device, body.email, body.password)
    return SignedInRead.of(signed_in)


@router.post("/token", responses=LOGIN_PROBLEMS)
async def get_token(
    username: Annotated[LoginName, Form()],
    password: Annotated[Password, Form()],
    device: CallersDevice,
    limiter: Limiter,
    session: Session,
) -> TokenRead:
    """The OAuth 2 password form of the same; `username` is the e-mail."""
    return TokenRead.of(await _log_in(session, limiter, device, username, password))


async def _log_in(
    session: Session, limiter: Limiter, device: Device, email: str, password: str
) -> SignedIn:
    await count_attempt(limiter, email, device.address)
    signed_in = await accounts.log_in(session, device, email=email, password=password)
    await forgive_attempt(limiter, email, device.address)
    return signed_in


@router.post("/refresh", responses=problems(InvalidRefreshToken, TokenReused))
async def refresh(body: Refresh, session: Session) -> TokenRead:
    """New tokens for a refresh token, which is used up by that.

    Requests at the same time with the same token get the same successor; a used token that comes
    later ends the whole session.
    """
    return TokenRead.of(await refresh_session(session, body.refresh_token))


@router.post("/verify-email", responses=problems(*IDENTITY_PROBLEMS, InvalidCode))
async def verify_email(body: CodeEntry, user: CurrentUser, session: Session) -> UserRead:
    """Prove the account's e-mail with the code that was sent to it."""
    return UserRead.of(await accounts.verify_email(session, user.id, body.code))


@router.post(
    "/verify-email/resend", status_code=202, responses=problems(*IDENTITY_PROBLEMS, TooManyCodes)
)
async def resend_verification(user: CurrentUser, session: Session) -> None:
    """Send another code; those sent before do not open any more."""
    await accounts.resend_verification(session, user.id)
