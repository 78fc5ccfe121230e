"""`./lapa doctor`."""

import typer

from lapa_cli.diagnosis import examine
from lapa_cli.ui import console


def doctor() -> None:
    """What is there, what is missing, and how to mend it."""
    is_well = True
    for finding in examine():
        mark = "[red]✗[/]" if finding.mend else "[green]✓[/]"
        console.print(f"{mark} [bold]{finding.subject}[/]: {finding.what}", soft_wrap=True)
        if finding.mend:
            console.print(f"  → {finding.mend}", soft_wrap=True)
            is_well = is_well and not finding.is_vital
    raise typer.Exit(0 if is_well else 1)
