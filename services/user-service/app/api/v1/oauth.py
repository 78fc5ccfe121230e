"""Signing in with an account elsewhere (OpenID Connect), and linking one.

The browser is sent to the identity provider and comes back here; whatever comes of that is told to the app's
page in the address' fragment, which goes to no server: `#ticket=...` or `#error=<code>`.
"""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Cookie, Depends, Path, Query
from fastapi.responses import RedirectResponse

from app.api.v1.callers import CallersDevice
from app.config import settings
from app.models.identity import (
    AccountExists,
    EmailNotProved,
    IdentityNotFound,
    IdentityTaken,
    InvalidTicket,
    ProviderLinked,
    UnknownProvider,
)
from app.models.second_factor import InvalidTotpCode, TotpRequired
from app.models.user import AccountSuspended, EmailTaken, LastSignInMethod, PasswordRequired
from app.oidc import OidcProvider
from app.schemas.auth import SignedInRead
from app.schemas.identities import Identities, IdentityRead, NewIdentity, OauthSignIn, Providers
from app.schemas.second_factors import Confirmation
from app.services import identities, oauth
from app.services.attempts import TooManyAttempts, attempts_at
from app.services.issuers import find_provider, trusted_providers
from app.services.reauthentication import SignInAgain
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.connections import SharedRedis
from lapa_kit.db import Session
from lapa_kit.openapi import ANSWERED_ONCE
from lapa_kit.problems import Problem, ServiceUnavailable, problems
from lapa_kit.ratelimit import Limiter, RateLimited, rate_limit

router = APIRouter(prefix="/auth", tags=["accounts elsewhere"])

COOKIE = "lapa_oauth"
COOKIE_PATH = "/api/v1/auth"
PAGE = "/sign-in/oauth"

Browser = Annotated[str, Cookie(alias=COOKIE)]
LIMITED = [rate_limit("oauth", settings.address_rate)]
ONWARD = {
    **problems(UnknownProvider, RateLimited),
    303: {"description": "On to the provider, or to the app's page with `#ticket=` or `#error=`"},
}
CONFIRMED = (*IDENTITY_PROBLEMS, PasswordRequired, SignInAgain, TooManyAttempts)


async def _provider(provider: Annotated[str, Path(max_length=32)]) -> OidcProvider:
    return find_provider(provider)


Provider = Annotated[OidcProvider, Depends(_provider)]


def _to_page(fragment: str) -> RedirectResponse:
    return RedirectResponse(f"{settings.public_url.rstrip('/')}{PAGE}#{fragment}", 303)


@router.get("/oauth")
async def list_providers() -> Providers:
    """The identity providers whose accounts open one here."""
    return Providers.of(trusted_providers())


@router.get(
    "/oauth/{provider}",
    status_code=303,
    response_class=RedirectResponse,
    responses=ONWARD,
    dependencies=LIMITED,
)
async def begin_oauth(provider: Provider, redis: SharedRedis) -> RedirectResponse:
    """Send the browser to the identity provider."""
    try:
        departure = await oauth.set_out(redis, provider)
    except Problem as problem:
        return _to_page(f"error={problem.code}")
    response = RedirectResponse(departure.url, 303)
    response.set_cookie(
        COOKIE,
        departure.browser,
        max_age=oauth.JOURNEY_S + oauth.TICKET_S,
        path=COOKIE_PATH,
        secure=settings.public_url.startswith("https://"),
        httponly=True,
        samesite="lax",
    )
    return response


@router.get(
    "/oauth/{provider}/callback",
    status_code=303,
    response_class=RedirectResponse,
    responses=ONWARD,
    dependencies=LIMITED,
)
async def end_oauth(
    provider: Provider,
    redis: SharedRedis,
    browser: Browser = "",
    state: Annotated[str, Query(max_length=200)] = "",
    code: Annotated[str | None, Query(max_length=4096)] = None,
    error: Annotated[str | None, Query(max_length=200)] = None,
    iss: Annotated[str | None, Query(max_length=2048)] = None,
) -> RedirectResponse:
    """Where the identity provider sends the browser back to."""
    try:
        ticket = await oauth.come_back(
            redis, provider, browser=browser, state=state, code=code, error=error, issuer=iss
        )
    except Problem as problem:
        return _to_page(f"error={problem.code}")
    return _to_page(f"ticket={ticket}")


@router.post(
    "/oauth/sign-in",
    responses=problems(
        InvalidTicket,
        AccountSuspended,
        TotpRequired,
        InvalidTotpCode,
        EmailNotProved,
        AccountExists,
        EmailTaken,
        IdentityTaken,
        TooManyAttempts,
        ServiceUnavailable,
    ),
)
async def sign_in_with_account_elsewhere(
    body: OauthSignIn,
    device: CallersDevice,
    redis: SharedRedis,
    limiter: Limiter,
    session: Session,
    browser: Browser = "",
) -> SignedInRead:
    """Sign in with the ticket that the same browser has come back with; the first time that makes an account."""
    async with attempts_at(limiter, f"login:address:{device.address}", settings.address_rate):
        signed_in = await identities.sign_in(
            session, redis, limiter, device, browser=browser, **body.model_dump()
        )
    return SignedInRead.of(signed_in)


@router.get("/identities", responses=problems(*IDENTITY_PROBLEMS))
async def list_own_identities(user: CurrentUser, session: Session) -> Identities:
    """The accounts elsewhere that open the caller's account."""
    rows = await identities.list_own(session, user.id)
    return Identities(items=[IdentityRead.of(row) for row in rows])


@router.post(
    "/identities",
    status_code=201,
    openapi_extra=ANSWERED_ONCE,
    responses=problems(
        *CONFIRMED,
        InvalidTicket,
        EmailNotProved,
        IdentityTaken,
        ProviderLinked,
        ServiceUnavailable,
    ),
)
async def link_identity(
    body: NewIdentity,
    user: CurrentUser,
    redis: SharedRedis,
    limiter: Limiter,
    session: Session,
    browser: Browser = "",
) -> IdentityRead:
    """Let the account elsewhere that this browser has just come back from open the caller's account too."""
    async with attempts_at(limiter, f"confirm:{user.id}", settings.account_rate):
        identity = await identities.link(
            session,
            redis,
            user.id,
            session_id=user.session_id,
            password=body.current_password,
            ticket=body.ticket,
            browser=browser,
        )
    return IdentityRead.of(identity)


@router.delete(
    "/identities/{identity_id:uuid}",
    status_code=204,
    responses=problems(*CONFIRMED, IdentityNotFound, LastSignInMethod),
)
async def unlink_identity(
    identity_id: UUID, body: Confirmation, user: CurrentUser, session: Session, limiter: Limiter
) -> None:
    """It opens nothing here any more; the last way in to the account stays."""
    async with attempts_at(limiter, f"confirm:{user.id}", settings.account_rate):
        await identities.unlink(
            session,
            identity_id,
            user_id=user.id,
            session_id=user.session_id,
            password=body.current_password,
        )
