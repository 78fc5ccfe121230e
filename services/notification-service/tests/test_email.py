"""E-mail through a real SMTP server."""

from datetime import timedelta
from typing import Any

import pytest
from factories import assigned, code_issued, contact, person, registered, settled
from sqlalchemy import select, text

from app.config import settings
from app.models import Delivery
from lapa_kit import clock
from lapa_kit.ids import new_id


async def delivered(client: Any, headers: dict[str, str], number: int = 0) -> dict[str, Any]:
    """The e-mail delivery of the newest notification, as its reader sees it."""
    listed = await client.get("/api/v1/notifications", headers=headers)
    url = f"/api/v1/notifications/{listed.json()['items'][number]['id']}/deliveries"
    found = (await client.get(url, headers=headers)).json()["items"]
    return next(one for one in found if one["channel"] == "email")


async def test_a_letter_arrives_once_however_often_the_event_does(
    client: Any, deliver: Any, as_user: Any, run_jobs: Any, mailbox: Any, published: Any
) -> None:
    me = new_id()
    await deliver(person(me, locale="ru"))
    await deliver(contact(me))
    envelope = await deliver(assigned(me, new_id()))
    await deliver(envelope)
    await run_jobs()

    (letter,) = [one for one in mailbox.letters if one["To"] == "aino@example.org"]
    sent = await delivered(client, as_user(me))
    assert letter["Subject"] == "Выгульщик найден"
    assert "Rex" in letter.get_content()
    assert letter["Message-ID"] == f"<{sent['id']}@lapa.localhost>"
    assert (sent["state"], sent["attempts"]) == ("sent", 1)
    assert "queued as 42" in sent["provider_answer"]
    assert (await published()).count("delivery.changed.v1") >= 2


async def test_the_address_may_come_after_the_account(
    deliver: Any, run_jobs: Any, mailbox: Any, at: Any
) -> None:
    me = new_id()
    await deliver(registered(me))
    await run_jobs()
    assert mailbox.letters == []

    await deliver(contact(me))
    at(clock.now() + timedelta(seconds=3))
    await run_jobs()

    assert [one["Subject"] for one in mailbox.letters] == ["Welcome to Lapa"]


async def test_who_has_no_address_is_not_waited_for_for_ever(
    client: Any, deliver: Any, as_user: Any, run_jobs: Any, mailbox: Any, at: Any
) -> None:
    me = new_id()
    await deliver(registered(me))
    at(clock.now() + timedelta(seconds=61))
    await run_jobs()
    held = await delivered(client, as_user(me))
    assert (held["state"], held["reason"]) == ("suppressed", "no_address")


async def test_everything_arrives_after_the_server_was_away_once(
    client: Any, deliver: Any, as_user: Any, run_jobs: Any, mailbox: Any, at: Any
) -> None:
    me = new_id()
    await deliver(contact(me))
    mailbox.answer = "451 come back later"
    await deliver(settled(me, new_id()))
    for _ in range(6):
        await run_jobs()
        at(clock.now() + timedelta(minutes=2))
    waiting = await delivered(client, as_user(me))
    assert (waiting["state"], waiting["attempts"]) == ("queued", 6)

    mailbox.answer = None
    at(clock.now() + timedelta(minutes=5))
    await run_jobs()
    await run_jobs()

    assert len(mailbox.letters) == 1
    assert (await delivered(client, as_user(me)))["state"] == "sent"


async def test_a_dead_address_is_not_tried_again(
    client: Any, deliver: Any, as_user: Any, run_jobs: Any, mailbox: Any, published: Any
) -> None:
    me = new_id()
    await deliver(contact(me))
    mailbox.answer = "550 nobody of that name"
    await deliver(settled(me, new_id()))
    await run_jobs()

    failed = await delivered(client, as_user(me))
    assert (failed["state"], failed["reason"]) == ("failed", "bounced")
    assert "contact.bounced.v1" in await published()


async def test_a_letter_waits_for_the_end_of_the_quiet_hours(
    client: Any, deliver: Any, as_user: Any, run_jobs: Any, mailbox: Any, at: Any
) -> None:
    me = new_id()
    at(clock.now().replace(hour=20, minute=30))  # 23:30 in Moscow
    await deliver(contact(me))
    quiet = {"quiet_hours": {"from": "22:00", "to": "08:00"}, "timezone": "Europe/Moscow"}
    saved = await client.put("/api/v1/notification-preferences", json=quiet, headers=as_user(me))
    assert saved.json()["quiet_hours"] == {"from": "22:00", "to": "08:00"}

    await deliver(settled(me, new_id()))
    await deliver(registered(me))  # about the account: does not wait
    await run_jobs()
    assert [one["Subject"] for one in mailbox.letters] == ["Welcome to Lapa"]

    at(clock.now() + timedelta(hours=8, minutes=31))
    await run_jobs()
    assert len(mailbox.letters) == 2


async def test_without_a_provider_a_letter_is_held_back_and_says_why(
    client: Any, deliver: Any, as_user: Any, run_jobs: Any
) -> None:
    me = new_id()
    await deliver(contact(me))
    await deliver(settled(me, new_id()))
    await run_jobs()
    held = await delivered(client, as_user(me))
    assert (held["state"], held["reason"]) == ("suppressed", "no_provider")


