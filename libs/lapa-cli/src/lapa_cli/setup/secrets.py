"""The `.env` of this checkout, with its secrets."""

from lapa_cli import envfile
from lapa_cli.layout import ROOT
from lapa_cli.ui import console


def ensure() -> None:
    written = envfile.ensure(ROOT / ".env", ROOT / ".env.example")
    if written:
        console.print(f"[green]✓[/] random secrets written to .env: {', '.join(written)}")
