"""All commands of ./lapa."""

import typer

from lapa_cli.commands import test

app = typer.Typer(
    help="Lapa: the whole platform on this machine.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

PASSES_ON = {"allow_extra_args": True, "ignore_unknown_options": True}

app.command(context_settings=PASSES_ON)(test.test)


@app.callback()
def main() -> None:
    """Lapa: the whole platform on this machine."""
