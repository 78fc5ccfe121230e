"""Tokens for developers' keys: with the owner's rights of now, and only for the gateway."""

from typing import Any

from factories import admin, register

from lapa_kit.ids import new_id
from lapa_kit.testing.identity import as_service


async def ask(client: Any, user_id: Any, service: str = "api-gateway") -> Any:
    body = {
        "user_id": str(user_id),
        "session_id": str(new_id()),
        "scopes": ["orders:read"],
        "life_s": 60,
    }
    url = "/internal/v1/key-tokens"
    return await client.post(url, json=body, headers=as_service(service))


async def test_the_token_reads_what_its_scopes_say_and_opens_nothing_else(client: Any) -> None:
    user = await register(client)
    minted = (await ask(client, user.id)).json()["access_token"]
    headers = {"Authorization": f"Bearer {minted}"}

    refused = await client.get("/api/v1/users/profile", headers=headers)

    assert (refused.status_code, refused.json()["code"]) == (403, "insufficient_scope")
    assert (await client.post("/api/v1/auth/ws-ticket", headers=headers)).status_code == 403


async def test_nobody_else_has_tokens_made_and_none_are_made_for_the_barred(client: Any) -> None:
    user, barred = await register(client), await register(client)
    await client.patch(f"/api/v1/users/{barred.id}", json={"status": "suspended"}, headers=admin())

    answers = [
        await ask(client, user.id, "pet-service"),
        await ask(client, barred.id),
        await ask(client, new_id()),
    ]

    codes = [(answer.status_code, answer.json()["code"]) for answer in answers]
    assert codes == [
        (403, "not_the_keeper"),
        (403, "account_suspended"),
        (404, "user_not_found"),
    ]
