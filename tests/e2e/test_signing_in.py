"""Signing in on real screens, with the browser's own passkeys, and all at once while the database dies."""

import asyncio
import os
import time
import uuid
from collections import Counter
from pathlib import Path

import httpx
import pytest
from actors import PASSWORD, Api
from playwright.async_api import expect
from pyotp.totp import TOTP
from screens import Person, screens
from story import kill, until_replaced

AT_ONCE, PEOPLE = 200, 20


@pytest.fixture
def browser() -> str:
    chosen = os.environ.get("LAPA_BROWSER", "")
    assert chosen, "There is no browser. Install Chromium, or name one in LAPA_BROWSER."
    return chosen


async def test_a_passkey_and_an_authenticator_app_open_the_door_on_screen(browser: str) -> None:
    # passkeys are for names, not for addresses
    gateway = os.environ["LAPA_E2E_GATEWAY_URL"].replace("127.0.0.1", "localhost")
    async with screens(gateway, browser, Path(os.environ["LAPA_SCREENS"])) as stage:
        person = await stage.open("passkeys", language="en-GB")
        await _has_an_authenticator(person)
        email = await _registers(person)
        await _adds_a_passkey(person)
        await _signs_out(person)

        await person.goes_to("/sign-in")
        await person.presses("Sign in with a passkey")
        await person.page.wait_for_url("**/")
        recovery_code = await _sets_up_the_app(person)
        await _signs_out(person)

        await person.goes_to("/sign-in")
        await person.fills(email=email, password=PASSWORD)
        person.faults.clear()
        await person.page.get_by_role("button", name="Sign in", exact=True).click()
        await person.fills(totp_code=recovery_code)
        await person.finds_no_barrier()
        await person.page.get_by_role("button", name="Sign in", exact=True).click()
        await person.page.wait_for_url("**/")
        # the browser writes each 401 into its console: the one that asked for the code
        assert [fault for fault in person.faults if "401" not in fault] == []
        person.faults.clear()


async def _has_an_authenticator(person: Person) -> None:
    """Chromium's own, behind the page's back: it is unlocked whenever it is asked."""
    devtools = await person.page.context.new_cdp_session(person.page)
    await devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    await devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


async def _registers(person: Person) -> str:
    email = f"{uuid.uuid4().hex[:10]}@example.com"
    await person.goes_to("/register")
    await person.fills(name="Aino Virtanen", email=email, password=PASSWORD)
    await person.presses("Create account")
    await person.page.wait_for_url("**/")
    return email


async def _adds_a_passkey(person: Person) -> None:
    await person.goes_to("/me/security")
    await person.page.locator("[name=passkey-name]").fill("Aino's phone")
    await person.page.locator("[name=passkey-password]").fill(PASSWORD)
    await person.presses("Add a passkey")
    await person.sees("Aino's phone")
    await person.finds_no_barrier()


async def _sets_up_the_app(person: Person) -> str:
    """A recovery code."""
    await person.goes_to("/me/security")
    await person.fills(password=PASSWORD)
    await person.presses("Set up")
    shown = person.page.locator("p.font-mono")
    await expect(shown).to_be_visible()
    await person.finds_no_barrier()
    secret = await shown.inner_text()
    await person.fills(code=TOTP(secret).generate_otp(int(time.time()) // 30))
    await person.presses("Turn on")
    await person.sees("Write these recovery codes down")
    await person.finds_no_barrier()
    return await person.page.locator("li.recovery-code").first.inner_text()


async def _signs_out(person: Person) -> None:
    await person.goes_to("/me")
    await person.presses("Sign out")
    await expect(person.page.get_by_role("button", name="Sign out")).to_have_count(0)


async def test_two_hundred_sign_in_while_the_database_dies(api: Api, admin: Api) -> None:
    people = [await api.register("client", f"Aino {number}") for number in range(PEOPLE)]
    killed: list[int] = []

    async def log_in(number: int) -> httpx.Response:
        if number == AT_ONCE // 4:
            killed.append(kill("postgres"))
        body = {"email": people[number % PEOPLE].user["email"], "password": PASSWORD}
        return await api.http.post("/api/v1/auth/login", json=body)

    answers = await asyncio.gather(*(log_in(number) for number in range(AT_ONCE)))
    await until_replaced("postgres", killed[0])

    statuses = Counter(answer.status_code for answer in answers)
    assert set(statuses) <= {200, 429, 503}, statuses
    assert all(answer.json()["code"] for answer in answers if answer.status_code != 200)
    for number, person in enumerate(people):
        mine = [answer.json() for answer in answers[number::PEOPLE] if answer.status_code == 200]
        assert {one["user"]["id"] for one in mine} <= {person.id}
        families = len((await person.get("auth/sessions"))["items"]) - 1
        # a commit whose answer was lost with the connection has opened a session that nobody has
        assert len(mine) <= families <= AT_ONCE // PEOPLE
        for one in mine[:1]:
            token = {"refresh_token": one["refresh_token"]}
            assert (await api.ask("POST", "auth/refresh", json=token)).status_code == 200
        assert len((await admin.get("users", query=person.user["email"]))["items"]) == 1
