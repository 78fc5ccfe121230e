"""Tokens signed with key pairs: who verifies them has only the public halves, and chooses the algorithm."""

import asyncio
import base64
import hmac
import json
import time
from functools import partial
from typing import Any

import httpx
import jwt
import pytest
import toy
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from fastapi import FastAPI

from lapa_kit import keys
from lapa_kit.ids import new_id
from lapa_kit.keys import KeysUnknown, SigningKeys, fetch_keys
from lapa_kit.testing.server import running
from lapa_kit.tokens import InvalidToken, TokenVerifier, mint_access_token


def pem_of(key: Any) -> str:
    form = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return key.private_bytes(*form).decode()


def new_key(algorithm: str) -> str:
    if algorithm == "EdDSA":
        return pem_of(Ed25519PrivateKey.generate())
    return pem_of(generate_private_key(public_exponent=65537, key_size=2048))


def loaded(pem: str) -> Any:
    return load_pem_private_key(pem.encode(), None)


class Owner(toy.Settings):
    """The service that signs."""

    pem: str = ""

    @property
    def signing_keys(self) -> SigningKeys | None:
        return SigningKeys(self.pem, self.jwt_algorithm) if self.pem else None


def owner(algorithm: str, *pems: str) -> Owner:
    return Owner.model_validate({"pem": "\n".join(pems), **names(algorithm)})


def names(algorithm: str) -> dict[str, str]:
    return {"jwt_algorithm": algorithm, "jwks_url": "http://owner/jwks.json"}


def verifier(algorithm: str, of: Owner | None = None) -> TokenVerifier:
    made = TokenVerifier(toy.Settings.model_validate(names(algorithm)))
    if of and of.signing_keys:
        made.keys.replace(of.signing_keys.jwks)
    return made


def token_of(signer: Owner) -> str:
    return mint_access_token(signer, user_id=new_id(), session_id=new_id(), roles=["client"])[0]


both = pytest.mark.parametrize("algorithm", ["EdDSA", "RS256"])


@both
def test_the_newest_key_signs_and_the_old_one_verifies_until_it_is_withdrawn(
    algorithm: str,
) -> None:
    old, new = new_key(algorithm), new_key(algorithm)
    before, rotated = owner(algorithm, old), owner(algorithm, new, old)
    reader = verifier(algorithm, rotated)
    earlier, later = token_of(before), token_of(rotated)

    assert jwt.get_unverified_header(earlier)["kid"] != jwt.get_unverified_header(later)["kid"]
    assert reader.verify(earlier).roles == reader.verify(later).roles == {"client"}

    only_new = owner(algorithm, new).signing_keys
    assert only_new
    assert reader.keys.replace(only_new.jwks)
    reader.forget()
    with pytest.raises(InvalidToken):
        reader.verify(earlier)
    assert reader.verify(later)


def parts(header: dict[str, Any], payload: dict[str, Any]) -> str:
    encoded = (json.dumps(part).encode() for part in (header, payload))
    return ".".join(base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in encoded)


@both
def test_the_token_does_not_choose_how_it_is_verified(algorithm: str) -> None:
    pem = new_key(algorithm)
    signer = owner(algorithm, pem)
    reader = verifier(algorithm, signer)
    good = token_of(signer)
    kid = jwt.get_unverified_header(good)["kid"]
    payload = jwt.decode(good, options={"verify_signature": False})
    form = Encoding.PEM, PublicFormat.SubjectPublicKeyInfo
    public = loaded(pem).public_key().public_bytes(*form)
    confused = parts({"alg": "HS256", "typ": "JWT", "kid": kid}, payload)
    mac = hmac.new(public, confused.encode(), "sha256").digest()
    signed_with_the_public_key = f"{confused}.{base64.urlsafe_b64encode(mac).decode().rstrip('=')}"
    other = "RS256" if algorithm == "EdDSA" else "EdDSA"
    attackers_pem = new_key(algorithm)
    attacker = SigningKeys(attackers_pem, algorithm)
    attackers = loaded(attackers_pem)
    own = {**attacker.jwks["keys"][0], "kid": kid}
    shared = toy.settings.jwt_secret_key.get_secret_value()

    for forged in (
        parts({"alg": "none", "kid": kid}, payload) + ".",
        signed_with_the_public_key,
        jwt.encode(payload, shared, "HS256", {"kid": kid}),
        jwt.encode(payload, loaded(new_key(other)), other, {"kid": kid}),
        jwt.encode(payload, attackers, algorithm, {"kid": kid, "jwk": own}),
        attacker.sign(payload),
        jwt.encode(payload, attackers, algorithm),
        good[:-8] + "AAAAAAAA",
    ):
        with pytest.raises(InvalidToken):
            reader.verify(forged)
    for changed in ({"iss": "elsewhere"}, {"aud": "elsewhere"}, {"exp": time.time() - 60}):
        assert signer.signing_keys
        with pytest.raises(Exception, match=r"not valid|expired"):
            reader.verify(signer.signing_keys.sign({**payload, **changed}))
    assert reader.verify(good)


