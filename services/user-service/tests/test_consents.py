"""What people agree to: versions, history, and what is due."""

from dataclasses import replace
from typing import Any

import pytest
from factories import register

from app.config import Settings
from app.consents import DOCUMENTS

PATH = "/api/v1/users/consents"


async def decide(client: Any, someone: Any, about: str, **changes: Any) -> Any:
    body = {"purpose": about, "document_version": DOCUMENTS[about].version, "granted": True}
    return await client.post(PATH, json=body | changes, headers=someone.headers)


async def asked(client: Any, someone: Any) -> dict[str, Any]:
    answer = await client.get(PATH, headers=someone.headers)
    return {one["document"]["purpose"]: one for one in answer.json()["items"]}


def test_every_document_is_whole_in_both_languages() -> None:
    for document in DOCUMENTS.values():
        assert set(document.title) == set(document.text) == {"en", "ru"}


async def test_consents_are_given_taken_back_and_remembered(client: Any, outbox: Any) -> None:
    someone = await register(client, locale="ru")
    assert {name for name, one in (await asked(client, someone)).items() if one["is_due"]} == {
        "terms",
        "privacy",
    }

    given = await decide(client, someone, "marketing")
    again = await decide(client, someone, "marketing")
    taken_back = await decide(client, someone, "marketing", granted=False, locale="en")
    agreed = await decide(client, someone, "terms")

    assert (given.status_code, given.json()["locale"]) == (201, "ru")
    assert again.json()["id"] == given.json()["id"]
    history = (await client.get(f"{PATH}/history", headers=someone.headers)).json()["items"]
    assert [(one["purpose"], one["granted"], one["locale"]) for one in history] == [
        ("terms", True, "ru"),
        ("marketing", False, "en"),
        ("marketing", True, "ru"),
    ]
    assert history[0]["at"] == agreed.json()["at"]
    assert taken_back.json()["granted"] is False
    now = await asked(client, someone)
    assert (now["marketing"]["granted"], now["terms"]["is_due"]) == (False, False)
    said = [one.payload for one in await outbox() if one.type == "consent.changed.v1"]
    assert [(one["purpose"], one["granted"], one["version"]) for one in said] == [
        ("marketing", True, 1),
        ("marketing", False, 2),
        ("terms", True, 1),
    ]
    told = [one.payload for one in await outbox() if one.type == "user.changed.v1"]
    assert told[-1]["terms_version"] == DOCUMENTS["terms"].version


async def test_a_new_version_is_asked_anew(client: Any, monkeypatch: Any) -> None:
    someone = await register(client)
    await decide(client, someone, "terms")
    monkeypatch.setitem(DOCUMENTS, "terms", replace(DOCUMENTS["terms"], version="2"))

    terms = (await asked(client, someone))["terms"]
    old = await decide(client, someone, "terms", document_version="1")

    assert (terms["granted"], terms["is_due"]) == (None, True)
    assert (old.status_code, old.json()["code"]) == (409, "consent_outdated")
    assert (await decide(client, someone, "terms")).status_code == 201
    assert (await asked(client, someone))["terms"]["is_due"] is False


@pytest.mark.parametrize(
    ("about", "changes", "status", "code"),
    [
        ("terms", {"granted": False}, 422, "consent_needed"),
        ("terms", {"purpose": "everything"}, 404, "consent_not_found"),
        ("terms", {"document_version": "0"}, 409, "consent_outdated"),
        ("marketing", {"granted": None}, 422, "invalid_request"),
        ("marketing", {"locale": "klingon!"}, 422, "invalid_request"),
    ],
)
async def test_a_decision_that_makes_no_sense_changes_nothing(
    client: Any, published: Any, about: str, changes: dict[str, Any], status: int, code: str
) -> None:
    someone = await register(client)
    before = await published()
    response = await decide(client, someone, about, **changes)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert await published() == before


async def test_the_documents_are_for_everybody_to_read(client: Any) -> None:
    documents = (await client.get(f"{PATH}/documents")).json()["items"]
    assert [one["purpose"] for one in documents] == list(DOCUMENTS)


def test_a_version_that_nobody_could_agree_to_cannot_be_demanded() -> None:
    with pytest.raises(ValueError, match="TERMS_VERSION"):
        Settings(terms_version="99")
