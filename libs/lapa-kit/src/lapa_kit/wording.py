"""What problems say in the caller's language: in code they speak English, catalogues of texts say the same in others.

A catalogue is `texts/<language>.json`, from each English text to its translation; `{}` stands for what is filled in, on both
sides in the same order.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ENGLISH = "en"
HOLE = "{}"
LONGEST = 200
"""Characters of an Accept-Language that are looked at."""


@dataclass(slots=True)
class Catalogue:
    """One language's texts."""

    texts: dict[str, str] = field(default_factory=dict[str, str])
    patterns: list[tuple[re.Pattern[str], str]] = field(
        default_factory=list[tuple[re.Pattern[str], str]]
    )
    """Of the texts with holes, the most particular first."""

    def add(self, texts: Mapping[str, str]) -> None:
        self.texts.update(texts)
        holed = [english for english in self.texts if HOLE in english]
        holed.sort(key=lambda english: len(english.replace(HOLE, "")), reverse=True)
        self.patterns = [(_pattern(english), self.texts[english]) for english in holed]

    def say(self, english: str) -> str | None:
        """The same in this language, None where it has no words for it."""
        if (known := self.texts.get(english)) is not None:
            return known
        for pattern, text in self.patterns:
            if found := pattern.fullmatch(english):
                filled = iter(found.groups())
                return "".join(
                    next(filled) if part == HOLE else part for part in re.split(r"(\{\})", text)
                )
        return None


def _pattern(english: str) -> re.Pattern[str]:
    return re.compile("(.+?)".join(map(re.escape, english.split(HOLE))), re.DOTALL)


_catalogues: dict[str, Catalogue] = {}


def learn(folder: Path) -> None:
    """Take in the catalogues of a folder; whoever comes later has the last word."""
    for path in sorted(folder.glob("*.json")):
        _catalogues.setdefault(path.stem, Catalogue()).add(json.loads(path.read_text("utf-8")))


def languages() -> list[str]:
    """Those that there are besides English."""
    return sorted(_catalogues)


def translated(english: str, language: str) -> str | None:
    """None where it has to stay English."""
    catalogue = _catalogues.get(language)
    return catalogue.say(english) if catalogue else None


def preferred(accept_language: str) -> str:
    """Of the languages there are, the one that is wanted most (RFC 9110, 12.5.4); English when none is."""
    best, best_weight = ENGLISH, 0.0
    for wish in accept_language[:LONGEST].split(","):
        name, _, parameter = wish.partition(";")
        language = name.strip().lower().partition("-")[0]
        weight = _weight(parameter)
        if weight > best_weight and (language == ENGLISH or language in _catalogues):
            best, best_weight = language, weight
    return best


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if not name:
        return 1.0
    try:
        return float(value) if name.strip().lower() == "q" else 0.0
    except ValueError:
        return 0.0


learn(Path(__file__).parent / "texts")
