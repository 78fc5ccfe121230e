"""Asking an OpenID Connect issuer who somebody is: its own description, its keys, and what its ID token proves."""

import json
import time
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast
from urllib.parse import quote_plus, urlencode

from authlib.common.urls import add_params_to_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet

from app.config import settings
from app.models.identity import InvalidIdToken, IssuerFailed, UnknownProvider
from app.oidc import OidcProvider
from lapa_kit.egress import Answer, Egress, Unreachable, UrlNotAllowed

TIMEOUT_S = 5.0
MOST_BYTES = 262_144
LEEWAY_S = 60
KEPT_FOR_S = 3600.0
# an unknown key may be a new one; asking for each made-up one would let anybody drive us against the issuer
ASKED_AGAIN_AFTER_S = 10.0
LONGEST_SUBJECT = 255

Claims = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Metadata:
    """As the issuer describes itself (OpenID Connect Discovery 1.0)."""

    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str | None
    takes_basic: bool
    # RFC 9207: each of its answers says whose it is
    names_itself: bool


def trusted_providers() -> list[OidcProvider]:
    return settings.oidc_providers


def find_provider(name: str) -> OidcProvider:
    """Raises UnknownProvider."""
    for provider in trusted_providers():
        if provider.name == name:
            return provider
    raise UnknownProvider


def trusted_issuers() -> list[str]:
    """An account elsewhere is a way in for as long as the operator trusts its issuer."""
    return [provider.issuer for provider in trusted_providers()]


@lru_cache(maxsize=64)
def issuer_of(provider: OidcProvider) -> "IssuerClient":
    """One for each provider in a process: it remembers what the issuer has said of itself."""
    return IssuerClient(provider)


