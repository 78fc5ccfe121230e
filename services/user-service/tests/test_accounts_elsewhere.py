"""Signing in with an account elsewhere, at a real issuer, and at one that lies."""

import asyncio
import json
import socket
import sys
import time
from collections.abc import AsyncIterator, Callable
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import issuer as liars
import pytest
import pytest_asyncio
from factories import PASSWORD, Someone, log_in, register
from issuer import AINO, CLIENT, Issuer
from joserfc.jwk import RSAKey
from pydantic import ValidationError
from pyotp.totp import TOTP

from app.config import Settings, settings
from app.oidc import OidcProvider
from app.services import issuers
from lapa_kit.testing.server import running

START = "/api/v1/auth/oauth/local"
SIGN_IN, IDENTITIES = "/api/v1/auth/oauth/sign-in", "/api/v1/auth/identities"


@pytest.fixture
def trust(monkeypatch: Any) -> Callable[..., None]:
    """`trust(provider, ...)`: from now on these are the operator's providers, and no other."""

    def put(*providers: OidcProvider) -> None:
        changed = settings.model_copy(update={"oidc_providers": list(providers)})
        monkeypatch.setattr(issuers, "settings", changed)

    return put


@pytest_asyncio.fixture
async def issuer(trust: Any) -> AsyncIterator[Issuer]:
    """An issuer that the operator trusts as `local`."""
    issuers.issuer_of.cache_clear()
    made = Issuer()
    async with running(made.app()) as made.url:
        trust(made.provider())
        yield made


def told(response: httpx.Response) -> dict[str, str]:
    """What the app's page is told in the fragment."""
    assert response.status_code == 303, response.text
    page = urlsplit(response.headers["location"])
    assert page.path == "/sign-in/oauth"
    return dict(parse_qsl(page.fragment))


async def set_out(client: Any, start: str = START) -> str:
    response = await client.get(start)
    assert response.status_code == 303, response.text
    return response.headers["location"]


async def come_back(
    client: Any, issuer: Issuer, claims: dict[str, Any] = AINO, **lies: Any
) -> dict[str, str]:
    """To the provider, a yes there, and back."""
    params = issuer.consent(await set_out(client), claims, **lies)
    return told(await client.get(f"{START}/callback", params=params))


async def sign_in(client: Any, ticket: str, **body: Any) -> httpx.Response:
    return await client.post(SIGN_IN, json={"ticket": ticket, **body})


async def link(
    client: Any, someone: Someone, ticket: str, password: str | None = PASSWORD
) -> httpx.Response:
    body = {"ticket": ticket, "current_password": password}
    return await client.post(IDENTITIES, json=body, headers=someone.headers)


async def unlink(client: Any, headers: dict[str, str], identity: str, **body: Any) -> Any:
    return await client.request("DELETE", f"{IDENTITIES}/{identity}", json=body, headers=headers)


@pytest_asyncio.fixture
async def real_issuer() -> AsyncIterator[str]:
    """The address of a real OpenID Connect server, a process of its own."""
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        port = chosen.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    user = json.dumps({**AINO, "sub": "aino"})
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)),
        *("--require-nonce", "true", "--user-claims", user),
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(60), httpx.AsyncClient() as http:
            while True:
                try:
                    await http.get(f"{url}/jwks")
                    break
                except httpx.TransportError:
                    assert process.returncode is None, "the issuer has ended"
                    await asyncio.sleep(0.05)
        yield url
    finally:
        if process.returncode is None:
            process.terminate()
            await process.wait()


async def test_an_account_is_made_and_opened_with_a_real_provider(
    client: Any, trust: Any, real_issuer: str, outbox: Any
) -> None:
    provider = Issuer(real_issuer).provider("mock", title="Mock")
    trust(provider)
    listed = await client.get("/api/v1/auth/oauth")
    assert listed.json()["items"] == [{"name": "mock", "title": "Mock"}]
    opened: list[dict[str, Any]] = []

    for _ in range(2):
        async with httpx.AsyncClient() as browser:
            at_provider = await set_out(client, "/api/v1/auth/oauth/mock")
            back = await browser.post(at_provider, data={"sub": "aino"})
        path = urlsplit(back.headers["location"])
        assert path.path == "/api/v1/auth/oauth/mock/callback"
        ticket = told(await client.get(f"{path.path}?{path.query}"))["ticket"]
        signed_in = await sign_in(client, ticket, timezone="Europe/Helsinki")
        assert signed_in.status_code == 200, signed_in.text
        opened.append(signed_in.json()["user"])

    assert opened[0] == opened[1]
    assert (opened[0]["email"], opened[0]["email_verified"]) == (AINO["email"], True)
    assert (opened[0]["full_name"], opened[0]["roles"]) == ("Aino V", ["client"])
    types = [one.type for one in await outbox()]
    assert types.count("user.registered.v1") == 1
    assert "user.code_issued.v1" not in types, "the provider has proved the address"


