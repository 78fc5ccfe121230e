"""What the city tells the terminal: one line for each thing that happened or failed."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from pydantic import ValidationError
from rich.console import Console
from rich.markup import escape

from lapa_cli.city.connection import Refused, Unreachable
from lapa_cli.city.people import Person


@dataclass
class Journal:
    console: Console

    def tell(self, person: Person, text: str) -> None:
        self._line(person, escape(text))

    def trouble(self, person: Person, doing: str, error: Exception) -> None:
        self._line(person, f"[yellow]{escape(doing)}: {escape(_in_short(error))}[/]")

    @contextmanager
    def forgiving(self, person: Person, doing: str) -> Generator[None]:
        """A failure inside is told in one line and forgotten: the city must not stop for it."""
        try:
            yield
        except Exception as error:
            self.trouble(person, doing, error)

    def _line(self, person: Person, text: str) -> None:
        clock = datetime.now().astimezone().strftime("%H:%M:%S")
        name = escape(person.first_name.ljust(9))
        self.console.print(f"[dim]{clock}[/] [cyan]{name}[/] {text}", soft_wrap=True)


def _in_short(error: Exception) -> str:
    if isinstance(error, Refused | Unreachable):
        return str(error)
    if isinstance(error, ValidationError):
        missing = ", ".join(".".join(map(str, e["loc"])) for e in error.errors())
        return f"unexpected answer: {error.title} without a valid {missing}"
    return f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else 'no details'}"
