"""A developer's key becomes a short access token: services know tokens only. Asked once a token's life."""

import time
from collections import OrderedDict
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from app.models.key import InvalidKey
from app.queries.keys import find_key_by_hash
from lapa_contracts.user import UserClient
from lapa_kit.auth import Authenticator
from lapa_kit.clients import ServiceRefused
from lapa_kit.db import Sessions
from lapa_kit.problems import ServiceUnavailable, Unauthorized, UpstreamFailed

PREFIX = "lapa_"
TOKEN_LIFE = timedelta(minutes=5)
MOST_KNOWN = 10_000


def real_now() -> datetime:
    return datetime.fromtimestamp(time.time(), UTC)


def digest_of(secret: str) -> bytes:
    """A plain hash will do: a secret has 256 bits, there is nothing to guess."""
    return sha256(secret.encode()).digest()


def session_of(digest: bytes) -> UUID:
    """The `sid` of the tokens made from one secret: what ends them, and not those of its successor."""
    return UUID(bytes=digest[:16])


class KeyTokens:
    """One a process, for every lane: `find` never waits, `exchange` asks."""

    def __init__(self, authenticator: Authenticator) -> None:
        self._authenticator = authenticator
        self._known: OrderedDict[bytes, str] = OrderedDict()

    def find(self, secret: str) -> str | None:
        """A token that is still good; the revocations that tokens are held to end it here too."""
        digest = digest_of(secret)
        token = self._known.get(digest)
        if token is None:
            return None
        try:
            self._authenticator.revocations.check(self._authenticator.verifier.verify(token))
        except Unauthorized:
            del self._known[digest]
            return None
        return token

    async def exchange(self, secret: str, sessions: Sessions, users: UserClient) -> str:
        """A new token. Raises InvalidKey, or ServiceUnavailable while nobody can say."""
        digest, now = digest_of(secret), real_now()
        async with sessions.begin() as session:
            key = await find_key_by_hash(session, digest)
            if key is None:
                raise InvalidKey
            ends_at = key.ends_at(digest, now)
            key.last_used_at = now
            owner_id, scopes = key.owner_id, list(key.scopes)
        life = min(TOKEN_LIFE, ends_at - now) if ends_at else TOKEN_LIFE
        try:
            token = await users.mint_key_token(
                owner_id, session_id=session_of(digest), scopes=scopes, life=life
            )
        except ServiceRefused:
            raise InvalidKey("Its owner may not use the platform.") from None
        except UpstreamFailed as failure:
            raise ServiceUnavailable("Keys cannot be checked now.") from failure
        self._known[digest] = token
        if len(self._known) > MOST_KNOWN:
            self._known.popitem(last=False)
        return token
