"""Who is calling, as far as the edge needs to know: to refuse early, to limit, to log."""

from app.relay.headers import Headers
from app.services.catalogue import Operation
from app.services.key_tokens import PREFIX
from lapa_kit.auth import Authenticator, ViewOnly
from lapa_kit.problems import Unauthorized
from lapa_kit.scopes import SAFE_METHODS
from lapa_kit.tokens import Claims


def identify(
    authenticator: Authenticator, token: str | None, operation: Operation | None
) -> Claims | None:
    """What the bearer token says; None for anybody. Raises Unauthorized where the operation is known
    to need more: every service looks for itself again, so the unknown may pass."""
    lets_anybody_in = operation is None or operation.is_public
    if token is None:
        if lets_anybody_in:
            return None
        raise Unauthorized
    try:
        claims = authenticator.verifier.verify(token)
        authenticator.revocations.check(claims)
    except Unauthorized:
        if lets_anybody_in:
            return None
        raise
    return claims


def check_view(claims: Claims | None, method: str, operation: Operation | None) -> None:
    """Raises ViewOnly: where anybody is let in no service asks for the token, so the edge does."""
    lets_anybody_in = operation is None or operation.is_public
    if claims and claims.actor_id and lets_anybody_in and method not in SAFE_METHODS:
        raise ViewOnly


def key_of(headers: Headers) -> str | None:
    """The developer's key that stands where a token would."""
    token = bearer(headers)
    return token if token and token.startswith(PREFIX) else None


def with_token(headers: Headers, token: str) -> Headers:
    """The same request as if it had come with the token: no service ever sees a key."""
    others = [header for header in headers if header[0] != b"authorization"]
    return [*others, (b"authorization", f"Bearer {token}".encode())]


def bearer(headers: Headers) -> str | None:
    for name, value in headers:
        if name == b"authorization":
            scheme, _, token = value.partition(b" ")
            if scheme.lower() == b"bearer" and token:
                return token.strip().decode("latin-1")
    return None
