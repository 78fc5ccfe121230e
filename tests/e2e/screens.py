"""People before real screens: a Chromium, a context each, and what must never be seen on their pages."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import (
    Browser,
    ConsoleMessage,
    Error,
    Geolocation,
    Locator,
    Page,
    ViewportSize,
    async_playwright,
)
from playwright.async_api import expect as expect_of

PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1440, "height": 900}
# A machine with other things to do still gets there; a fact that has not come by then does not come.
PATIENCE_MS = 30_000
FLAGS = (
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)
# What fades in is judged when it is there; what blinks for ever is not waited for.
SETTLED = """async () => {
  const ends = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime < Infinity);
  await Promise.allSettled(ends.map((one) => one.finished));
}"""
M_PER_DEGREE = 111_195.0
expect_of.set_options(timeout=PATIENCE_MS)


@dataclass
class Person:
    """Somebody with a screen; `faults` is what the page complained of: errors, and breaches of the content policy."""

    name: str
    page: Page
    faults: list[str] = field(default_factory=list[str])
    is_offline: bool = False

    def hear(self, message: ConsoleMessage) -> None:
        """Without a network the browser itself says so for each request; that is no fault of the page's."""
        if message.type == "error" and not (self.is_offline and "net::ERR_" in message.text):
            self.faults.append(f"{message.text} ({message.location.get('url', '')})")

    async def goes_to(self, path: str) -> None:
        await self.page.goto(path)

    async def presses(self, name: str, *, within: Page | Locator | None = None) -> None:
        await (within or self.page).get_by_role("button", name=name).click()

    async def follows(self, name: str) -> None:
        """A link that is seen; those of the hidden tabs are not."""
        await (
            self.page.get_by_role("link", name=name, exact=True)
            .locator("visible=true")
            .first.click()
        )

    async def fills(self, **fields: str) -> None:
        """By the fields' names in the form."""
        for name, value in fields.items():
            await self.page.locator(f"[name={name}]").fill(value)

    async def sees(self, text: str) -> None:
        await expect_of(self.page.get_by_text(text).locator("visible=true").first).to_be_visible()

    async def loses_the_network(self) -> None:
        self.is_offline = True
        await self.page.context.set_offline(True)

    async def is_back_online(self) -> None:
        await self.page.context.set_offline(False)
        self.is_offline = False

    async def finds_no_barrier(self) -> None:
        """What axe finds on the page as it is: nothing."""
        await self.page.evaluate(SETTLED)
        found = (await Axe().run(self.page)).response["violations"]
        where = [
            f"{rule['id']}: {rule['help']} at {[node['html'][:200] for node in rule['nodes']]}"
            for rule in found
        ]
        assert not where, f"{self.name}, {self.page.url}:\n" + "\n".join(where)


@asynccontextmanager
async def screens(gateway: str, browser: str, pictures: Path) -> AsyncGenerator["Screens"]:
    """A browser for the journey; when the journey fails, each screen is kept as a picture in the folder."""
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=browser, args=FLAGS)
        made = Screens(gateway, chromium)
        try:
            yield made
            assert made.faults() == []
        except BaseException:
            await made.keep(pictures)
            raise
        finally:
            await chromium.close()


class Screens:
    def __init__(self, gateway: str, chromium: Browser) -> None:
        self._gateway, self._chromium = gateway, chromium
        self._people: list[Person] = []

    async def open(
        self,
        name: str,
        *,
        language: str,
        size: ViewportSize = PHONE,
        at: tuple[float, float] | None = None,
    ) -> Person:
        """A screen of one's own, in that language; the browser says where it is if it is somewhere: (lat, lon)."""
        context = await self._chromium.new_context(
            base_url=self._gateway,
            locale=language,
            timezone_id="Europe/Helsinki",
            reduced_motion="reduce",
            viewport=size,
        )
        if at:
            await context.grant_permissions(["geolocation"])
            await context.set_geolocation(_place(*at))
        context.set_default_timeout(PATIENCE_MS)
        person = Person(name, await context.new_page())
        person.page.on("console", person.hear)
        person.page.on("pageerror", lambda error: person.faults.append(str(error)))
        self._people.append(person)
        return person

    def faults(self) -> list[str]:
        return [f"{person.name}: {fault}" for person in self._people for fault in person.faults]

    async def keep(self, folder: Path) -> None:
        print(f"The screens as they were: {folder}")
        for person in self._people:
            try:
                await person.page.screenshot(path=folder / f"{person.name}.png")
            except Error as error:  # a page that has crashed has none; the failure matters more
                print(f"{person.name} has no picture: {error}")


class Stroll:
    """A phone in a pocket, up and down the street before the door for as long as the block runs."""

    def __init__(self, person: Person, door: tuple[float, float]) -> None:
        self._person, self._door = person, door
        self.reach_m, self.speed_mps, self.length_m = 55.0, 2.0, 0.0
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._walk())
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _walk(self) -> None:
        context, began = self._person.page.context, time.monotonic()
        while True:
            walked_m = (time.monotonic() - began) * self.speed_mps
            await context.set_geolocation(self._where(walked_m))
            self.length_m = walked_m
            await asyncio.sleep(0.5)  # as often as phones tell

    def _where(self, walked_m: float) -> Geolocation:
        legs, on_leg = divmod(walked_m, self.reach_m)
        away = self.reach_m - on_leg if legs % 2 else on_leg
        lat, lon = self._door
        return _place(lat + away / M_PER_DEGREE, lon)


def _place(lat: float, lon: float) -> Geolocation:
    return {"latitude": lat, "longitude": lon, "accuracy": 5}
