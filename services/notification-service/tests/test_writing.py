"""Templates, and messages that staff send."""

from datetime import timedelta
from typing import Any

import pytest
from factories import assigned, contact, person

from lapa_contracts.user import ConsentChanged
from lapa_kit import clock
from lapa_kit.ids import new_id

TEMPLATES = "/api/v1/notification-templates"


async def find(client: Any, writer: dict[str, str], key: str, channel: str) -> dict[str, Any]:
    query = {"key": key, "locale": "en"}
    found = (await client.get(TEMPLATES, params=query, headers=writer)).json()["items"]
    return next(one for one in found if one["channel"] == channel)


async def test_a_new_version_is_used_from_now_on_and_the_old_text_comes_back(
    client: Any, deliver: Any, as_user: Any
) -> None:
    me, writer = new_id(), as_user(new_id(), "admin")
    text = await find(client, writer, "order.assigned", "inbox")
    url = f"{TEMPLATES}/{text['id']}"
    body = {"subject": "Hurrah, {{ pets }}!", "body": "{{ when }}"}

    changed = await client.put(url, json=body, headers={**writer, "If-Match": '"v0"'})
    stale = await client.put(url, json=body, headers={**writer, "If-Match": '"v0"'})
    await deliver(assigned(me, new_id()))
    told = (await client.get("/api/v1/notifications", headers=as_user(me))).json()["items"]
    await client.delete(url, headers=writer)

    assert (changed.status_code, changed.json()["version"]) == (200, 1)
    assert changed.headers["ETag"] == '"v1"'
    assert stale.status_code == 412
    assert told[0]["title"] == "Hurrah, Rex!"
    assert (await client.get(url, headers=writer)).json()["subject"] == text["subject"]


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("{{ unknown }}", "text"),
        ("{{ pets", "text"),
        ("ok", "{% for x in range(3) %}"),
        ("ok", "{{ pets.__class__.__mro__ }}"),
        ("ok", "{{ 1 // 0 }}"),
        ("", "text"),
        ("ok", "nul \x00"),
    ],
)
async def test_a_text_that_could_not_be_sent_is_refused_when_it_is_written(
    client: Any, as_user: Any, subject: str, body: str
) -> None:
    writer = as_user(new_id(), "admin")
    text = await find(client, writer, "order.assigned", "inbox")
    refused = await client.put(
        f"{TEMPLATES}/{text['id']}", json={"subject": subject, "body": body}, headers=writer
    )
    assert refused.status_code == 422
    assert (await client.get(f"{TEMPLATES}/{text['id']}", headers=writer)).json()["version"] == 0


async def test_a_preview_takes_samples_for_what_is_not_given(client: Any, as_user: Any) -> None:
    writer = as_user(new_id(), "admin")
    text = await find(client, writer, "order.settled", "email")
    url = f"{TEMPLATES}/{text['id']}/preview"

    shown = await client.post(
        url, json={"params": {"amount": {"amount": 5, "currency": "JPY"}}}, headers=writer
    )
    wrong = await client.post(url, json={"params": {"amount": 5}}, headers=writer)

    assert "5 JPY" in shown.json()["body"]
    assert "Rex" in shown.json()["body"]
    assert (wrong.status_code, wrong.json()["code"]) == (422, "missing_variable")


async def write_news(client: Any, staff: dict[str, str]) -> dict[str, Any]:
    """A text of its own kind in both languages; answers what was sent last."""
    body: dict[str, Any] = {}
    for locale, words in (("en", "Rain in {{ city }}"), ("ru", "Дождь: {{ city }}")):
        body = {
            "key": "news.rain",
            "locale": locale,
            "subject": words,
            "body": words,
            "variables": {"city": "text"},
        }
        for channel in ("inbox", "email"):
            made = await client.post(TEMPLATES, json={**body, "channel": channel}, headers=staff)
            assert made.status_code == 201, made.text
    return body


