"""A walker: gets verified, waits for offers near home, and serves each order to its end."""

import asyncio
from collections.abc import Iterator
from typing import Any

from lapa_cli.city import photos, phrases
from lapa_cli.city.alerts import listen
from lapa_cli.city.client import WalkerClient
from lapa_cli.city.connection import Refused
from lapa_cli.city.graph import LatLon
from lapa_cli.city.outing import Outing
from lapa_cli.city.people import Person
from lapa_cli.city.phone import READING_EVERY_S, Phone
from lapa_cli.city.phrases import Occasion
from lapa_cli.city.stroll import approach, wander
from lapa_cli.city.wire import WITH_THE_WALKER, Offer, Order, Status
from lapa_cli.city.world import World

LOOK_FOR_OFFERS_EVERY_S = 4.0
CHOOSY = 0.04
"""Share of offers that are declined, so that the next in line is seen to get it."""
SETBACKS = 5
APPROVAL_CHECKS = 10
LOST_TO_ANOTHER = {"offer_taken", "offer_closed", "slot_taken", "not_found"}

# No walk is offered across a walker's midnight. With two zones half the city is always awake.
NIGHT_OWLS = "Pacific/Auckland"


class Walker:
    def __init__(self, world: World, person: Person, home: LatLon) -> None:
        self.world = world
        self.person = person
        self.client = WalkerClient(world.connect(person))
        self.dice = person.dice(world.seed)
        self.home = home
        self.here = home
        self.phone = Phone(world, person, self.client)
        self.wake = asyncio.Event()

    async def settle_in(self) -> None:
        """Account, profile, hours and verification, then online."""
        await self.client.enter(
            full_name=self.person.full_name,
            role="walker",
            locale=self.person.language,
            timezone=self.world.city.timezone,
        )
        await self.client.put_profile(self._profile())
        zone = self.world.city.timezone if self.person.number % 2 else NIGHT_OWLS
        await self.client.put_availability(_around_the_clock(zone))
        await self._get_verified()
        await self.client.go_online()
        await self.phone.be_at(self.here)
        self.world.someone_walks.set()

    async def _get_verified(self) -> None:
        status = await self.client.verification()
        if status == "approved":
            return
        if status != "pending":
            drawn = await asyncio.to_thread(photos.identity_card, self.person.email)
            document = await self.client.upload("identity.jpg", drawn)
            await self.client.ask_for_verification(document.id)
        for _ in range(APPROVAL_CHECKS):
            if await self.world.approve(self.client.user_id):
                return
            await asyncio.sleep(0.5)
        raise Refused(409, "not_approved", "the verification is not in the admin's queue")

    async def live(self) -> None:
        """Waits and walks, for as long as the city lives."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(listen(self.client.connection, self.wake))
            tasks.create_task(self._work())

    async def _work(self) -> None:
        ways = wander(self.world.graph, self.home, self.dice)
        while True:
            with self.world.journal.forgiving(self.person, "work"):
                for order in await self.client.orders("walker", WITH_THE_WALKER):
                    await self.serve(order)
                await self._wait_for_work(ways)
            await self.world.pause(1)

    async def _wait_for_work(self, ways: Iterator[LatLon]) -> None:
        """Strolls about until an offer was accepted."""
        while True:
            for offer in await self.client.offers():
                if await self._take(offer):
                    return
            self.wake.clear()
            for _ in range(int(READING_EVERY_S)):
                self.here = next(ways)
            await self.phone.be_at(self.here)
            try:
                await asyncio.wait_for(self.wake.wait(), LOOK_FOR_OFFERS_EVERY_S)
            except TimeoutError:
                continue

    async def _take(self, offer: Offer) -> bool:
        await self.world.pause(self.dice.uniform(0.5, 3))
        try:
            if self.dice.random() < CHOOSY:
                await self.client.decline(offer.id)
                return False
            await self.client.accept(offer.id)
        except Refused as refused:
            if refused.code not in LOST_TO_ANOTHER:
                raise
            return False
        return True

    async def serve(self, order: Order) -> None:
        """One order from wherever it stands; each step is asked of the platform, never assumed."""
        outing = Outing(self, order)
        setbacks = 0
        while order.status in WITH_THE_WALKER and setbacks < SETBACKS:
            try:
                await self._next_step(outing, order.status)
            except Refused as refused:
                # Someone else may act in this name, the visitor for one: look again and go on.
                setbacks += 1
                self.world.journal.trouble(self.person, order.status.value, refused)
                await asyncio.sleep(2 * setbacks)
            order = await self.client.order(order.id)
            outing.order = order
        if order.status in WITH_THE_WALKER:
            self.tell("gives this walk up")

    async def _next_step(self, outing: Outing, status: Status) -> None:
        if status is Status.ASSIGNED:
            await outing.set_out()
        elif status is Status.EN_ROUTE:
            await outing.reach_the_door()
        else:
            await outing.walk_the_dog()

    async def go_to(self, goal: LatLon, seed: int) -> None:
        """On foot along the streets, with the phone reporting."""
        steps = approach(self.world.graph, self.here, goal, self.dice)
        async for _, place in self.phone.play(steps, seed):
            self.here = place
        self.here = goal

    def phrase(self, occasion: Occasion, language: str, dog: str) -> str:
        return phrases.say(language, occasion, self.dice, dog)

    def tell(self, text: str) -> None:
        self.world.journal.tell(self.person, text)

    def _profile(self) -> dict[str, Any]:
        return {
            "bio": self.phrase("bio", self.person.language, ""),
            "experience_years": self.dice.randrange(1, 12),
            "home": {"lat": self.home[0], "lon": self.home[1]},
            "service_radius_m": 3000,
            "accepted_sizes": ["small", "medium", "large", "giant"],
            "max_dogs": 3,
            "languages": sorted({self.person.language, "en"}),
            "skills": self.dice.sample(["puppies", "seniors", "medication", "running"], 2),
            "rate_bp": 10_000,
        }


def _around_the_clock(timezone: str) -> dict[str, Any]:
    weekly = [{"weekday": day, "start": "00:00", "end": "23:59"} for day in range(7)]
    return {"timezone": timezone, "weekly": weekly, "exceptions": []}