LIES: dict[str, dict[str, Any]] = {
    "another issuer": {"iss": "https://accounts.example"},
    "no issuer": {"iss": None},
    "another client": {"aud": "another"},
    "another client among ours": {"aud": [CLIENT, "another"]},
    "another authorized party": {"aud": [CLIENT, "another"], "azp": "another"},
    "no audience": {"aud": None},
    "another attempt": {"nonce": "another"},
    "no nonce": {"nonce": None},
    "expired": {"exp": int(time.time()) - 3600},
    "no end": {"exp": None},
    "of the future": {"iat": int(time.time()) + 3600},
    "nobody": {"sub": None},
    "an empty name": {"sub": ""},
    "a number for a name": {"sub": 7},
    "of another access token": {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"},
}


@pytest.mark.parametrize("lies", LIES.values(), ids=LIES)
async def test_an_id_token_that_is_not_for_this_attempt_opens_nothing(
    client: Any, issuer: Issuer, lies: dict[str, Any]
) -> None:
    assert await come_back(client, issuer, **lies) == {"error": "invalid_id_token"}
    assert "ticket" in await come_back(client, issuer), "the honest one does"


@pytest.mark.parametrize(
    "sign",
    [
        liars.unsigned,
        liars.signed_with_the_public_key,
        liars.signed_with_the_client_secret,
        liars.signed_by_another,
        liars.signed_by_a_key_of_its_own,
        liars.cut,
        lambda *_: "",
        lambda *_: "a.b.c",
    ],
)
async def test_a_token_that_the_issuers_key_has_not_signed_opens_nothing(
    client: Any, issuer: Issuer, sign: Any
) -> None:
    issuer.sign = sign
    assert await come_back(client, issuer) == {"error": "invalid_id_token"}


async def test_an_answer_is_good_once_and_in_the_browser_that_set_out(
    client: Any, issuer: Issuer, app: Any
) -> None:
    callback = f"{START}/callback"
    good = issuer.consent(await set_out(client), AINO)
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://test"
    ) as another:
        stolen = issuer.consent(await set_out(client), AINO)
        await set_out(another)
        assert told(await another.get(callback, params=stolen)) == {"error": "invalid_oauth_state"}
        ticket = (await come_back(client, issuer))["ticket"]
        lured = await sign_in(another, ticket)

    replayed = issuer.consent(await set_out(client), AINO)
    first = told(await client.get(callback, params=replayed))
    second = told(await client.get(callback, params=replayed))
    for params in (good, {**good, "state": "made up"}, {}, {"code": good["code"]}):
        refused = told(await client.get(callback, params=params))
        assert refused == {"error": "invalid_oauth_state"}, "the browser has set out anew since"
    assert (lured.status_code, lured.json()["code"]) == (401, "invalid_ticket")
    assert ("ticket" in first, second) == (True, {"error": "invalid_oauth_state"})
    assert (await sign_in(client, first["ticket"])).status_code == 200
    assert (await sign_in(client, first["ticket"])).json()["code"] == "invalid_ticket"


async def test_a_code_is_redeemed_with_the_verifier_of_its_own_attempt(
    client: Any, issuer: Issuer
) -> None:
    foreign = issuer.consent(await set_out(client), AINO)
    own = issuer.consent(await set_out(client), AINO)
    swapped = {"state": own["state"], "code": foreign["code"]}

    refused = told(await client.get(f"{START}/callback", params=swapped))

    assert refused == {"error": "invalid_id_token"}