async def test_staff_tell_people_something_once_each(
    client: Any, deliver: Any, as_user: Any, run_jobs: Any, mailbox: Any, at: Any
) -> None:
    staff, me, you = as_user(new_id(), "admin"), new_id(), new_id()
    await deliver(person(me, locale="ru"))
    await deliver(contact(me))
    body = await write_news(client, staff)
    again = await client.post(TEMPLATES, json=body, headers=staff)
    assert again.json()["code"] == "template_exists"

    order = {
        "user_ids": [str(me), str(you), str(me)],
        "template_key": "news.rain",
        "params": {"city": "Helsinki"},
        "channels": ["inbox", "email"],
        "send_at": (clock.now() + timedelta(hours=1)).isoformat(),
    }
    accepted = await client.post("/api/v1/notifications/send", json=order, headers=staff)
    assert (accepted.status_code, accepted.json()["people"]) == (202, 2)
    await run_jobs()
    assert (await client.get("/api/v1/notifications", headers=as_user(me))).json()["items"] == []

    at(clock.now() + timedelta(hours=1, seconds=1))
    await run_jobs()

    told = (await client.get("/api/v1/notifications", headers=as_user(me))).json()["items"]
    assert [one["title"] for one in told] == ["Дождь: Helsinki"]
    assert [one["Subject"] for one in mailbox.letters] == ["Дождь: Helsinki"]
    figures = (await client.get("/api/v1/notifications/stats", headers=staff)).json()
    assert figures["notifications"] == {"news.rain": 2}
    assert {"channel": "email", "state": "sent", "count": 1} in figures["deliveries"]


async def test_who_has_taken_back_his_yes_to_news_is_sent_none(
    client: Any, deliver: Any, as_user: Any, run_jobs: Any, mailbox: Any
) -> None:
    staff, me = as_user(new_id(), "admin"), new_id()
    await deliver(person(me))
    await deliver(contact(me))
    await write_news(client, staff)
    news = {"user_ids": [str(me)], "template_key": "news.rain", "channels": ["inbox", "email"]}

    async def told(city: str) -> list[str]:
        order = {**news, "params": {"city": city}}
        await client.post("/api/v1/notifications/send", json=order, headers=staff)
        await run_jobs()
        shown = await client.get("/api/v1/notifications", headers=as_user(me))
        assert len(mailbox.letters) == len(shown.json()["items"])
        return [one["title"] for one in shown.json()["items"]]

    async def say(*, granted: bool, version: int, purpose: str = "marketing") -> None:
        facts: dict[str, Any] = {"purpose": purpose, "document_version": "1", "granted": granted}
        await deliver(ConsentChanged(user_id=me, version=version, **facts))

    assert await told("Turku") == ["Rain in Turku"]
    await say(granted=False, version=2)
    await say(granted=True, version=1)
    assert await told("Oulu") == ["Rain in Turku"]
    await say(granted=True, version=3)
    await say(granted=False, version=1, purpose="location")
    assert await told("Vaasa") == ["Rain in Vaasa", "Rain in Turku"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"template_key": "nothing.such"}, "template_not_found"),
        ({"params": {}}, "missing_variable"),
        ({"user_ids": []}, "invalid_request"),
        ({"user_ids": ["me"]}, "invalid_request"),
        ({"send_at": "tomorrow"}, "invalid_request"),
    ],
)
async def test_an_announcement_that_would_fail_fails_now(
    client: Any, as_user: Any, change: dict[str, Any], code: str
) -> None:
    body = {"user_ids": [str(new_id())], "template_key": "topup.succeeded", "params": {"link": "x"}}
    refused = await client.post(
        "/api/v1/notifications/send", json={**body, **change}, headers=as_user(new_id(), "admin")
    )
    assert refused.json()["code"] == code
    assert refused.status_code in (404, 422)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", TEMPLATES),
        ("GET", "/api/v1/notifications/stats"),
        ("POST", "/api/v1/notifications/send"),
    ],
)
async def test_only_staff_write(client: Any, as_user: Any, method: str, path: str) -> None:
    body = {"user_ids": [str(new_id())], "template_key": "a"} if method == "POST" else None
    refused = await client.request(method, path, json=body, headers=as_user(new_id()))
    assert (refused.status_code, refused.json()["code"]) == (403, "permission_denied")
