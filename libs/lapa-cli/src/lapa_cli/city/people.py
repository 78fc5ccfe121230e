"""The cast: who lives in the city, which dogs they have, and what language they speak."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

DOMAIN = "demo.lapa"

OWNERS = (
    ("Aino Virtanen", "fi"), ("Emma Wilson", "en"), ("Мария Соколова", "ru"),
    ("Mikko Korhonen", "fi"), ("James Carter", "en"), ("Анна Лебедева", "ru"),
    ("Helmi Nieminen", "fi"), ("Olivia Bennett", "en"), ("Дмитрий Орлов", "ru"),
    ("Juhani Mäkinen", "fi"), ("Noah Fraser", "en"), ("Екатерина Белова", "ru"),
    ("Sofia Heikkinen", "fi"), ("Grace Murphy", "en"), ("Илья Громов", "ru"),
    ("Eero Salonen", "fi"), ("Lucy Hughes", "en"), ("Ольга Зимина", "ru"),
    ("Kaisa Lehtonen", "fi"), ("Ethan Brooks", "en"), ("Татьяна Ветрова", "ru"),
    ("Veera Rantanen", "fi"), ("Chloe Parker", "en"), ("Сергей Лугов", "ru"),
)  # fmt: skip
WALKERS = (
    ("Lauri Hämäläinen", "fi"), ("Полина Синицына", "ru"), ("Jack Turner", "en"),
    ("Elina Koskinen", "fi"), ("Максим Рощин", "ru"), ("Amelia Scott", "en"),
    ("Onni Laaksonen", "fi"), ("Вера Клёнова", "ru"), ("Leo Watson", "en"),
    ("Iida Saarinen", "fi"), ("Артём Полянский", "ru"), ("Ruby Collins", "en"),
)  # fmt: skip
DOG_NAMES = (
    "Musti", "Luna", "Бублик", "Halla", "Biscuit", "Рыжик", "Rekku", "Olive", "Тучка", "Nalle",
    "Pepper", "Жужа", "Tessu", "Maple", "Граф", "Lumi", "Archie", "Клёпа", "Peppi", "Willow",
    "Боцман", "Hilla", "Ziggy", "Снежка",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Breed:
    """A breed with its coat as the photos draw it: body, muzzle and ears, and the ears' shape."""

    name: str
    weight_kg: float
    coat: str
    light: str
    dark: str
    ears: str


BREEDS = (
    Breed("Labrador Retriever", 30, "#e3bf86", "#f2dcb3", "#b98d52", "floppy"),
    Breed("Finnish Spitz", 11, "#c8763a", "#e9b27f", "#8f4c1f", "pointed"),
    Breed("Border Collie", 18, "#34343a", "#f4f1ea", "#1f1f24", "tipped"),
    Breed("Beagle", 12, "#a8683a", "#f5efe4", "#4a2f20", "floppy"),
    Breed("Samoyed", 24, "#f3efe6", "#ffffff", "#d8d0c2", "pointed"),
    Breed("Dachshund", 8, "#8a4b2a", "#c58a5a", "#5a2e18", "floppy"),
    Breed("Jack Russell Terrier", 7, "#f4efe6", "#ffffff", "#a8653a", "tipped"),
    Breed("Siberian Husky", 23, "#6d747d", "#f2f3f4", "#474c54", "pointed"),
    Breed("Golden Retriever", 31, "#d59b52", "#ecc58d", "#a8702f", "floppy"),
    Breed("French Bulldog", 12, "#8d8479", "#cfc7bc", "#5c554c", "bat"),
    Breed("Poodle", 9, "#5c4638", "#7d6352", "#3f2f25", "fluffy"),
    Breed("Shiba Inu", 10, "#d48745", "#f6e3c9", "#a55f25", "pointed"),
)
TEMPERAMENTS = ("friendly", "calm", "playful", "curious", "shy", "energetic")


@dataclass(frozen=True, slots=True)
class Dog:
    name: str
    breed: Breed
    sex: str
    birth_date: date
    temperament: list[str]


@dataclass(frozen=True, slots=True)
class Person:
    """One account of the demo; `number` seeds all that is random about it."""

    number: int
    email: str
    full_name: str
    language: str

    @property
    def first_name(self) -> str:
        return self.full_name.split()[0]

    def dice(self, seed: int) -> random.Random:
        return random.Random(f"{seed}:{self.email}")


def owner(number: int) -> Person:
    return _person("owner", number, OWNERS)


def walker(number: int) -> Person:
    return _person("walker", number, WALKERS)


def _person(kind: str, number: int, cast: tuple[tuple[str, str], ...]) -> Person:
    """Beyond the cast's end the names come round again."""
    full_name, language = cast[(number - 1) % len(cast)]
    return Person(number, f"{kind}{number:02}@{DOMAIN}", full_name, language)


def dogs_of(person: Person, dice: random.Random, today: date) -> list[Dog]:
    """One dog, and every fifth owner has two."""
    numbers = [person.number - 1] + ([person.number + 11] if person.number % 5 == 0 else [])
    return [
        Dog(
            name=DOG_NAMES[number % len(DOG_NAMES)],
            breed=BREEDS[(number * 5 + number // len(BREEDS)) % len(BREEDS)],
            sex=dice.choice(["male", "female"]),
            birth_date=today - timedelta(days=dice.randrange(400, 3600)),
            temperament=dice.sample(TEMPERAMENTS, 2),
        )
        for number in numbers
    ]
