"""Tokens signed with key pairs: this service alone has the private ones."""

from typing import Any

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from factories import refresh, register
from process import service_process

from app.config import Settings
from lapa_contracts.settings import LapaSettings
from lapa_kit.keys import fetch_keys
from lapa_kit.tokens import InvalidToken, TokenVerifier


class Reader(LapaSettings):
    """Any other service."""

    service_name = "reader"
    schema_name = "reader"


def new_key() -> str:
    form = Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    return Ed25519PrivateKey.generate().private_bytes(*form).decode()


def private_key(*pems: str) -> dict[str, str]:
    return {"JWT_ALGORITHM": "EdDSA", "JWT_PRIVATE_KEY": "\n".join(pems)}


@pytest.mark.committed
async def test_keys_are_rotated_without_signing_anybody_out(sessions: Any) -> None:
    old, new = new_key(), new_key()
    async with (
        service_process(**private_key(old)) as url,
        httpx.AsyncClient(base_url=url) as client,
    ):
        someone = await register(client)
    async with service_process(**private_key(new, old)) as url:
        async with httpx.AsyncClient(base_url=url) as client:
            profile = await client.get("/api/v1/users/profile", headers=someone.headers)
            newer = (await refresh(client, someone.refresh_token)).json()["access_token"]
            jwks = (await client.get("/.well-known/jwks.json")).json()
        settings = Reader.model_validate({"user_service_url": url, "jwt_algorithm": "EdDSA"})
        keys = await fetch_keys(settings.jwks_url)

    assert profile.status_code == 200, profile.text
    assert jwt.get_unverified_header(newer)["kid"] == jwks["keys"][0]["kid"]
    assert not {"d", "p", "q", "k"} & {name for key in jwks["keys"] for name in key}
    reader = TokenVerifier(settings)
    reader.keys.replace(keys)
    assert reader.verify(newer).user_id == reader.verify(someone.access_token).user_id
    with pytest.raises(InvalidToken):
        TokenVerifier(Reader()).verify(newer)


async def test_a_shared_secret_is_not_published(client: Any) -> None:
    response = await client.get("/.well-known/jwks.json")
    assert (response.status_code, response.json()["code"]) == (404, "keys_are_secret")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"JWT_PRIVATE_KEY": ""}, "JWT_PRIVATE_KEY: expected one or more"),
        ({"JWT_PRIVATE_KEY": "nonsense"}, "JWT_PRIVATE_KEY: expected one or more"),
        ({"JWT_PRIVATE_KEY_FILE": "/nowhere/key.pem"}, "JWT_PRIVATE_KEY_FILE cannot be read"),
        ({"JWT_ALGORITHM": "RS256"}, "JWT_PRIVATE_KEY: JWT_ALGORITHM=RS256 needs RSA keys"),
    ],
)
def test_a_key_that_does_not_fit_ends_the_start_in_one_sentence(
    monkeypatch: Any, capsys: Any, change: dict[str, str], says: str
) -> None:
    for name, value in {**private_key(new_key()), **change}.items():
        monkeypatch.setenv(name, value)

    with pytest.raises(SystemExit):
        Settings.from_env()

    said = capsys.readouterr().err
    assert says in said
    assert "PRIVATE KEY-----" not in said
