"""The safety quiz: its questions are data (`questions.json`), scored here and never sent with answers."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

Words = dict[str, str]
"""Locale → text."""


@dataclass(frozen=True, slots=True)
class Question:
    """`why` is told after a wrong answer."""

    id: str
    text: Words
    options: dict[str, Words]
    answer: str
    why: Words


def _load() -> tuple[int, dict[str, Question]]:
    data: dict[str, Any] = json.loads(
        resources.files(__name__).joinpath("questions.json").read_text()
    )
    questions = [Question(**question) for question in data["questions"]]
    return data["version"], {question.id: question for question in questions}


VERSION, QUESTIONS = _load()


def count_right(drawn: Sequence[str], answers: Mapping[str, str]) -> int:
    return sum(answers.get(one) == QUESTIONS[one].answer for one in drawn)
