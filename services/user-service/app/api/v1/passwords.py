"""Passwords: forgotten, reset, changed."""

from fastapi import APIRouter, Request

from app.models.code import InvalidCode
from app.models.user import PasswordRequired
from app.schemas.auth import Forgotten, PasswordChange, PasswordReset
from app.services import accounts
from app.services.attempts import TooManyAttempts, signing_in
from app.services.reauthentication import SignInAgain
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.problems import problems
from lapa_kit.ratelimit import Limiter, client_address

router = APIRouter(prefix="/auth/password", tags=["auth"])


@router.post("/forgot", status_code=202)
async def forget_password(body: Forgotten, session: Session) -> None:
    """Send a code to this address, if there is such an account: the answer does not tell."""
    await accounts.forget_password(session, body.email)


@router.post("/reset", status_code=204, responses=problems(InvalidCode, TooManyAttempts))
async def reset_password(
    body: PasswordReset, request: Request, limiter: Limiter, session: Session
) -> None:
    """Set a new password with the code; every device is signed out."""
    async with signing_in(limiter, f"reset:{body.email}", client_address(request)):
        await accounts.reset_password(session, **body.model_dump())


@router.post(
    "/change",
    status_code=204,
    responses=problems(*IDENTITY_PROBLEMS, PasswordRequired, SignInAgain, TooManyAttempts),
)
async def change_password(
    body: PasswordChange, user: CurrentUser, request: Request, limiter: Limiter, session: Session
) -> None:
    """Set a new password with the present one; every other device is signed out.

    Who has none yet sets his first one right after signing in.
    """
    async with signing_in(limiter, f"change:{user.id}", client_address(request)):
        await accounts.change_password(
            session, user.id, session_id=user.session_id, **body.model_dump()
        )
