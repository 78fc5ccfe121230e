"""The keys of access tokens: one shared secret, or key pairs whose public halves are a JWKS (RFC 7517)."""

import asyncio
import base64
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from typing import Any

import httpx
import jwt
import structlog
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from jwt.algorithms import OKPAlgorithm, RSAAlgorithm

from lapa_kit.problems import ServiceUnavailable

SYMMETRIC = frozenset({"HS256", "HS384", "HS512"})
# the members that a key's thumbprint is made of (RFC 7638, RFC 8037)
MEMBERS = {"RS256": ("e", "kty", "n"), "EdDSA": ("crv", "kty", "x")}
PEM = re.compile(r"-----BEGIN [A-Z ]+-----.+?-----END [A-Z ]+-----", re.DOTALL)
SMALLEST_RSA_BITS = 2048
EVERY_S, WHEN_EMPTY_S, AT_MOST_EVERY_S = 30.0, 1.0, 5.0

Jwks = Mapping[str, Any]
log = structlog.get_logger()


class KeysUnknown(ServiceUnavailable):
    title = "The keys of access tokens have not been fetched yet"


class SigningKeys:
    """Private keys from PEM, newest first: the first signs, all of them are published."""

    def __init__(self, pem: str, algorithm: str) -> None:
        """Raises ValueError saying what is wrong, without a word of the key."""
        found: list[str] = PEM.findall(pem.replace("\\n", "\n"))
        if not found:
            raise ValueError("expected one or more private keys in PEM")
        self.algorithm = algorithm
        self._keys = [_load(one, algorithm) for one in found]
        self.jwks: dict[str, Any] = {"keys": [_public(key, algorithm) for key in self._keys]}

    def sign(self, payload: dict[str, Any]) -> str:
        headers = {"kid": self.jwks["keys"][0]["kid"]}
        return jwt.encode(payload, self._keys[0], algorithm=self.algorithm, headers=headers)


def _load(pem: str, algorithm: str) -> RSAPrivateKey | Ed25519PrivateKey:
    try:
        key = load_pem_private_key(pem.encode(), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise ValueError("a private key cannot be read: expected PEM without a password") from None
    if algorithm == "EdDSA" and isinstance(key, Ed25519PrivateKey):
        return key
    if algorithm == "RS256" and isinstance(key, RSAPrivateKey):
        if key.key_size >= SMALLEST_RSA_BITS:
            return key
        raise ValueError(f"an RSA key needs at least {SMALLEST_RSA_BITS} bits")
    kind = "Ed25519" if algorithm == "EdDSA" else "RSA"
    raise ValueError(f"JWT_ALGORITHM={algorithm} needs {kind} keys")


def _public(key: RSAPrivateKey | Ed25519PrivateKey, algorithm: str) -> dict[str, Any]:
    if isinstance(key, RSAPrivateKey):
        jwk = RSAAlgorithm.to_jwk(key.public_key(), as_dict=True)
    else:
        jwk = OKPAlgorithm.to_jwk(key.public_key(), as_dict=True)
    named = {name: jwk[name] for name in MEMBERS[algorithm]}
    return {**named, "kid": _thumbprint(named), "alg": algorithm, "use": "sig"}


def _thumbprint(members: Mapping[str, str]) -> str:
    canonical = json.dumps(members, sort_keys=True, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(sha256(canonical).digest()).rstrip(b"=").decode()


class VerifyingKeys:
    """What tokens are verified with; the algorithm is ours to say, never the token's."""

    def __init__(self, algorithm: str, secret: str) -> None:
        self.algorithm = algorithm
        self._secret = secret if algorithm in SYMMETRIC else None
        self._by_id: dict[str, jwt.PyJWK] = {}
        self._missed = asyncio.Event()

    def find(self, token: str) -> str | jwt.PyJWK:
        """Raises jwt.InvalidTokenError when the token names no key of ours, KeysUnknown before we have any."""
        if self._secret is not None:
            return self._secret
        if not self._by_id:
            raise KeysUnknown
        key = self._by_id.get(str(jwt.get_unverified_header(token).get("kid")))
        if key is None:
            self._missed.set()
            raise jwt.InvalidTokenError("unknown key")
        return key

    def replace(self, jwks: Jwks) -> bool:
        """Take a new set, True when it differs. Keys of another kind are passed over; none at all is no answer."""
        usable = filter(None, map(self._usable, jwks["keys"]))
        keys = {str(key.key_id): key for key in usable}
        if not keys:
            raise ValueError("no key for this algorithm")
        known, self._by_id = self._by_id, keys
        return known.keys() != keys.keys()

    def _usable(self, entry: dict[str, Any]) -> jwt.PyJWK | None:
        if entry.get("alg") != self.algorithm or self.algorithm not in MEMBERS:
            return None
        try:
            named = {name: entry[name] for name in MEMBERS[self.algorithm]}
            # its name is reckoned again: a set cannot put one key in another's place
            return jwt.PyJWK({**named, "kid": _thumbprint(named)}, self.algorithm)
        except (jwt.PyJWTError, KeyError, ValueError):
            return None

    async def follow(
        self, fetch: Callable[[], Awaitable[Jwks]], on_change: Callable[[], None]
    ) -> None:
        """Poll for the life of the process, sooner when a token names an unknown key; silence keeps the last set."""
        while True:
            self._missed.clear()
            try:
                if self.replace(await fetch()):
                    on_change()
            except (httpx.HTTPError, ValueError, KeyError, TypeError, AttributeError) as error:
                log.info("keys.kept", count=len(self._by_id), reason=type(error).__name__)
            if not self._by_id:
                await asyncio.sleep(WHEN_EMPTY_S)
                continue
            await asyncio.sleep(AT_MOST_EVERY_S)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._missed.wait(), EVERY_S - AT_MOST_EVERY_S)


async def fetch_keys(url: str) -> Jwks:
    async with httpx.AsyncClient(timeout=3) as http:
        response = await http.get(url)
        response.raise_for_status()
        return response.json()