class IssuerClient:
    """One issuer as its client; every call of it raises IssuerFailed when the issuer is away or talks nonsense."""

    def __init__(self, provider: OidcProvider) -> None:
        self.provider = provider
        # the operator has named it, so that it may be in his own network; the limits are wanted all the same
        self._egress = Egress(allows_private=True, timeout_s=TIMEOUT_S, most_bytes=MOST_BYTES)
        self._metadata: Metadata | None = None
        self._keys: KeySet | None = None
        self._described_at = self._keyed_at = 0.0

    async def authorization_url(
        self, *, state: str, nonce: str, verifier: str, redirect_uri: str
    ) -> str:
        """Where the person says yes: a code, bound to our verifier (PKCE) and to this one attempt."""
        metadata = await self.metadata()
        params = {
            "response_type": "code",
            "client_id": self.provider.client_id,
            "redirect_uri": redirect_uri,
            "scope": " ".join(self.provider.scopes),
            "state": state,
            "nonce": nonce,
            "code_challenge": create_s256_code_challenge(verifier),
            "code_challenge_method": "S256",
        }
        return add_params_to_uri(metadata.authorization_endpoint, list(params.items()))

    async def check_sender(self, issuer: str | None) -> None:
        """That the answer is of this issuer and not of another one we know. Raises InvalidIdToken."""
        is_missing = issuer is None and (await self.metadata()).names_itself
        if is_missing or issuer not in (None, self.provider.issuer):
            raise InvalidIdToken

    async def redeem(self, code: str, *, verifier: str, nonce: str, redirect_uri: str) -> Claims:
        """What it says of who has said yes. Raises InvalidIdToken for what cannot be trusted."""
        metadata = await self.metadata()
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "code_verifier": verifier,
            "client_id": self.provider.client_id,
        }
        answer = await self._post(metadata, form)
        if answer.status != 200:
            raise InvalidIdToken  # the code is not good: made up, used before, or too old
        tokens = _object(answer)
        access_token = str(tokens.get("access_token", ""))
        claims = await self._verify(str(tokens.get("id_token", "")), nonce, access_token)
        if "email" not in claims and metadata.userinfo_endpoint and access_token:
            claims = await self._userinfo(metadata.userinfo_endpoint, access_token, claims)
        return claims

    async def metadata(self) -> Metadata:
        if self._metadata is None or time.monotonic() - self._described_at > KEPT_FOR_S:
            url = self.provider.issuer.rstrip("/") + "/.well-known/openid-configuration"
            self._metadata = self._read(_object(await self._get(url)))
            self._described_at = time.monotonic()
        return self._metadata

    def _read(self, said: Mapping[str, Any]) -> Metadata:
        if said.get("issuer") != self.provider.issuer:
            raise IssuerFailed("It calls itself otherwise than the operator does.")
        endpoints = {
            name: str(said.get(name) or "")
            for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")
        }
        userinfo = str(said.get("userinfo_endpoint") or "")
        scheme = "https://" if self.provider.is_encrypted else ("https://", "http://")
        if not all(url.startswith(scheme) for url in (*endpoints.values(), userinfo or "https://")):
            raise IssuerFailed("It has endpoints that nothing can be entrusted to.")
        methods = said.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        return Metadata(
            **endpoints,
            userinfo_endpoint=userinfo or None,
            takes_basic="client_secret_basic" in methods,
            names_itself=said.get("authorization_response_iss_parameter_supported") is True,
        )

    async def _post(self, metadata: Metadata, form: dict[str, str]) -> Answer:
        secret = self.provider.client_secret.get_secret_value()
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        if secret and metadata.takes_basic:
            headers["Authorization"] = _basic(self.provider.client_id, secret)
        elif secret:
            form["client_secret"] = secret
        body = urlencode(form).encode()
        return await self._ask("POST", metadata.token_endpoint, headers, body)

    async def _verify(self, token: str, nonce: str, access_token: str) -> Claims:
        """The claims of an ID token that is for us, for this attempt, of now, and signed by a key of the issuer."""
        try:
            try:
                decoded = jwt.decode(token, await self.keys(), self.provider.algorithms)
            except InvalidKeyIdError:
                keys = await self.keys(not_older_than_s=ASKED_AGAIN_AFTER_S)
                decoded = jwt.decode(token, keys, self.provider.algorithms)
            claims = CodeIDToken(
                decoded.claims,
                decoded.header,
                options={
                    "iss": {"essential": True, "value": self.provider.issuer},
                    "aud": {"essential": True, "value": self.provider.client_id},
                },
                params={
                    "nonce": nonce,
                    "client_id": self.provider.client_id,
                    "access_token": access_token,
                },
            )
            claims.validate(leeway=LEEWAY_S)
        except (JoseError, ValueError, TypeError) as error:
            raise InvalidIdToken from error
        subject = claims.get("sub")
        if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST_SUBJECT:
            raise InvalidIdToken
        return dict(claims)

    async def _userinfo(self, url: str, access_token: str, claims: Claims) -> Claims:
        """Issuers may keep the e-mail out of the ID token; what they add must be of the same person."""
        answer = await self._ask("GET", url, {"Authorization": f"Bearer {access_token}"})
        more = _object(answer)
        if more.get("sub") != claims["sub"]:
            raise InvalidIdToken
        return {**more, **claims}

    async def keys(self, *, not_older_than_s: float = KEPT_FOR_S) -> KeySet:
        if self._keys is None or time.monotonic() - self._keyed_at > not_older_than_s:
            answer = await self._get((await self.metadata()).jwks_uri)
            try:
                self._keys = KeySet.import_key_set(cast(Any, _object(answer)))
            except (JoseError, ValueError, KeyError, TypeError) as error:
                raise IssuerFailed("Its keys cannot be read.") from error
            self._keyed_at = time.monotonic()
        return self._keys

    async def _get(self, url: str) -> Answer:
        return await self._ask("GET", url, {"Accept": "application/json"})

    async def _ask(
        self, method: str, url: str, headers: dict[str, str], content: bytes = b""
    ) -> Answer:
        try:
            answer = await self._egress.ask(method, url, headers=headers, content=content)
        except (Unreachable, UrlNotAllowed) as error:
            raise IssuerFailed from error
        if answer.status >= 500 or (method == "GET" and answer.status != 200):
            raise IssuerFailed
        return answer


def _object(answer: Answer) -> Claims:
    try:
        said = json.loads(answer.body)
    except ValueError as error:
        raise IssuerFailed from error
    if not isinstance(said, dict):
        raise IssuerFailed
    return cast(Claims, said)


def _basic(client_id: str, secret: str) -> str:
    """RFC 6749 has both percent-encoded before they are joined."""
    joined = f"{quote_plus(client_id)}:{quote_plus(secret)}"
    return f"Basic {b64encode(joined.encode()).decode()}"
