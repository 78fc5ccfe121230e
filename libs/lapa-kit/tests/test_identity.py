"""Tokens, revocation, rights, and what only services may call."""

import time
from typing import Any

import jwt
import pytest
import toy

from lapa_kit.ids import new_id
from lapa_kit.permissions import Permissions
from lapa_kit.revocation import outdate_tokens, revoke_session
from lapa_kit.testing.identity import as_service, bearer

URL = "/api/v1/notes"


def forged(**changes: Any) -> str:
    now = time.time()
    payload = {
        "iss": "lapa",
        "aud": "lapa",
        "sub": str(new_id()),
        "sid": str(new_id()),
        "roles": ["admin"],
        "iat": now,
        "exp": now + 60,
        "jti": "x",
        **changes,
    }
    secret = toy.settings.jwt_secret_key.get_secret_value()
    return jwt.encode({k: v for k, v in payload.items() if v is not None}, secret, "HS256")


async def ask(client: Any, token: str) -> Any:
    return await client.get(URL, headers={"Authorization": f"Bearer {token}"})


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"exp": time.time() - 60}, "token_expired"),
        ({"aud": "elsewhere"}, "invalid_token"),
        ({"aud": "lapa-internal"}, "invalid_token"),
        ({"iss": "elsewhere"}, "invalid_token"),
        ({"sub": "nobody"}, "invalid_token"),
        ({"sid": None}, "invalid_token"),
        ({"jti": None}, "invalid_token"),
    ],
)
async def test_a_token_that_is_not_quite_right_is_refused(
    client: Any, changes: dict[str, Any], code: str
) -> None:
    response = await ask(client, forged(**changes))
    assert (response.status_code, response.json()["code"]) == (401, code)


async def test_neither_alg_none_nor_another_key_opens(client: Any) -> None:
    claims = jwt.decode(forged(), options={"verify_signature": False})
    for token in (jwt.encode(claims, "x" * 32, "HS256"), jwt.encode(claims, "", "none")):
        assert (await ask(client, token)).json()["code"] == "invalid_token"


async def test_the_identity_header_of_others_is_never_believed(client: Any) -> None:
    response = await client.get(URL, headers={"X-User-Id": str(new_id())})
    assert response.status_code == 401


async def test_a_revoked_session_ends(client: Any, app: Any) -> None:
    session_id, user_id = new_id(), new_id()
    headers = bearer(user_id, session_id=session_id)
    assert (await client.get(URL, headers=headers)).status_code == 200

    await revoke_session(app.state.redis, session_id, for_s=60)
    await app.state.authenticator.revocations.refresh(app.state.redis)

    assert (await client.get(URL, headers=headers)).json()["code"] == "token_revoked"
    assert (await client.get(URL, headers=bearer(user_id))).status_code == 200


async def test_tokens_from_before_a_change_of_rights_are_stale(client: Any, app: Any) -> None:
    user_id = new_id()
    old = bearer(user_id)
    await outdate_tokens(app.state.redis, user_id, before=time.time(), for_s=60)
    await app.state.authenticator.revocations.refresh(app.state.redis)

    assert (await client.get(URL, headers=old)).json()["code"] == "token_stale"
    assert (await client.get(URL, headers=bearer(user_id))).status_code == 200


async def test_who_has_still_to_set_up_a_second_factor_is_let_in_nowhere_else(client: Any) -> None:
    headers = bearer(new_id(), "admin", must_enrol=True)
    for path in (URL, f"{URL}/limited", "/api/v1/operations/dead-events"):
        answer = await client.get(path, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "second_factor_required")


def test_rights_are_data() -> None:
    table = Permissions({"support": ["orders:read_any"]})
    assert table.of(["support", "unknown"]) == {"orders:read_any"}
    table.replace({"support": []})
    assert table.of(["support"]) == frozenset()


async def test_services_know_each_other_by_their_own_tokens(client: Any) -> None:
    path = "/internal/v1/notes/count"
    assert (await client.get(path, headers=as_service("order-service"))).json() == {
        "caller": "order-service"
    }
    assert (await client.get(path, headers=bearer(new_id(), "admin"))).status_code == 401
    assert (await client.get(path)).status_code == 401
    # and a service's token is nobody's session
    assert (await client.get(URL, headers=as_service())).status_code == 401


async def test_only_operators_see_dead_events(client: Any, as_user: Any) -> None:
    path = "/api/v1/operations/dead-events"
    assert (await client.get(path, headers=as_user(new_id(), "admin"))).json() == []
    refused = await client.get(path, headers=as_user(new_id()))
    assert refused.json()["code"] == "permission_denied"


async def test_whoever_looks_with_anothers_eyes_may_only_look(client: Any, app: Any) -> None:
    viewer = new_id()
    looking = bearer(new_id(), actor_id=viewer)
    assert (await client.get(URL, headers=looking)).status_code == 200
    for method, url in (("POST", URL), ("PUT", f"{URL}/{new_id()}")):
        response = await client.request(method, url, json={"text": "mine"}, headers=looking)
        assert (response.status_code, response.json()["code"]) == (403, "view_only")

    await outdate_tokens(app.state.redis, viewer, before=time.time() + 1, for_s=60)
    await app.state.authenticator.revocations.refresh(app.state.redis)
    response = await client.get(URL, headers=looking)
    assert (response.status_code, response.json()["code"]) == (401, "token_stale")
