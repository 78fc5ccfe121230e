"""What the person at the terminal sees: one console, steps that take long, and failures."""

from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from threading import Lock
from time import monotonic

from rich.console import Console

console = Console(highlight=False)
errors = Console(stderr=True, highlight=False)


_spinner = Lock()


@contextmanager
def step(text: str) -> Generator[None]:
    """A line that stays: what is being done, and in the end how long it took. Of several at once, one is seen turning."""
    began = monotonic()
    with ExitStack() as stack:
        if _spinner.acquire(blocking=False):
            stack.callback(_spinner.release)
            stack.enter_context(console.status(text))
        yield
    console.print(f"[green]✓[/] {text} [dim]{monotonic() - began:.1f} s[/]")
