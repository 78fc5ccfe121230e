"""An authenticator app as a second factor, its recovery codes, and what ways in there are."""

from fastapi import APIRouter

from app.config import settings
from app.models.second_factor import InvalidTotpCode, TotpEnabled, TotpNotSetUp
from app.models.user import PasswordRequired
from app.queries.users import get_user
from app.schemas.second_factors import (
    Confirmation,
    RecoveryCodes,
    SignInMethodsRead,
    TotpCode,
    TotpRemoval,
    TotpSetupRead,
)
from app.services import second_factors
from app.services.attempts import TooManyAttempts, attempts_at
from app.services.reauthentication import SignInAgain
from app.services.sign_in_methods import find_methods
from lapa_kit.auth import IDENTITY_PROBLEMS, EnrollingUser
from lapa_kit.db import Session
from lapa_kit.problems import problems
from lapa_kit.ratelimit import Limiter

router = APIRouter(prefix="/auth", tags=["second factor"])

CONFIRMED = (*IDENTITY_PROBLEMS, PasswordRequired, SignInAgain, TooManyAttempts)
BY_CODE = (*IDENTITY_PROBLEMS, InvalidTotpCode, TotpNotSetUp, TooManyAttempts)


@router.get("/methods", responses=problems(*IDENTITY_PROBLEMS))
async def list_sign_in_methods(user: EnrollingUser, session: Session) -> SignInMethodsRead:
    """The caller's ways in, and his second factors."""
    methods = await find_methods(session, await get_user(session, user.id))
    return SignInMethodsRead.model_validate(methods)


@router.post("/totp/setup", responses=problems(*CONFIRMED, TotpEnabled))
async def set_up_totp(
    body: Confirmation, user: EnrollingUser, session: Session, limiter: Limiter
) -> TotpSetupRead:
    """A secret for the authenticator app; it counts once `/auth/totp/enable` has seen its first code."""
    async with attempts_at(limiter, f"confirm:{user.id}", settings.account_rate):
        setup = await second_factors.set_up_totp(
            session, user.id, session_id=user.session_id, password=body.current_password
        )
    return TotpSetupRead.of(setup)


@router.post("/totp/enable", responses=problems(*BY_CODE, TotpEnabled))
async def enable_totp(
    body: TotpCode, user: EnrollingUser, session: Session, limiter: Limiter
) -> RecoveryCodes:
    """From now on signing in wants a code. This session has the second factor: refresh for its rights."""
    async with attempts_at(limiter, f"totp:{user.id}", settings.second_factor_rate):
        codes = await second_factors.enable_totp(
            session, user.id, session_id=user.session_id, code=body.code
        )
    return RecoveryCodes(recovery_codes=codes)


@router.post("/totp/disable", status_code=204, responses=problems(*CONFIRMED, *BY_CODE))
async def disable_totp(
    body: TotpRemoval, user: EnrollingUser, session: Session, limiter: Limiter
) -> None:
    """Takes the password and a code, of the app or of the recovery codes."""
    async with (
        attempts_at(limiter, f"confirm:{user.id}", settings.account_rate),
        attempts_at(limiter, f"totp:{user.id}", settings.second_factor_rate),
    ):
        await second_factors.disable_totp(
            session,
            user.id,
            session_id=user.session_id,
            password=body.current_password,
            code=body.totp_code,
        )


@router.post("/totp/recovery-codes", responses=problems(*BY_CODE))
async def renew_recovery_codes(
    body: TotpCode, user: EnrollingUser, session: Session, limiter: Limiter
) -> RecoveryCodes:
    """Ten new recovery codes in place of those before."""
    async with attempts_at(limiter, f"totp:{user.id}", settings.second_factor_rate):
        codes = await second_factors.renew_recovery_codes(session, user.id, body.code)
    return RecoveryCodes(recovery_codes=codes)
