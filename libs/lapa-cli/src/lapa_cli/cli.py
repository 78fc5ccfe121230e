"""All commands of ./lapa."""

import typer

from lapa_cli.city.commands import app as city
from lapa_cli.commands import (
    bench,
    check,
    demo,
    doctor,
    look,
    migration,
    new_service,
    rebuild,
    test,
    up,
)

app = typer.Typer(
    help="Lapa: the whole platform on this machine.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

PASSES_ON = {"allow_extra_args": True, "ignore_unknown_options": True}

app.command()(up.up)
app.command()(up.down)
app.command()(demo.demo)
app.command()(look.status)
app.command()(look.logs)
app.command()(look.restart)
app.command(context_settings=PASSES_ON)(look.psql)
app.command()(look.env)
app.command()(doctor.doctor)
app.command("test", context_settings=PASSES_ON)(test.run_tests)
app.command(context_settings=PASSES_ON)(bench.bench)
app.command()(check.check)
app.command()(migration.migration)
app.command()(rebuild.rebuild)
app.command()(new_service.new_service)
app.command("format")(check.reformat)
app.command()(check.generate)
app.command()(check.lock)
app.add_typer(city, name="city")
