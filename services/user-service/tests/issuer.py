"""An OpenID Connect issuer on loopback that does what the standard wants, and lies where a test says so."""

import hmac
import time
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Annotated, Any
from urllib.parse import parse_qs, urlsplit

from authlib.oauth2.rfc7636 import create_s256_code_challenge
from fastapi import FastAPI, Form, Header
from fastapi.responses import JSONResponse
from joserfc import jwt
from joserfc.jwk import KeySet, OctKey, RSAKey

from app.oidc import OidcProvider
from lapa_kit.ids import new_id

CLIENT, SECRET = "lapa:web", "a secret+of/ours"
AINO: dict[str, Any] = {
    "sub": "aino-1",
    "email": "aino@issuer.example",
    "email_verified": True,
    "name": "Aino V",
}


@dataclass
class Grant:
    """What a code stands for; `lies` are the claims that are not as they should be, None: left out."""

    nonce: str
    challenge: str
    redirect_uri: str
    claims: dict[str, Any]
    lies: dict[str, Any]


@dataclass
class Issuer:
    url: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))
    # what its metadata say otherwise
    says: dict[str, Any] = field(default_factory=dict[str, Any])
    userinfo: dict[str, Any] = field(default_factory=dict[str, Any])
    sign: Callable[["Issuer", dict[str, Any]], str] | None = None
    grants: dict[str, Grant] = field(default_factory=dict[str, Grant])

    def provider(self, name: str = "local", **changes: Any) -> OidcProvider:
        facts = {"name": name, "title": "Local", "issuer": self.url, "client_id": CLIENT}
        return OidcProvider.model_validate({**facts, "client_secret": SECRET, **changes})

    def consent(self, url: str, claims: dict[str, Any], **lies: Any) -> dict[str, str]:
        """The person says yes at that address: the parameters with which he is sent back."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        assert asked["code_challenge_method"] == "S256"
        code = str(new_id())
        self.grants[code] = Grant(
            asked["nonce"], asked["code_challenge"], asked["redirect_uri"], claims, lies
        )
        return {"code": code, "state": asked["state"]}

    def signed(self, claims: dict[str, Any]) -> str:
        if self.sign:
            return self.sign(self, claims)
        return jwt.encode({"alg": "RS256", "kid": self.key.kid}, claims, self.key)

    def app(self) -> FastAPI:
        app = FastAPI()

        @app.get("/.well-known/openid-configuration")
        async def metadata() -> dict[str, Any]:
            paths = {"authorization_endpoint": "/authorize", "token_endpoint": "/token"}
            paths |= {"jwks_uri": "/keys", "userinfo_endpoint": "/userinfo"}
            endpoints = {name: self.url + path for name, path in paths.items()}
            return {"issuer": self.url, **endpoints, **self.says}

        @app.get("/keys")
        async def keys() -> dict[str, Any]:
            return {**KeySet([self.key]).as_dict()}

        @app.get("/userinfo")
        async def userinfo() -> dict[str, Any]:
            return self.userinfo

        @app.post("/token")
        async def token(
            code: Annotated[str, Form()],
            code_verifier: Annotated[str, Form()],
            redirect_uri: Annotated[str, Form()],
            authorization: Annotated[str, Header()],
        ) -> JSONResponse:
            grant = self.grants.pop(code, None)
            known = "Basic " + b64encode(b"lapa%3Aweb:a+secret%2Bof%2Fours").decode()
            if (
                grant is None
                or grant.redirect_uri != redirect_uri
                or create_s256_code_challenge(code_verifier) != grant.challenge
                or authorization != known
            ):
                return JSONResponse({"error": "invalid_grant"}, 400)
            now = int(time.time())
            claims: dict[str, Any] = {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 300}
            claims |= {"nonce": grant.nonce, **grant.claims, **grant.lies}
            told = {name: value for name, value in claims.items() if value is not None}
            answer = {"access_token": "at", "token_type": "Bearer", "id_token": self.signed(told)}
            return JSONResponse(answer)

        return app


def unsigned(_: Issuer, claims: dict[str, Any]) -> str:
    """`alg: none`, as RFC 7519 allows it and nobody must."""
    key = OctKey.import_key("0" * 32)
    token = jwt.encode({"alg": "HS256"}, claims, key)
    header = b64encode(b'{"alg":"none"}').rstrip(b"=").decode()
    return ".".join([header, token.split(".")[1], ""])


def signed_with_the_public_key(issuer: Issuer, claims: dict[str, Any]) -> str:
    """HS256 with what everybody knows as the secret: opens who lets the token choose its algorithm."""
    good = jwt.encode({"alg": "RS256", "kid": "one"}, claims, issuer.key)
    header = urlsafe_b64encode(b'{"alg":"HS256","kid":"one"}').rstrip(b"=").decode()
    signed = f"{header}.{good.split('.')[1]}"
    # by hand: no library lends itself to that
    mac = hmac.new(issuer.key.as_pem(private=False), signed.encode(), sha256).digest()
    return f"{signed}.{urlsafe_b64encode(mac).rstrip(b'=').decode()}"


def signed_with_the_client_secret(_: Issuer, claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET))


def signed_by_another(_: Issuer, claims: dict[str, Any]) -> str:
    """A key of that name which is not the issuer's."""
    other = RSAKey.generate_key(2048, {"kid": "one"})
    return jwt.encode({"alg": "RS256", "kid": "one"}, claims, other)


def signed_by_a_key_of_its_own(_: Issuer, claims: dict[str, Any]) -> str:
    """A token that brings its key along."""
    other = RSAKey.generate_key(2048, {"kid": "two"})
    header = {"alg": "RS256", "kid": "two", "jwk": other.as_dict(private=False)}
    return jwt.encode(header, claims, other)


def cut(issuer: Issuer, claims: dict[str, Any]) -> str:
    good = jwt.encode({"alg": "RS256", "kid": "one"}, claims, issuer.key)
    return good.rpartition(".")[0] + "."