async def test_a_code_is_sent_at_once_and_written_down_nowhere(
    client: Any, session: Any, deliver: Any, as_user: Any, run_jobs: Any, mailbox: Any
) -> None:
    await deliver(code_issued(new_id(), "493817"))
    await run_jobs()

    (letter,) = mailbox.letters
    assert letter["To"] == "aino@example.org"
    assert "493817" in letter.get_content()
    sent = (await session.scalars(select(Delivery))).one()
    assert sent.state == "sent"
    for table in ("deliveries", "notifications", "jobs", "outbox", "test_messages"):
        rows = await session.execute(text(f"select t::text from {table} t"))
        assert "493817" not in str(rows.all())
        assert "aino@" not in str(
            (await session.execute(text(f"select t::text from {table} t"))).all()
        )
    outbox = await client.get("/api/v1/test/outbox", headers=as_user(new_id(), "admin"))
    assert (outbox.status_code, outbox.json()["code"]) == (404, "not_found")


async def test_a_code_that_has_run_out_is_not_sent(
    session: Any, deliver: Any, run_jobs: Any, mailbox: Any, at: Any
) -> None:
    mailbox.answer = "451 come back later"
    await deliver(code_issued(new_id()))
    await run_jobs()
    mailbox.answer = None
    at(clock.now() + timedelta(minutes=11))
    await run_jobs()

    assert mailbox.letters == []
    assert (await session.scalars(select(Delivery.reason))).one() == "expired"


async def test_a_seal_of_another_code_opens_nothing(
    session: Any, deliver: Any, run_jobs: Any, mailbox: Any
) -> None:
    one, other = code_issued(new_id()), code_issued(new_id())
    await deliver(one.model_copy(update={"code_sealed": other.code_sealed}))
    await run_jobs()
    assert mailbox.letters == []
    assert (await session.scalars(select(Delivery.reason))).one() == "seal_broken"


@pytest.mark.usefixtures("in_test_mode")
async def test_test_mode_shows_word_for_word_what_went_out(
    client: Any, deliver: Any, as_user: Any, run_jobs: Any
) -> None:
    me, admin = new_id(), as_user(new_id(), "admin")
    await deliver(contact(me))
    await deliver(registered(me))
    await deliver(code_issued(None, "111111", channel="sms", address="+358401234567"))
    await deliver(code_issued(me, "222222"))
    await run_jobs()

    outbox = (await client.get("/api/v1/test/outbox", headers=admin)).json()["items"]
    sent = {(one["channel"], one["recipient"], one["state"]) for one in outbox}
    assert sent == {
        ("email", "aino@example.org", "suppressed"),
        ("sms", "+358401234567", "suppressed"),
    }
    asked = {"recipient": "+358401234567"}
    (sms,) = (await client.get("/api/v1/test/outbox", params=asked, headers=admin)).json()["items"]
    assert "111111" in sms["text"]
    denied = await client.get("/api/v1/test/outbox", headers=as_user(me))
    assert denied.status_code == 403
    assert (await client.delete("/api/v1/test/outbox", headers=admin)).status_code == 204
    assert (await client.get("/api/v1/test/outbox", headers=admin)).json()["items"] == []


@pytest.mark.usefixtures("in_test_mode")
async def test_a_letter_that_a_server_took_is_shown_as_sent(
    client: Any, deliver: Any, as_user: Any, run_jobs: Any, mailbox: Any
) -> None:
    me = new_id()
    await deliver(contact(me))
    await deliver(registered(me))
    await run_jobs()
    found = await client.get("/api/v1/test/outbox", headers=as_user(new_id(), "admin"))
    assert [(one["state"], one["subject"]) for one in found.json()["items"]] == [
        ("sent", "Welcome to Lapa")
    ]
    assert len(mailbox.letters) == 1


@pytest.mark.parametrize("url", ["mail.example.org", "http://mail.example.org", "smtp://"])
def test_a_server_that_is_none_is_refused_at_the_start(url: str) -> None:
    with pytest.raises(ValueError, match="expected smtp://"):
        type(settings)(smtp_url=url)


async def test_the_mailbox_that_an_account_leaves_is_told_once_and_no_other(
    deliver: Any, run_jobs: Any, mailbox: Any
) -> None:
    me, unproved = new_id(), new_id()
    await deliver(person(me, locale="ru"))
    await deliver(contact(me))
    await deliver(contact(unproved, "never@example.org", email_verified=False))

    moved = await deliver(contact(me, "new@example.org", email_verified=False, version=2))
    await deliver(moved)
    await deliver(contact(me, "new@example.org", version=3))
    await deliver(contact(me, "late@example.org", version=1))
    await deliver(contact(unproved, "other@example.org", version=2))
    await deliver(contact(me, "third@example.org", version=4))
    await run_jobs()

    told = [(one["To"], one["Subject"]) for one in mailbox.letters]
    subject = "У вашего аккаунта теперь другая почта"
    assert told == [("aino@example.org", subject), ("new@example.org", subject)]


async def test_a_mailbox_that_is_left_may_be_gone_and_who_leaves_lapa_is_told_nothing(
    deliver: Any, run_jobs: Any, mailbox: Any, published: Any
) -> None:
    me, leaving = new_id(), new_id()
    mailbox.answer = "550 nobody of that name"
    for one in (me, leaving):
        await deliver(contact(one))
    await deliver(contact(me, "new@example.org", version=2))
    await run_jobs()
    assert "contact.bounced.v1" not in await published(), "it was not his address any more"

    mailbox.answer = None
    await deliver(contact(leaving, f"{leaving}@erased.invalid", version=2))
    await run_jobs()
    assert mailbox.letters == []
