"""An owner: has dogs and money, books walks, answers in the chat, reviews and tips."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from time import monotonic
from typing import Any

from lapa_cli.city import photos, phrases
from lapa_cli.city.client import OwnerClient
from lapa_cli.city.people import Dog, Person, dogs_of
from lapa_cli.city.phrases import Occasion
from lapa_cli.city.wire import BEFORE_THE_WALK, WALKED, WITH_THE_WALKER, Order, Pet, Status
from lapa_cli.city.world import World

MINUTES = (10, 15, 15, 20, 20, 30)
SEARCH_PATIENCE_S = 240
LOOK_EVERY_S = 5.0
SETTLE_PATIENCE_S = 120
WALKS_IN_A_TOP_UP = 10
REST_S = (40.0, 180.0)


class Owner:
    def __init__(self, world: World, person: Person) -> None:
        self.world = world
        self.person = person
        self.client = OwnerClient(world.connect(person))
        self.dice = person.dice(world.seed)
        self.home = world.home(person.number)
        self.pets: list[Pet] = []

    async def settle_in(self) -> None:
        """Account, dogs with photo and vaccination; what is there already is left as it is."""
        new = await self.client.enter(
            full_name=self.person.full_name,
            role="client",
            locale=self.person.language,
            timezone=self.world.city.timezone,
        )
        self.world.languages[self.client.user_id] = self.person.language
        dogs = dogs_of(self.person, self.dice, _today())
        self.pets = [] if new else await self.client.pets()
        known = {pet.name for pet in self.pets}
        self.pets += [await self._add(dog) for dog in dogs if dog.name not in known]
        by_name = {dog.name: dog for dog in dogs}
        self.world.dogs |= {p.id: by_name[p.name] for p in self.pets if p.name in by_name}
        self.pets = [pet for pet in self.pets if pet.name in by_name]

    async def _add(self, dog: Dog) -> Pet:
        pet = await self.client.add_pet(_details(dog))
        with self.world.journal.forgiving(self.person, "photo of the dog"):
            drawn = await asyncio.to_thread(photos.portrait, dog.breed, self.dice)
            picture = await self.client.upload("dog.jpg", drawn)
            await self.client.add_pet_photo(pet.id, picture.id)
        with self.world.journal.forgiving(self.person, "vaccination"):
            await self.client.add_medical_record(pet.id, _vaccination(self.dice.randrange(20, 300)))
        return pet

    async def live(self) -> None:
        """Walk after walk, for as long as the city lives."""
        await self.world.someone_walks.wait()
        while True:
            async with self.world.stage.turn():
                with self.world.journal.forgiving(self.person, "a walk for the dog"):
                    order = await self._running_order() or await self._book()
                    await self._accompany(order)
            await self.world.pause(self.dice.uniform(*REST_S))

    async def _running_order(self) -> Order | None:
        """What an earlier demo, or the visitor in this owner's name, has left under way."""
        running = await self.client.orders("client", [*BEFORE_THE_WALK, *WITH_THE_WALKER])
        return running[0] if running else None

    async def _book(self) -> Order:
        minutes = self.dice.choice(MINUTES)
        pickup = self.world.spot(self.home)
        quote = await self.client.quote([pet.id for pet in self.pets], minutes, pickup)
        wallet = await self.client.wallet(quote.currency)
        if wallet.available < 2 * quote.amount:
            await self.client.top_up(quote.amount * WALKS_IN_A_TOP_UP, quote.currency)
        order = await self.client.book(quote.quote_id, self._phrase("booking_note"))
        price = f"{quote.amount / 100:.2f} {quote.currency}"
        self._tell(f"books {minutes} min for {self._dog} from {pickup.address}, {price}")
        return order

    async def _accompany(self, order: Order) -> None:
        """From the booking to the farewell: looks now and then, and answers the walker."""
        began, finished = monotonic(), None
        talk = Talk(self)
        while True:
            if order.status in BEFORE_THE_WALK and monotonic() - began > SEARCH_PATIENCE_S:
                await self.client.cancel(order.id, "nobody was free")
                self._tell("finds nobody, will try again later")
                return
            if order.status in WITH_THE_WALKER and order.chat_id:
                with self.world.journal.forgiving(self.person, "chat"):
                    await talk.answer(order.chat_id)
            if order.status in WALKED:
                finished = finished or monotonic()
                if (
                    order.status is not Status.COMPLETED
                    or monotonic() - finished > SETTLE_PATIENCE_S
                ):
                    await self._say_goodbye(order)
                    return
            elif order.status not in (*BEFORE_THE_WALK, *WITH_THE_WALKER):
                self._tell(f"no walk this time: {order.status.value}")
                return
            await asyncio.sleep(LOOK_EVERY_S)
            order = await self.client.order(order.id)

    async def _say_goodbye(self, order: Order) -> None:
        journal = self.world.journal
        if order.chat_id:
            with journal.forgiving(self.person, "farewell"):
                await self.client.say(order.chat_id, self._phrase("farewell"))
        with journal.forgiving(self.person, "review"):
            rating = self.dice.choices((5, 4, 3), (80, 17, 3))[0]
            await self.client.review(order.id, rating, self._phrase("owner_review"))
            self._tell(f"gives {'★' * rating}")
        if self.dice.random() < 0.4:
            with journal.forgiving(self.person, "tip"):
                # A tenth, in whole units of the currency, which is what people give.
                tip = max(100, round(order.amount / 1000) * 100)
                await self.client.tip(order.id, tip, order.currency)
                self._tell(f"tips {tip / 100:.2f} {order.currency}")

    @property
    def _dog(self) -> str:
        return " & ".join(pet.name for pet in self.pets)

    def _phrase(self, occasion: Occasion) -> str:
        return phrases.say(self.person.language, occasion, self.dice, self._dog)

    def _tell(self, text: str) -> None:
        self.world.journal.tell(self.person, text)

    async def reply(self, chat_id: str, seq: int) -> None:
        """Reads, and answers most of what the walker says."""
        await self.client.read(chat_id, seq)
        if self.dice.random() < 0.75:
            await self.world.pause(self.dice.uniform(1, 4))
            await self.client.say(chat_id, self._phrase("thanks" if seq <= 2 else "reply"))


class Talk:
    """An owner's side of one chat: how far it was read."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        self._seen = 0

    async def answer(self, chat_id: str) -> None:
        fresh = await self._owner.client.messages(chat_id, self._seen)
        if not fresh:
            return
        self._seen = fresh[-1].seq
        if any(m.sender_id not in (None, self._owner.client.user_id) for m in fresh):
            await self._owner.reply(chat_id, self._seen)


def _details(dog: Dog) -> dict[str, Any]:
    return {
        "name": dog.name,
        "species": "dog",
        "breed": dog.breed.name,
        "sex": dog.sex,
        "birth_date": dog.birth_date.isoformat(),
        "weight_kg": dog.breed.weight_kg,
        "temperament": dog.temperament,
    }


def _vaccination(days_ago: int) -> dict[str, Any]:
    given = _today() - timedelta(days=days_ago)
    return {
        "type": "vaccination",
        "title": "Rabies",
        "date": given.isoformat(),
        "expires_at": (given + timedelta(days=365)).isoformat(),
        "vet": "Eläinlääkäri Tassu",
    }


def _today() -> date:
    return datetime.now(UTC).date()
