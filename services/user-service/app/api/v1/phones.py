"""Signing in with a phone, and proving that it is one's own."""

from fastapi import APIRouter

from app.api.v1.callers import CallersDevice
from app.config import settings
from app.models.code import InvalidCode, TooManyCodes
from app.models.second_factor import InvalidTotpCode, TotpRequired
from app.models.user import AccountSuspended, NoPhone
from app.schemas.auth import CodeEntry, PhoneCodeRequest, PhoneLogin, SignedInRead
from app.schemas.users import UserRead
from app.services import phones
from app.services.attempts import TooManyAttempts, signing_in
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.problems import problems
from lapa_kit.ratelimit import Limiter, RateLimited, rate_limit

router = APIRouter(prefix="/auth", tags=["phones"])


@router.post(
    "/otp/request",
    status_code=202,
    responses=problems(RateLimited),
    dependencies=[rate_limit("phone-code", settings.phone_code_rate)],
)
async def request_phone_code(body: PhoneCodeRequest, session: Session) -> None:
    """Send a sign-in code by SMS, if an account has proved this phone: the answer does not tell."""
    await phones.request_sign_in(session, body.phone)


@router.post(
    "/otp/verify",
    responses=problems(
        InvalidCode, AccountSuspended, TotpRequired, InvalidTotpCode, TooManyAttempts
    ),
)
async def log_in_with_phone(
    body: PhoneLogin, device: CallersDevice, limiter: Limiter, session: Session
) -> SignedInRead:
    """Sign in with the code from the SMS; with an authenticator app its code is needed too."""
    async with signing_in(limiter, body.phone, device.address, code=body.totp_code):
        signed_in = await phones.sign_in(session, device, **body.model_dump())
    return SignedInRead.of(signed_in)


@router.post(
    "/verify-phone/send",
    status_code=202,
    responses=problems(*IDENTITY_PROBLEMS, NoPhone, TooManyCodes),
)
async def send_phone_code(user: CurrentUser, session: Session) -> None:
    """Send a code to the phone in the profile; those sent before do not open any more."""
    await phones.send_phone_code(session, user.id)


@router.post("/verify-phone", responses=problems(*IDENTITY_PROBLEMS, InvalidCode, NoPhone))
async def verify_phone(body: CodeEntry, user: CurrentUser, session: Session) -> UserRead:
    """Prove the phone with the code that was sent to it; from then on it is a way in."""
    return UserRead.of(await phones.verify_phone(session, user.id, body.code))
