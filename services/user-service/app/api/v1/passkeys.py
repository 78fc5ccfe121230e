"""Passkeys (WebAuthn): a way in without a password, and a second factor by itself."""

from uuid import UUID

from fastapi import APIRouter

from app.api.v1.callers import CallersDevice
from app.config import settings
from app.models.passkey import (
    InvalidPasskey,
    PasskeyNotAccepted,
    PasskeyNotFound,
    TooManyPasskeys,
)
from app.models.user import AccountSuspended, LastSignInMethod, PasswordRequired
from app.queries.passkeys import list_passkeys
from app.schemas.auth import SignedInRead
from app.schemas.second_factors import (
    Confirmation,
    NewPasskey,
    PasskeyChange,
    PasskeyLogin,
    PasskeyOptions,
    PasskeyRead,
    Passkeys,
)
from app.services import passkeys
from app.services.attempts import TooManyAttempts, attempts_at
from app.services.reauthentication import SignInAgain
from lapa_kit.auth import IDENTITY_PROBLEMS, EnrollingUser
from lapa_kit.connections import SharedRedis
from lapa_kit.db import Session
from lapa_kit.openapi import ANSWERED_ONCE
from lapa_kit.problems import ServiceUnavailable, problems
from lapa_kit.ratelimit import Limiter, RateLimited, rate_limit

router = APIRouter(prefix="/auth/passkeys", tags=["passkeys"])


@router.post(
    "/options",
    responses=problems(
        *IDENTITY_PROBLEMS,
        PasswordRequired,
        SignInAgain,
        TooManyAttempts,
        TooManyPasskeys,
        ServiceUnavailable,
    ),
)
async def begin_registration(
    body: Confirmation, user: EnrollingUser, redis: SharedRedis, limiter: Limiter, session: Session
) -> PasskeyOptions:
    """What `navigator.credentials.create` is to be asked for; good once, for five minutes."""
    async with attempts_at(limiter, f"confirm:{user.id}", settings.account_rate):
        options = await passkeys.begin_registration(
            session, redis, user.id, session_id=user.session_id, password=body.current_password
        )
    return PasskeyOptions(options=options)


@router.post(
    "",
    status_code=201,
    openapi_extra=ANSWERED_ONCE,
    responses=problems(*IDENTITY_PROBLEMS, PasskeyNotAccepted, TooManyPasskeys, ServiceUnavailable),
)
async def add_passkey(
    body: NewPasskey, user: EnrollingUser, redis: SharedRedis, session: Session
) -> PasskeyRead:
    """Keep the new passkey. This session has a second factor by that: refresh for its rights."""
    passkey = await passkeys.add_passkey(
        session,
        redis,
        user.id,
        session_id=user.session_id,
        name=body.name,
        credential=body.credential.model_dump(exclude_none=True),
    )
    return PasskeyRead.model_validate(passkey)


@router.get("", responses=problems(*IDENTITY_PROBLEMS))
async def list_own_passkeys(user: EnrollingUser, session: Session) -> Passkeys:
    """The caller's passkeys, the oldest first."""
    rows = await list_passkeys(session, user.id)
    return Passkeys(items=[PasskeyRead.model_validate(row) for row in rows])


@router.patch("/{passkey_id:uuid}", responses=problems(*IDENTITY_PROBLEMS, PasskeyNotFound))
async def rename_passkey(
    passkey_id: UUID, body: PasskeyChange, user: EnrollingUser, session: Session
) -> PasskeyRead:
    """Call it something else."""
    passkey = await passkeys.rename_passkey(session, passkey_id, user_id=user.id, name=body.name)
    return PasskeyRead.model_validate(passkey)


@router.delete(
    "/{passkey_id:uuid}",
    status_code=204,
    responses=problems(
        *IDENTITY_PROBLEMS,
        PasskeyNotFound,
        PasswordRequired,
        SignInAgain,
        LastSignInMethod,
        TooManyAttempts,
    ),
)
async def remove_passkey(
    passkey_id: UUID, body: Confirmation, user: EnrollingUser, session: Session, limiter: Limiter
) -> None:
    """It opens nothing any more; the last way in to the account stays."""
    async with attempts_at(limiter, f"confirm:{user.id}", settings.account_rate):
        await passkeys.remove_passkey(
            session,
            passkey_id,
            user_id=user.id,
            session_id=user.session_id,
            password=body.current_password,
        )


@router.post(
    "/login/options",
    responses=problems(ServiceUnavailable, RateLimited),
    dependencies=[rate_limit("passkey-options", settings.address_rate)],
)
async def begin_passkey_login(redis: SharedRedis) -> PasskeyOptions:
    """What `navigator.credentials.get` is to be asked for; the same for everybody."""
    return PasskeyOptions(options=await passkeys.begin_sign_in(redis))


@router.post(
    "/login",
    responses=problems(InvalidPasskey, AccountSuspended, TooManyAttempts, ServiceUnavailable),
)
async def log_in_with_passkey(
    body: PasskeyLogin,
    device: CallersDevice,
    redis: SharedRedis,
    limiter: Limiter,
    session: Session,
) -> SignedInRead:
    """Sign in with a passkey; no other factor is asked for."""
    credential = body.credential.model_dump(exclude_none=True)
    async with attempts_at(limiter, f"login:address:{device.address}", settings.address_rate):
        signed_in = await passkeys.sign_in(session, redis, device, credential)
    return SignedInRead.of(signed_in)