def test_a_set_of_keys_is_believed_only_as_far_as_it_goes() -> None:
    signer = owner("EdDSA", new_key("EdDSA"))
    assert signer.signing_keys
    (mine,) = signer.signing_keys.jwks["keys"]
    reader = verifier("EdDSA", signer)
    rsa = SigningKeys(new_key("RS256"), "RS256").jwks["keys"][0]
    shared = {"kty": "oct", "k": "c2VjcmV0", "alg": "HS256", "kid": "shared"}

    assert reader.keys.replace({"keys": [mine, rsa, shared, {"alg": "EdDSA"}]}) is False
    for nothing in ({"keys": []}, {"keys": [rsa, shared]}, {"keys": [{**mine, "x": "short"}]}):
        with pytest.raises(ValueError, match="no key"):
            reader.keys.replace(nothing)
    assert reader.verify(token_of(signer))


async def test_a_service_follows_the_owners_keys_and_keeps_them_while_he_is_away(
    monkeypatch: Any,
) -> None:
    monkeypatch.setattr(keys, "AT_MOST_EVERY_S", 0)
    monkeypatch.setattr(keys, "WHEN_EMPTY_S", 0.01)
    old, new = new_key("EdDSA"), new_key("EdDSA")
    published: list[Owner] = []
    jwks = FastAPI()

    @jwks.get("/jwks.json")
    async def publish() -> dict[str, Any]:
        signing = published[-1].signing_keys  # an empty list is a 500: he is away
        assert signing
        return signing.jwks

    async def verified(token: str) -> bool:
        try:
            reader.verify(token)
        except (InvalidToken, KeysUnknown):
            return False
        return True

    async def in_the_end(token: str) -> None:
        async with asyncio.timeout(10):
            while not await verified(token):
                await asyncio.sleep(0.01)

    reader = verifier("EdDSA")
    with pytest.raises(KeysUnknown):
        reader.verify(token_of(owner("EdDSA", old)))
    async with running(jwks) as url:
        fetch = partial(fetch_keys, f"{url}/jwks.json")
        following = asyncio.create_task(reader.keys.follow(fetch, reader.forget))
        published.append(owner("EdDSA", old))
        await in_the_end(token_of(published[-1]))
        published.append(owner("EdDSA", new, old))
        await in_the_end(token_of(published[-1]))
        published.clear()
        assert not await verified(token_of(owner("EdDSA", new_key("EdDSA"))))
        with pytest.raises(httpx.HTTPStatusError):
            await fetch()
        assert await verified(token_of(owner("EdDSA", old)))
        following.cancel()


@pytest.mark.parametrize(
    ("pem", "says"),
    [
        ("", "one or more"),
        ("-----BEGIN PRIVATE KEY-----\nnonsense\n-----END PRIVATE KEY-----", "cannot be read"),
        (new_key("RS256"), "needs Ed25519"),
    ],
)
def test_a_key_that_does_not_fit_is_refused_at_the_start(pem: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        SigningKeys(pem, "EdDSA")
    small = pem_of(generate_private_key(public_exponent=65537, key_size=1024))
    with pytest.raises(ValueError, match="2048"):
        SigningKeys(small, "RS256")
