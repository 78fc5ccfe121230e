"""Problems speak the caller's language; programs that go by their codes see no difference."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapa_kit import wording
from lapa_kit.ids import new_id
from lapa_kit.wording import Catalogue, preferred

CATALOGUE = Catalogue()
CATALOGUE.add(
    {
        "At most {}.": "Не больше {}.",
        "At most {} keys.": "Ключей не больше {}.",
        "Between {} and {}.": "От {} до {}.",
        "No such key": "Такого ключа нет",
    }
)


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("No such key", "Такого ключа нет"),
        ("At most 5 keys.", "Ключей не больше 5."),
        ("At most 5.", "Не больше 5."),
        ("Between 1 and 12.50 RUB.", "От 1 до 12.50 RUB."),
        ("No such thing", None),
    ],
)
def test_what_is_filled_in_stays_as_it_was(english: str, russian: str | None) -> None:
    assert CATALOGUE.say(english) == russian


WORDS = st.text(st.characters(exclude_characters=" "), min_size=1)


@given(WORDS, WORDS)
def test_whatever_is_filled_in_is_said_again(low: str, high: str) -> None:
    assert CATALOGUE.say(f"Between {low} and {high}.") == f"От {low} до {high}."


def message(error: dict[str, str]) -> str:
    return error["message"]


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("", "en"),
        ("ru", "ru"),
        ("ru-RU,ru;q=0.9,en-US;q=0.8", "ru"),
        ("en-US,en;q=0.9,ru;q=0.8", "en"),
        ("de, ru;q=0.5, en;q=0.4", "ru"),
        ("ru;q=0, en;q=0.1", "en"),
        ("RU ; Q=1", "ru"),
        ("*", "en"),
        ("ru;q=many", "en"),
        ("ru;q=nan", "en"),
        ("," * 10_000 + "ru", "en"),
    ],
)
def test_the_language_is_the_one_that_is_wanted_most(said: str, language: str) -> None:
    assert preferred(said) == language


@given(st.text(max_size=300))
def test_no_header_is_too_strange(said: str) -> None:
    assert preferred(said) in {"en", *wording.languages()}


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/api/v1/nothing", None),
        ("PATCH", "/api/v1/notes", None),
        ("POST", "/api/v1/notes", {}),
        ("POST", "/api/v1/notes", {"text": ""}),
        ("GET", "/api/v1/notes?cursor=none", None),
    ],
)
async def test_a_refusal_differs_in_its_texts_alone(
    client: Any, as_user: Any, method: str, path: str, body: Any
) -> None:
    signed_in = as_user(new_id())
    answers = [
        await client.request(
            method, path, json=body, headers={**signed_in, "Accept-Language": language}
        )
        for language in ("en", "ru")
    ]
    english, russian = (answer.json() for answer in answers)
    assert [answer.headers["content-language"] for answer in answers] == ["en", "ru"]
    texts = ("title", "detail", "errors", "request_id")
    assert {k: v for k, v in english.items() if k not in texts} == {
        k: v for k, v in russian.items() if k not in texts
    }
    for text in (russian["title"], russian["detail"], *map(message, russian.get("errors") or [])):
        assert any("а" <= letter <= "я" for letter in text.lower()), text


def test_the_kits_own_texts_are_sorted_json() -> None:
    path = Path(wording.__file__).parent / "texts" / "ru.json"
    texts = json.loads(path.read_text("utf-8"))
    assert path.read_text("utf-8") == json.dumps(texts, ensure_ascii=False, indent=1) + "\n"
