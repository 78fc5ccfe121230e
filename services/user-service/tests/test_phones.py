"""A phone is proved by a code, and is a way in from then on."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from factories import Someone, register

from app.config import settings
from lapa_contracts.user import UserCodeIssued
from lapa_kit import clock
from lapa_kit.seal import Sealer

PHONE = "+358401234567"


async def newest_code(outbox: Any) -> tuple[str, str, str]:
    """Channel, address and digits of the last code that was issued."""
    said = [one for one in await outbox() if one.type == "user.code_issued.v1"]
    issued = UserCodeIssued.model_validate(said[-1].payload)
    context, sealer = UserCodeIssued.seal_context(issued.code_id), Sealer.of(settings)
    address = sealer.open_text(issued.address_sealed, context=context)
    return issued.channel, address, sealer.open_text(issued.code_sealed, context=context)


async def ask(client: Any, path: str, headers: Any = None, **body: Any) -> httpx.Response:
    return await client.post(f"/api/v1/auth/{path}", json=body or None, headers=headers)


async def with_proved_phone(client: Any, outbox: Any, phone: str = PHONE) -> Someone:
    someone = await register(client, phone=phone)
    sent = await ask(client, "verify-phone/send", someone.headers)
    assert sent.status_code == 202, sent.text
    channel, address, code = await newest_code(outbox)
    assert (channel, address) == ("sms", phone)
    proved = await ask(client, "verify-phone", someone.headers, code=code)
    assert proved.status_code == 200, proved.text
    assert proved.json()["phone_verified"]
    return someone


async def test_a_proved_phone_signs_in_with_a_code_once(
    client: Any, outbox: Any, run_jobs: Any
) -> None:
    someone = await with_proved_phone(client, outbox)

    requested = await ask(client, "otp/request", phone=" +358 40 123-4567 ")
    await run_jobs()
    channel, address, code = await newest_code(outbox)
    wrong = await ask(client, "otp/verify", phone=PHONE, code="x")
    entered = await ask(client, "otp/verify", phone=PHONE, code=code)
    again = await ask(client, "otp/verify", phone=PHONE, code=code)

    assert requested.status_code == 202
    assert (channel, address, len(code)) == ("sms", PHONE, 6)
    assert entered.status_code == 200, entered.text
    assert entered.json()["user"]["id"] == str(someone.id)
    for refused in (wrong, again):
        assert (refused.status_code, refused.json()["code"]) == (422, "invalid_code")


async def test_nobody_learns_whose_phone_is_known(
    client: Any, outbox: Any, published: Any, run_jobs: Any
) -> None:
    await with_proved_phone(client, outbox)
    unproved = await register(client, phone="+358409999999")
    before = await published()

    answers = [
        await ask(client, "otp/request", phone=phone)
        for phone in (PHONE, unproved and "+358409999999", "+358400000000")
    ]
    assert await published() == before, "the work is left to a job"
    await run_jobs()
    guesses = [
        await ask(client, "otp/verify", phone=phone, code="12345x")
        for phone in (PHONE, "+358409999999", "+358400000000")
    ]

    assert len({(answer.status_code, answer.content) for answer in answers}) == 1
    assert len({(answer.status_code, answer.json()["detail"]) for answer in guesses}) == 1
    assert (await published()).count("user.code_issued.v1") == before.count(
        "user.code_issued.v1"
    ) + 1


async def test_codes_run_out_and_no_more_than_a_few_are_sent(
    client: Any, outbox: Any, run_jobs: Any, at: Any
) -> None:
    someone = await with_proved_phone(client, outbox)
    for _ in range(settings.codes_per_hour + 3):
        assert (await ask(client, "otp/request", phone=PHONE)).status_code == 202
        await run_jobs()
    sms = [one for one in await outbox() if one.payload.get("purpose") == "otp"]
    _, _, code = await newest_code(outbox)
    at(clock.now() + settings.otp_code_life)
    late = await ask(client, "otp/verify", phone=PHONE, code=code)
    at(clock.now() + timedelta(hours=1))
    await ask(client, "otp/request", phone=PHONE)
    await run_jobs()
    _, _, fresh = await newest_code(outbox)

    assert len(sms) == settings.codes_per_hour
    assert late.json()["code"] == "invalid_code"
    for _ in range(settings.code_attempts):
        await ask(client, "otp/verify", phone=PHONE, code="wrong")
    spent = await ask(client, "otp/verify", phone=PHONE, code=fresh)
    assert spent.json()["code"] == "invalid_code", "five guesses and it opens no more"
    assert someone


async def test_a_number_belongs_to_who_proved_it_last(
    client: Any, outbox: Any, run_jobs: Any
) -> None:
    earlier = await with_proved_phone(client, outbox)
    later = await with_proved_phone(client, outbox)

    profile = await client.get("/api/v1/users/profile", headers=earlier.headers)
    await ask(client, "otp/request", phone=PHONE)
    await run_jobs()
    entered = await ask(client, "otp/verify", phone=PHONE, code=(await newest_code(outbox))[2])

    assert not profile.json()["phone_verified"]
    assert entered.json()["user"]["id"] == str(later.id)


async def test_a_code_for_the_e_mail_proves_no_phone(client: Any, outbox: Any) -> None:
    someone = await register(client, phone=PHONE)
    _, address, code = await newest_code(outbox)
    refused = await ask(client, "verify-phone", someone.headers, code=code)
    without = await register(client)
    none = await ask(client, "verify-phone/send", without.headers)
    assert "@" in address
    assert refused.json()["code"] == "invalid_code"
    assert (none.status_code, none.json()["code"]) == (409, "no_phone")


@pytest.mark.parametrize("phone", ["", "0401234567", "+35840", "call me", "+3584012345678901"])
async def test_nonsense_is_no_phone(client: Any, phone: str) -> None:
    assert (await ask(client, "otp/request", phone=phone)).status_code == 422
