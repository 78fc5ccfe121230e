"""One order in a walker's hands: the way to the door, the walk with what happens on it, the farewell."""

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lapa_cli.city import photos
from lapa_cli.city.people import BREEDS
from lapa_cli.city.phrases import Occasion
from lapa_cli.city.stroll import walk
from lapa_cli.city.wire import Order

if TYPE_CHECKING:
    from lapa_cli.city.walker import Walker

WALKED_SHARE = (0.85, 0.96)
"""Of the booked minutes; the rest is for the stairs and the lead."""


@dataclass(frozen=True, slots=True)
class Happening:
    at_s: float
    kind: str


class Outing:
    def __init__(self, walker: "Walker", order: Order) -> None:
        self.walker = walker
        self.order = order
        self._started_here = False

    async def set_out(self) -> None:
        walker, order = self.walker, self.order
        walker.tell(f"takes {self._dogs} for {order.duration_minutes} min, {order.pickup.address}")
        await self._say("accepted")
        await walker.world.pause(walker.dice.uniform(1, 5))
        await walker.client.set_out(order.id)
        await self._say("setting_out")

    async def reach_the_door(self) -> None:
        walker = self.walker
        await walker.go_to(self._door, self._seed)
        await walker.client.start(self.order.id, self._door)
        self._started_here = True
        walker.tell(f"walks {self._dogs}")
        await self._say("started")

    async def walk_the_dog(self) -> None:
        """The loop and back; a walk that began in an earlier demo is only brought home."""
        walker = self.walker
        if self._started_here:
            # Only once: if the loop is cut short by a failure, the second try goes straight home.
            self._started_here = False
            await self._walk_the_loop()
        else:
            await walker.go_to(self._door, self._seed)
        await walker.client.finish(self.order.id, self._door)
        walker.here = self._door
        walker.tell(f"brings {self._dogs} home")
        await self._say("finished")
        with walker.world.journal.forgiving(walker.person, "review"):
            text = walker.phrase("walker_review", self._language, self._dogs)
            await walker.client.review(self.order.id, 5, text)

    async def _walk_the_loop(self) -> None:
        walker = self.walker
        minutes = self.order.duration_minutes * walker.dice.uniform(*WALKED_SHARE)
        graph = walker.world.graph
        steps = await asyncio.to_thread(walk, graph, self._door, minutes, self._seed)
        due = self._happenings(steps[-1].t_s)
        async for seconds, place in walker.phone.play(steps, self._seed):
            walker.here = place
            while due and due[0].at_s <= seconds:
                happening = due.pop(0)
                with walker.world.journal.forgiving(walker.person, happening.kind):
                    await self._record(happening.kind)

    def _happenings(self, duration_s: float) -> list[Happening]:
        """What a dog does in so long a walk; the last photo is for a home-safe finish."""
        dice = self.walker.dice
        kinds = ["poo", "photo", *dice.sample(["water", "play", "photo", "note"], 2)]
        kinds += ["pee"] * dice.randrange(2, 2 + max(1, int(duration_s / 400)))
        anytime = [Happening(dice.uniform(0.06, 0.93) * duration_s, kind) for kind in kinds]
        early = Happening(0.03 * duration_s, "pee")
        last = Happening(0.97 * duration_s, "photo")
        return sorted([early, *anytime, last], key=lambda happening: happening.at_s)

    async def _record(self, kind: str) -> None:
        walker = self.walker
        media_id = note = ""
        if kind == "photo":
            drawn = await asyncio.to_thread(photos.walk_photo, self._breed, walker.dice)
            media_id = (await walker.client.upload("walk.jpg", drawn)).id
            note = walker.phrase("photo", self._language, self._dogs)
        elif kind == "note":
            note = walker.phrase("walker_review", self._language, self._dogs)
        await walker.client.record(self.order.id, kind, walker.here, note=note, media_id=media_id)
        if kind == "photo":
            await self._say("photo")

    async def _say(self, occasion: Occasion) -> None:
        """In the order's chat, which opens a moment after the assignment."""
        walker = self.walker
        with walker.world.journal.forgiving(walker.person, "chat"):
            for _ in range(3):
                if self.order.chat_id:
                    text = walker.phrase(occasion, self._language, self._dogs)
                    await walker.client.say(self.order.chat_id, text)
                    return
                await walker.world.pause(1)
                self.order = await walker.client.order(self.order.id)

    @property
    def _door(self) -> tuple[float, float]:
        return self.order.pickup.lat, self.order.pickup.lon

    @property
    def _dogs(self) -> str:
        return " & ".join(pet.name for pet in self.order.pets) or "the dog"

    @property
    def _breed(self) -> photos.Breed:
        """A visitor's dog is in nobody's cast: its breed is a guess."""
        known = [self.walker.world.dogs.get(pet.pet_id) for pet in self.order.pets]
        return next((dog.breed for dog in known if dog), BREEDS[self._seed % len(BREEDS)])

    @property
    def _language(self) -> str:
        """The owner's; a visitor is spoken to in the walker's own."""
        owner = self.order.client_id or ""
        return self.walker.world.languages.get(owner, self.walker.person.language)

    @property
    def _seed(self) -> int:
        return int(self.order.id.replace("-", ""), 16) % 2**32
