"""Registration, sign-in and refresh.

Plain routes: an Idempotency-Key would have the answers, tokens in them, kept in the database.
"""

from typing import Annotated

from fastapi import APIRouter, Form

from app.api.v1.callers import CallersDevice
from app.config import settings
from app.models.code import InvalidCode, TooManyCodes
from app.models.second_factor import InvalidTotpCode, TotpRequired
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
from app.schemas.values import LoginName, Password, TypedCode
from app.services import accounts
from app.services.attempts import TooManyAttempts, signing_in
from app.services.sessions import refresh_session
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.problems import problems
from lapa_kit.ratelimit import Limiter, RateLimited, rate_limit

router = APIRouter(prefix="/auth", tags=["auth"])

LOGIN_PROBLEMS = problems(
    InvalidCredentials, AccountSuspended, TotpRequired, InvalidTotpCode, TooManyAttempts
)


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
    """Sign in with e-mail and password, and with an authenticator app its code too.

    Who has rights that want a second factor, and none yet, gets a token for setting one up alone.
    """
    async with signing_in(limiter, body.email, device.address, code=body.totp_code):
        signed_in = await accounts.log_in(session, device, **body.model_dump())
    return SignedInRead.of(signed_in)


@router.post("/token", responses=LOGIN_PROBLEMS)
async def get_token(
    username: Annotated[LoginName, Form()],
    password: Annotated[Password, Form()],
    device: CallersDevice,
    limiter: Limiter,
    session: Session,
    totp_code: Annotated[TypedCode | None, Form()] = None,
) -> TokenRead:
    """The OAuth 2 password form of the same; `username` is the e-mail."""
    async with signing_in(limiter, username, device.address, code=totp_code):
        signed_in = await accounts.log_in(
            session, device, email=username, password=password, totp_code=totp_code
        )
    return TokenRead.of(signed_in)


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
