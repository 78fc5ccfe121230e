"""Whatever a service refuses, it can say in Russian too: each title and detail of a Problem has its translation."""

import ast
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from house import ROOT, SERVICES

KIT = ROOT / "libs" / "lapa-kit" / "src" / "lapa_kit"
ROOMS = [*(service / "app" for service in SERVICES), KIT]
LANGUAGES = [path.stem for path in sorted((KIT / "texts").glob("*.json"))]
BASE = "Problem"


def catalogue(room: Path, language: str) -> dict[str, str]:
    path = room / "texts" / f"{language}.json"
    return json.loads(path.read_text()) if path.exists() else {}


@cache
def trees(room: Path) -> list[ast.Module]:
    return [ast.parse(path.read_text()) for path in sorted(room.rglob("*.py"))]


def problems(room: Path, known: set[str]) -> dict[str, ast.ClassDef]:
    """The room's own subclasses, whatever file they are in."""
    classes = {
        node.name: node
        for tree in trees(room)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    found: dict[str, ast.ClassDef] = {}
    while True:
        more = {
            name: node
            for name, node in classes.items()
            if name not in found
            and any(getattr(base, "id", None) in known | set(found) for base in node.bases)
        }
        if not more:
            return found
        found |= more


def texts(node: ast.expr) -> Iterator[str]:
    """What an expression may say; holes for what it fills in. Of what others say nothing is known."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts
            )
        case ast.IfExp(body=one, orelse=other):
            yield from texts(one)
            yield from texts(other)
        case _:
            return


def titles(problem: ast.ClassDef) -> Iterator[str]:
    for statement in problem.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id="title")], value=value):
                yield from texts(value)
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                for name, value in zip(names, values, strict=True):
                    if isinstance(name, ast.Name) and name.id == "title":
                        yield from texts(value)
            case _:
                pass


def said(room: Path) -> set[str]:
    of_kit = {BASE, *problems(KIT, {BASE})}
    own = problems(room, of_kit)
    found = {text for problem in own.values() for text in titles(problem)}
    for tree in trees(room):
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and getattr(call.func, "id", None) in of_kit | set(own):
                found.update(text for argument in call.args[:1] for text in texts(argument))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ROOMS, ids=lambda room: str(room.relative_to(ROOT)))
def test_every_problem_has_its_words(room: Path, language: str) -> None:
    missing = said(room) - set(catalogue(room, language)) - set(catalogue(KIT, language))
    path = room.relative_to(ROOT) / "texts" / f"{language}.json"
    assert missing == set(), f"say these in {path}, from the English to the translation"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ROOMS, ids=lambda room: str(room.relative_to(ROOT)))
def test_a_translation_fills_in_the_same_and_nothing_is_left_over(
    room: Path, language: str
) -> None:
    known = catalogue(room, language)
    assert list(known) == sorted(known), "sorted, so that two who add to it seldom meet"
    uneven = [text for text, other in known.items() if text.count("{}") != other.count("{}")]
    assert uneven == []
    if room != KIT:  # which also translates what pydantic and Starlette say
        every = {
            text
            for tree in trees(room)
            for node in ast.walk(tree)
            if isinstance(node, ast.expr)
            for text in texts(node)
        }
        assert set(known) - every == set(), "nothing says that any more"