async def test_another_providers_answer_and_a_refusal_are_told_apart(
    client: Any, issuer: Issuer, trust: Any
) -> None:
    trust(issuer.provider(), issuer.provider("other", issuer="http://127.0.0.1:9"))
    answers = {
        "invalid_oauth_state": ("/api/v1/auth/oauth/other/callback", {}),
        "invalid_id_token": (f"{START}/callback", {"iss": "http://127.0.0.1:9"}),
        "provider_declined": (f"{START}/callback", {"error": "access_denied", "code": None}),
        "issuer_failed": (f"{START}/callback", {"error": "server_error", "code": None}),
    }
    for code, (path, changes) in answers.items():
        params = {**issuer.consent(await set_out(client), AINO), **changes}
        params = {name: value for name, value in params.items() if value is not None}
        assert told(await client.get(path, params=params)) == {"error": code}
    assert (await client.get("/api/v1/auth/oauth/unknown")).json()["code"] == "unknown_provider"


@pytest.mark.parametrize(
    "says",
    [
        {"issuer": "https://accounts.example"},
        {"jwks_uri": "file:///etc/passwd"},
        {"token_endpoint": None},
        {"authorization_endpoint": "javascript:alert(1)"},
    ],
)
async def test_an_issuer_that_describes_itself_wrongly_is_not_gone_to(
    client: Any, issuer: Issuer, says: dict[str, Any]
) -> None:
    issuer.says = says
    assert told(await client.get(START)) == {"error": "issuer_failed"}


async def test_an_issuer_that_is_away_keeps_nobody_waiting(client: Any, trust: Any) -> None:
    trust(Issuer("http://127.0.0.1:9").provider())
    assert told(await client.get(START)) == {"error": "issuer_failed"}


async def test_an_issuer_changes_its_key_without_anybody_noticing(
    client: Any, issuer: Issuer, monkeypatch: Any
) -> None:
    monkeypatch.setattr(issuers, "ASKED_AGAIN_AFTER_S", 0.0)
    assert "ticket" in await come_back(client, issuer)
    issuer.key = RSAKey.generate_key(2048, {"kid": "two"})
    assert "ticket" in await come_back(client, issuer)


@pytest.mark.parametrize(
    "claims", [{"email_verified": False}, {"email_verified": None}, {"email": "nobody"}]
)
async def test_an_email_that_nobody_vouches_for_makes_and_links_no_account(
    client: Any, issuer: Issuer, claims: dict[str, Any]
) -> None:
    someone = await register(client)
    ticket = (await come_back(client, issuer, **claims))["ticket"]

    made, linked = await sign_in(client, ticket), await link(client, someone, ticket)

    for refused in (made, linked):
        assert (refused.status_code, refused.json()["code"]) == (403, "email_not_proved")


async def test_an_email_kept_out_of_the_id_token_is_asked_for(client: Any, issuer: Issuer) -> None:
    bare = {"sub": AINO["sub"]}
    issuer.userinfo = {**AINO, "sub": "somebody else"}
    assert await come_back(client, issuer, bare) == {"error": "invalid_id_token"}
    issuer.userinfo = AINO
    made = await sign_in(client, (await come_back(client, issuer, bare))["ticket"])
    assert made.json()["user"]["email"] == AINO["email"]


async def test_an_account_with_that_email_is_opened_only_once_its_owner_has_linked_it(
    client: Any, issuer: Issuer, audited: Any
) -> None:
    owner = await register(client, email=AINO["email"])
    ticket = (await come_back(client, issuer))["ticket"]

    taken = await sign_in(client, ticket)
    unproved = await link(client, owner, ticket, "not the password")
    linked = await link(client, owner, ticket)

    assert (taken.status_code, taken.json()["code"]) == (409, "account_exists")
    assert (unproved.status_code, unproved.json()["code"]) == (403, "password_required")
    assert linked.status_code == 201, linked.text
    opened = await sign_in(client, (await come_back(client, issuer))["ticket"])
    assert opened.json()["user"]["id"] == str(owner.id)
    methods = await client.get("/api/v1/auth/methods", headers=owner.headers)
    assert methods.json()["identities"] == 1
    assert "identity_linked" in [one.payload["action"] for one in await audited()]


async def test_one_account_elsewhere_opens_one_account_here(client: Any, issuer: Issuer) -> None:
    owner, other = await register(client), await register(client)
    await link(client, owner, (await come_back(client, issuer))["ticket"])

    again = await link(client, owner, (await come_back(client, issuer))["ticket"])
    taken = await link(client, other, (await come_back(client, issuer))["ticket"])
    second = {**AINO, "sub": "aino-2"}
    two = await link(client, owner, (await come_back(client, issuer, second))["ticket"])

    assert again.status_code == 201, "what is linked stays linked"
    assert (taken.status_code, taken.json()["code"]) == (409, "identity_taken")
    assert (two.status_code, two.json()["code"]) == (409, "provider_linked")


