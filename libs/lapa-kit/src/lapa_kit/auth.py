"""Who is calling: every service verifies the token itself, so reaching one directly gains nothing."""

from typing import Annotated

import structlog
from fastapi import Depends
from fastapi.security import HTTPBearer
from starlette.requests import HTTPConnection

from lapa_kit.db import Session
from lapa_kit.permissions import Permissions
from lapa_kit.principals import PermissionDenied as PermissionDenied
from lapa_kit.principals import Principal as Principal
from lapa_kit.principals import ViewOnly as ViewOnly
from lapa_kit.problems import Forbidden, Problem, Unauthorized
from lapa_kit.revocation import Revocations
from lapa_kit.rights import followed, record_look
from lapa_kit.scopes import SAFE_METHODS, InsufficientScope, check_scope
from lapa_kit.settings import ServiceSettings
from lapa_kit.telemetry import user_hash
from lapa_kit.tokens import Claims, TokenVerifier, verify_service_token


class SecondFactorRequired(Forbidden):
    """Its own way out is enrolment, for which `EnrollingUser` lets the caller in."""

    title = "Your rights want a second factor: set one up, or sign in with it"


class Authenticator:
    """Turns a bearer token into a Principal; one a process, on `app.state.authenticator`."""

    def __init__(self, settings: ServiceSettings) -> None:
        self.verifier = TokenVerifier(settings)
        self.revocations = Revocations()
        self.permissions = Permissions(settings.default_permissions)

    def authenticate(self, token: str) -> Principal:
        """Raises InvalidToken, TokenExpired, TokenRevoked or TokenStale."""
        claims = self.verifier.verify(token)
        self.revocations.check(claims)
        return self.principal(claims)

    def principal(self, claims: Claims) -> Principal:
        permissions = self.permissions.of(claims.roles)
        if claims.scopes is not None:
            permissions &= claims.scopes
        return Principal(
            id=claims.user_id,
            session_id=claims.session_id,
            roles=claims.roles,
            permissions=permissions,
            actor_id=claims.actor_id,
            must_enrol=claims.must_enrol,
            scopes=claims.scopes,
        )


def bearer_token(connection: HTTPConnection) -> str | None:
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token else None


def authenticate(connection: HTTPConnection, *, may_enrol: bool = False) -> Principal | None:
    """The caller, None without a token; a token that is not good is refused, never ignored.

    Raises ViewOnly when he looks with another's eyes and asks for more than a look,
    SecondFactorRequired when he has still to set one up, unless that is what he is here for,
    InsufficientScope when a key was not made for this route.
    """
    principal = getattr(connection.state, "principal", None) or _identified(connection)
    if principal is None:
        return None
    if principal.actor_id and connection.scope.get("method") not in SAFE_METHODS:
        raise ViewOnly
    if principal.must_enrol and not may_enrol:
        raise SecondFactorRequired
    check_scope(connection, principal.scopes)
    return principal


def _identified(connection: HTTPConnection) -> Principal | None:
    """Once a request: what of his rights he makes use of is gathered on it."""
    token = bearer_token(connection)
    if token is None:
        return None
    authenticator: Authenticator = connection.app.state.authenticator
    principal = followed(authenticator.authenticate(token), connection)
    connection.state.principal = principal
    connection.state.user_id = principal.id
    structlog.contextvars.bind_contextvars(user=user_hash(principal.id))
    return principal


# the schemes only put the padlock into the OpenAPI document; the work is done above
_bearer = HTTPBearer(auto_error=False, description="Access token of POST /auth/login")
_service_bearer = HTTPBearer(
    auto_error=False, scheme_name="Service", description="Token between services"
)


async def _current_user(
    connection: HTTPConnection, _: Annotated[object, Depends(_bearer)]
) -> Principal:
    if principal := await _optional_user(connection):
        return principal
    raise Unauthorized


async def _enrolling_user(
    connection: HTTPConnection, _: Annotated[object, Depends(_bearer)]
) -> Principal:
    if principal := authenticate(connection, may_enrol=True):
        await record_look(connection, principal)
        return principal
    raise Unauthorized


async def _optional_user(connection: HTTPConnection) -> Principal | None:
    if principal := authenticate(connection):
        await record_look(connection, principal)
    return principal


CurrentUser = Annotated[Principal, Depends(_current_user)]
EnrollingUser = Annotated[Principal, Depends(_enrolling_user)]
"""Also who has still to set up the second factor that his rights want: for setting one up, and for leaving."""
OptionalUser = Annotated[Principal | None, Depends(_optional_user)]
"""For public routes that show more to those who are signed in."""


def allowed(permission: str, *, is_recorded: bool = True) -> object:
    """`Annotated[Principal, allowed("orders:read_any")]`: a person whose role grants the permission.

    Each use is recorded, unless it only shows how machines are doing, and that also while the
    database is away.
    """

    async def check(user: CurrentUser) -> Principal:
        if permission not in user.permissions:
            raise PermissionDenied.of(permission)
        return user

    async def check_and_record(user: CurrentUser, _: Session) -> Principal:
        user.require(permission)
        return user

    return Depends(check_and_record if is_recorded else check)


async def _calling_service(
    connection: HTTPConnection, _: Annotated[object, Depends(_service_bearer)]
) -> str:
    settings: ServiceSettings = connection.app.state.settings
    token = bearer_token(connection)
    if token is None:
        raise Unauthorized
    return verify_service_token(settings, token)


CallingService = Annotated[str, Depends(_calling_service)]
"""The name of the service that calls an endpoint under `/internal/v1`."""

IDENTITY_PROBLEMS: tuple[type[Problem], ...] = (
    Unauthorized,
    PermissionDenied,
    ViewOnly,
    SecondFactorRequired,
    InsufficientScope,
)
