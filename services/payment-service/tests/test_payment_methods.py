"""What people pay with: tokens and labels, one of them the default, and nobody else's business."""

from typing import Any

import pytest

from lapa_kit.ids import new_id

URL = "/api/v1/payment-methods"


async def add(client: Any, headers: Any, token: str = "tok_success", **more: Any) -> Any:
    body = {"provider": "sandbox", "payment_token": token, **more}
    return await client.post(URL, json=body, headers=headers)


async def test_the_first_card_is_the_default_until_another_is(client: Any, as_user: Any) -> None:
    anna = as_user(new_id())
    first = (await add(client, anna)).json()
    second = (await add(client, anna, "tok_3ds")).json()
    assert (first["label"], first["is_default"], second["is_default"]) == ("•4242", True, False)
    assert "token" not in first

    chosen = await client.put(f"{URL}/{second['id']}/default", headers=anna)
    assert chosen.json()["is_default"]
    listed = (await client.get(URL, headers=anna)).json()["items"]
    assert [(one["id"], one["is_default"]) for one in listed] == [
        (second["id"], True),
        (first["id"], False),
    ]

    assert (await client.delete(f"{URL}/{second['id']}", headers=anna)).status_code == 204
    (left,) = (await client.get(URL, headers=anna)).json()["items"]
    assert (left["id"], left["is_default"]) == (first["id"], True)
    assert (await client.delete(f"{URL}/{second['id']}", headers=anna)).status_code == 404


async def test_the_same_card_again_is_the_same_method(client: Any, as_user: Any) -> None:
    anna = as_user(new_id())
    first, again = await add(client, anna), await add(client, anna)
    assert (again.status_code, again.json()) == (201, first.json())


async def test_the_usual_provider_keeps_it_where_none_is_named(client: Any, as_user: Any) -> None:
    body = {"payment_token": "tok_success"}
    made = await client.post(URL, json=body, headers=as_user(new_id()))
    assert made.json()["provider"] == "sandbox"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"payment_token": "4242 4242 4242 4242"}, "invalid_request"),
        ({"payment_token": "4242424242424242"}, "invalid_request"),
        ({"payment_token": ""}, "invalid_request"),
        ({"payment_token": "tok_nonsense"}, "payment_method_refused"),
        ({"provider": "nobody"}, "provider_not_available"),
    ],
)
async def test_what_is_no_token_is_not_kept(
    client: Any, as_user: Any, changes: dict[str, Any], code: str
) -> None:
    anna = as_user(new_id())
    body = {"provider": "sandbox", "payment_token": "tok_success", **changes}
    refused = await client.post(URL, json=body, headers=anna)
    assert (refused.status_code, refused.json()["code"]) == (422, code)
    assert (await client.get(URL, headers=anna)).json()["items"] == []


async def test_another_ones_method_does_not_exist(client: Any, as_user: Any) -> None:
    method = (await add(client, as_user(new_id()))).json()
    stranger = as_user(new_id())
    for verb, path in (("PUT", "/default"), ("DELETE", "")):
        answer = await client.request(verb, f"{URL}/{method['id']}{path}", headers=stranger)
        assert (answer.status_code, answer.json()["code"]) == (404, "payment_method_not_found")
