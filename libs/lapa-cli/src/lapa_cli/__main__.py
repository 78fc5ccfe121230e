"""`python -m lapa_cli`, which is what ./lapa runs."""

import sys

from rich.markup import escape

from lapa_cli.cli import app
from lapa_cli.failures import Failure
from lapa_cli.ui import errors


def main() -> None:
    try:
        app(prog_name="./lapa")
    except Failure as failure:
        errors.print(f"[bold red]lapa:[/] {escape(str(failure))}", markup=True, soft_wrap=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
