"""Access tokens of people and short tokens between services: made and verified in one place."""

import time
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import jwt

from lapa_kit.ids import new_id
from lapa_kit.keys import VerifyingKeys
from lapa_kit.problems import Unauthorized
from lapa_kit.settings import ServiceSettings

INTERNAL_AUDIENCE = "lapa-internal"
INTERNAL_LIFE_S = 60
CACHE_SIZE = 10_000
LEEWAY_S = 5


class InvalidToken(Unauthorized):
    title = "The access token is not valid"


class TokenExpired(Unauthorized):
    title = "The access token has expired"


@dataclass(frozen=True, slots=True)
class Claims:
    """What a verified access token says. `issued_at` and `expires_at` are Unix seconds, real time."""

    user_id: UUID
    session_id: UUID
    roles: frozenset[str]
    issued_at: float
    expires_at: float
    token_id: str
    scopes: frozenset[str] | None = None
    # RFC 8693 `act`: who is looking with the user's eyes; he may only look
    actor_id: UUID | None = None
    # rights that want a second factor, and none yet: good for setting one up and nothing else
    must_enrol: bool = False
    # the user's id as text: hot paths name buckets by it
    subject: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "subject", str(self.user_id))


def mint_access_token(
    settings: ServiceSettings,
    *,
    user_id: UUID,
    session_id: UUID,
    roles: Iterable[str],
    actor_id: UUID | None = None,
    must_enrol: bool = False,
    scopes: Iterable[str] | None = None,
    life_s: int | None = None,
) -> tuple[str, int]:
    """A signed access token and its life in seconds; only the service that owns identity calls this."""
    life = life_s or settings.access_token_expire_minutes * 60
    issued = time.time()
    payload: dict[str, Any] = {
        "iss": settings.jwt_issuer,
        "aud": settings.jwt_audience,
        "sub": str(user_id),
        "sid": str(session_id),
        "roles": sorted(roles),
        "iat": issued,
        "exp": int(issued) + life,
        "jti": str(new_id()),
    }
    if scopes is not None:
        payload["scopes"] = sorted(scopes)
    if actor_id:
        payload["act"] = {"sub": str(actor_id)}
    if must_enrol:
        payload["enrol"] = True
    if keys := settings.signing_keys:
        return keys.sign(payload), life
    secret = settings.jwt_secret_key.get_secret_value()
    return jwt.encode(payload, secret, algorithm=settings.jwt_algorithm), life


class TokenVerifier:
    """Verifies access tokens; remembers each verdict, never beyond the token's expiry or its key's."""

    def __init__(self, settings: ServiceSettings) -> None:
        self.settings = settings
        self.keys = VerifyingKeys(
            settings.jwt_algorithm, settings.jwt_secret_key.get_secret_value()
        )
        if settings.signing_keys:
            self.keys.replace(settings.signing_keys.jwks)
        self._known: OrderedDict[str, Claims] = OrderedDict()

    def forget(self) -> None:
        """Verify every token anew: the keys have changed."""
        self._known.clear()

    def verify(self, token: str) -> Claims:
        """Raises InvalidToken or TokenExpired. Revocation is asked separately: it changes by the second."""
        claims = self._known.get(token)
        if claims is None:
            claims = self._decode(token)
            self._known[token] = claims
            if len(self._known) > CACHE_SIZE:
                self._known.popitem(last=False)
        if claims.expires_at <= time.time() - LEEWAY_S:
            self._known.pop(token, None)
            raise TokenExpired
        return claims

    def _decode(self, token: str) -> Claims:
        try:
            payload = jwt.decode(
                token,
                self.keys.find(token),
                algorithms=[self.settings.jwt_algorithm],
                audience=self.settings.jwt_audience,
                issuer=self.settings.jwt_issuer,
                leeway=LEEWAY_S,
                options={"require": ["exp", "iat", "sub", "sid", "jti", "aud", "iss"]},
            )
            return Claims(
                user_id=UUID(payload["sub"]),
                session_id=UUID(payload["sid"]),
                roles=frozenset(payload.get("roles", ())),
                issued_at=float(payload["iat"]),
                expires_at=float(payload["exp"]),
                token_id=str(payload["jti"]),
                scopes=frozenset(payload["scopes"]) if "scopes" in payload else None,
                actor_id=UUID(payload["act"]["sub"]) if "act" in payload else None,
                must_enrol=bool(payload.get("enrol", False)),
            )
        except jwt.ExpiredSignatureError:
            raise TokenExpired from None
        except (jwt.PyJWTError, ValueError, TypeError, AttributeError, KeyError):
            raise InvalidToken from None


def mint_service_token(settings: ServiceSettings) -> str:
    """The caller's own name, for a minute, under a secret that people's tokens never see."""
    payload = {
        "iss": settings.service_name,
        "aud": INTERNAL_AUDIENCE,
        "exp": int(time.time()) + INTERNAL_LIFE_S,
    }
    return jwt.encode(payload, settings.service_secret, algorithm="HS256")


def verify_service_token(settings: ServiceSettings, token: str) -> str:
    """The name of the calling service."""
    try:
        payload = jwt.decode(
            token,
            settings.service_secret,
            algorithms=["HS256"],
            audience=INTERNAL_AUDIENCE,
            leeway=LEEWAY_S,
            options={"require": ["exp", "iss", "aud"]},
        )
    except jwt.PyJWTError:
        raise InvalidToken from None
    return str(payload["iss"])
