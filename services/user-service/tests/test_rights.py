"""What operators do with people, and that it is written down."""

from typing import Any

from factories import admin, log_in, refresh, register
from sqlalchemy import select, update

from app import startup
from app.models import RolePermission, User
from app.services.first_admin import ensure_first_admin
from lapa_contracts.roles import ROLES
from lapa_contracts.user import UserClient
from lapa_kit.ids import new_id


async def test_people_are_found_by_name_mail_and_role(client: Any, as_user: Any) -> None:
    await register(client, "walker", full_name="Onni 100%_Laaksonen")
    await register(client)

    async def found(**params: str) -> int:
        response = await client.get("/api/v1/users", params=params, headers=admin())
        assert response.status_code == 200, response.text
        return len(response.json()["items"])

    assert await found(query="laaKSOnen") == 1
    assert await found(query="100%_") == 1
    assert await found(query="%") == 1
    assert await found(role="client") == 1
    assert await found(status="suspended") == 0
    for headers in (as_user(new_id()), as_user(new_id(), "walker"), as_user(new_id(), "finance")):
        assert (await client.get("/api/v1/users", headers=headers)).status_code == 403
    nul = await client.get("/api/v1/users", params={"query": "a\x00"}, headers=admin())
    assert nul.status_code == 422


async def test_the_suspended_are_out_until_they_are_reinstated(client: Any, published: Any) -> None:
    someone = await register(client)
    path = f"/api/v1/users/{someone.id}"

    barred = await client.patch(path, json={"status": "suspended"}, headers=admin())

    assert barred.json()["status"] == "suspended"
    assert (await refresh(client, someone.refresh_token)).status_code == 401
    refused = await log_in(client, someone.email)
    assert (refused.status_code, refused.json()["code"]) == (403, "account_suspended")
    assert (await log_in(client, someone.email, "guess")).status_code == 401
    back = await client.patch(path, json={"status": "active"}, headers=admin())
    assert back.json()["status"] == "active"
    assert (await log_in(client, someone.email)).status_code == 200
    said = await published()
    assert said.count("user.suspended.v1") == said.count("user.reinstated.v1") == 1


async def test_other_roles_make_old_tokens_stale(client: Any, app: Any, run_jobs: Any) -> None:
    someone = await register(client)

    changed = await client.patch(
        f"/api/v1/users/{someone.id}", json={"roles": ["client", "support"]}, headers=admin()
    )
    await run_jobs()
    await app.state.authenticator.revocations.refresh(app.state.redis)
    stale = await client.get("/api/v1/users/profile", headers=someone.headers)
    newer = (await refresh(client, someone.refresh_token)).json()["access_token"]
    queue = await client.get(
        "/api/v1/users/verifications", headers={"Authorization": f"Bearer {newer}"}
    )

    assert changed.json()["roles"] == ["client", "support"]
    assert (stale.status_code, stale.json()["code"]) == (401, "token_stale")
    assert queue.status_code == 200


async def test_nobody_changes_his_own_rights_nor_gives_none(client: Any, as_user: Any) -> None:
    someone = await register(client)
    path = f"/api/v1/users/{someone.id}"
    own = await client.patch(
        path, json={"status": "suspended"}, headers=as_user(someone.id, "admin")
    )
    none = await client.patch(path, json={"roles": []}, headers=admin())
    unknown = await client.patch(path, json={"roles": ["king"]}, headers=admin())
    assert (own.status_code, own.json()["code"]) == (409, "own_rights")
    assert (none.status_code, unknown.status_code) == (422, 422)
    support = await client.patch(
        path, json={"roles": ["admin"]}, headers=as_user(new_id(), "support")
    )
    assert support.status_code == 403


async def test_the_first_admin_is_made_once_and_his_password_is_his(
    client: Any, session: Any
) -> None:
    made = await ensure_first_admin(session, "Boss@lapa.example", "first password")
    again = await ensure_first_admin(session, "boss@lapa.example", "another password")
    await session.commit()

    assert (made, again) == (True, False)
    response = await log_in(client, "boss@lapa.example", "first password")
    assert response.json()["user"]["roles"] == ["admin"]
    assert (await log_in(client, "boss@lapa.example", "another password")).status_code == 401


async def test_an_address_that_somebody_has_makes_no_admin(client: Any, session: Any) -> None:
    someone = await register(client)
    assert not await ensure_first_admin(session, someone.email, "the password of an admin")
    user = await session.scalar(select(User).where(User.id == someone.id))
    assert user.roles == ["client"]


async def test_the_rights_are_what_our_client_says_they_are(
    app: Any, client: Any, session: Any, stand_in: Any
) -> None:
    rights: UserClient = stand_in(UserClient, app)
    built_in = await rights.permissions()
    await startup.prepare(app)
    await startup.prepare(app)
    seeded = await rights.permissions()
    withdrawn = RolePermission.permission == "payments:refund", RolePermission.role == "support"
    await session.execute(update(RolePermission).where(*withdrawn).values(granted=False))
    await session.commit()
    await startup.prepare(app)

    assert {role: set(granted) for role, granted in seeded.items()} == {
        str(role): set(granted) for role, granted in ROLES.items() if granted
    }
    assert built_in["admin"] == seeded["admin"]
    assert "payments:refund" not in (await rights.permissions())["support"]
