"""What the person at the terminal sees: one console, steps that take long, and failures."""

from collections.abc import Generator
from contextlib import contextmanager
from time import monotonic

from rich.console import Console

console = Console(highlight=False)
errors = Console(stderr=True, highlight=False)


@contextmanager
def step(text: str) -> Generator[None]:
    """A line that stays: what is being done, and in the end how long it took."""
    began = monotonic()
    with console.status(text):
        yield
    console.print(f"[green]✓[/] {text} [dim]{monotonic() - began:.1f} s[/]")