async def test_the_last_way_in_stays_and_a_stranger_unlinks_nothing(
    client: Any, issuer: Issuer, trust: Any
) -> None:
    made = (await sign_in(client, (await come_back(client, issuer))["ticket"])).json()
    headers = {"Authorization": f"Bearer {made['access_token']}"}
    (identity,) = (await client.get(IDENTITIES, headers=headers)).json()["items"]
    stranger = await register(client)

    last = await unlink(client, headers, identity["id"])
    theirs = await unlink(client, stranger.headers, identity["id"], current_password=PASSWORD)
    password = {"new_password": PASSWORD}
    set_up = await client.post("/api/v1/auth/password/change", json=password, headers=headers)
    unproved = await unlink(client, headers, identity["id"])
    gone = await unlink(client, headers, identity["id"], current_password=PASSWORD)

    assert (last.status_code, last.json()["code"]) == (409, "last_sign_in_method")
    assert (theirs.status_code, unproved.status_code) == (404, 403)
    assert (set_up.status_code, gone.status_code) == (204, 204)
    assert (await log_in(client, AINO["email"])).status_code == 200
    taken = await sign_in(client, (await come_back(client, issuer))["ticket"])
    assert taken.json()["code"] == "account_exists", "it opens nothing any more"


async def test_a_provider_that_is_trusted_no_more_is_no_way_in(
    client: Any, issuer: Issuer, trust: Any
) -> None:
    made = (await sign_in(client, (await come_back(client, issuer))["ticket"])).json()
    headers = {"Authorization": f"Bearer {made['access_token']}"}
    trust()
    methods = await client.get("/api/v1/auth/methods", headers=headers)
    assert (methods.json()["identities"], methods.json()["has_password"]) == (0, False)


async def test_the_second_step_is_asked_for_as_after_a_password_and_guessed_as_slowly(
    client: Any, issuer: Issuer
) -> None:
    owner = await register(client)
    await link(client, owner, (await come_back(client, issuer))["ticket"])
    path, body = "/api/v1/auth/totp", {"current_password": PASSWORD}
    setup = await client.post(f"{path}/setup", json=body, headers=owner.headers)
    code = TOTP(setup.json()["secret"]).now()
    enabled = await client.post(f"{path}/enable", json={"code": code}, headers=owner.headers)
    ticket = (await come_back(client, issuer))["ticket"]

    asked = await sign_in(client, ticket)
    guesses = [
        (await sign_in(client, ticket, totp_code="000000")).json()["code"]
        for _ in range(settings.second_factor_failures_per_hour + 1)
    ]

    assert (asked.status_code, asked.json()["code"]) == (401, "totp_required")
    assert (guesses[0], guesses[-1]) == ("invalid_totp_code", "too_many_attempts")
    assert enabled.status_code == 200


async def test_the_second_step_opens_with_the_same_ticket(client: Any, issuer: Issuer) -> None:
    owner = await register(client)
    await link(client, owner, (await come_back(client, issuer))["ticket"])
    path, body = "/api/v1/auth/totp", {"current_password": PASSWORD}
    setup = await client.post(f"{path}/setup", json=body, headers=owner.headers)
    code = TOTP(setup.json()["secret"]).now()
    enabled = await client.post(f"{path}/enable", json={"code": code}, headers=owner.headers)
    ticket = (await come_back(client, issuer))["ticket"]

    assert (await sign_in(client, ticket)).json()["code"] == "totp_required"
    recovery = enabled.json()["recovery_codes"][0]
    assert (await sign_in(client, ticket, totp_code=recovery)).status_code == 200


@pytest.mark.parametrize(
    ("changes", "environment"),
    [
        ({"issuer": "http://accounts.example"}, "production"),
        ({"issuer": "ftp://accounts.example"}, "development"),
        ({"name": "No Name"}, "development"),
        ({"algorithms": ["none"]}, "development"),
        ({"algorithms": ["HS256"]}, "development"),
    ],
)
def test_a_provider_that_cannot_be_trusted_is_refused_at_the_start(
    changes: dict[str, Any], environment: Any
) -> None:
    facts = {"name": "a", "title": "A", "issuer": "https://a.example", "client_id": "a", **changes}
    with pytest.raises(ValidationError):
        Settings(environment=environment, oidc_providers=[OidcProvider.model_validate(facts)])
