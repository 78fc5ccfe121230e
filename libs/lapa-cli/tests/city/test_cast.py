"""The cast of the demo: who there is, what they say, and the pictures they show."""

import io
import random
from datetime import date
from string import Formatter
from typing import get_args

import pytest
from PIL import Image

from lapa_cli.city import people, photos
from lapa_cli.city.phrases import PHRASES, Occasion, say


def test_accounts_are_the_same_on_every_start() -> None:
    owners = [people.owner(number) for number in range(1, 41)]

    assert len({owner.email for owner in owners}) == 40
    assert owners[0].email == "owner01@demo.lapa"
    assert people.owner(1).dice(7).random() == people.owner(1).dice(7).random()


def test_every_fifth_owner_has_two_dogs_of_different_names() -> None:
    for number in range(1, 25):
        dogs = people.dogs_of(people.owner(number), random.Random(1), date(2026, 5, 1))
        assert len({dog.name for dog in dogs}) == (2 if number % 5 == 0 else 1)
        assert all(dog.birth_date < date(2026, 5, 1) for dog in dogs)


def test_every_language_has_something_to_say_on_every_occasion() -> None:
    for language, phrases in PHRASES.items():
        assert set(phrases) == set(get_args(Occasion)), language
        fields = {
            f for words in phrases.values() for w in words for _, f, _, _ in Formatter().parse(w)
        }
        assert fields <= {"dog", None}, language


def test_an_unknown_language_is_spoken_to_in_english() -> None:
    assert say("sv", "setting_out", random.Random(1), "Luna") in PHRASES["en"]["setting_out"]


@pytest.mark.parametrize("breed", people.BREEDS, ids=lambda breed: breed.name)
def test_each_breed_can_be_drawn_small(breed: people.Breed) -> None:
    drawn = photos.portrait(breed, random.Random(1))

    assert Image.open(io.BytesIO(drawn)).size == (720, 720)
    assert len(drawn) < 60_000


def test_the_same_dice_draw_the_same_picture() -> None:
    breed = people.BREEDS[0]

    once = photos.walk_photo(breed, random.Random(5))

    assert once == photos.walk_photo(breed, random.Random(5))
    assert once != photos.walk_photo(breed, random.Random(6))


def test_the_document_is_a_picture() -> None:
    assert Image.open(io.BytesIO(photos.identity_card("walker01@demo.lapa"))).format == "JPEG"
