"""`./lapa city`: other cities for the map and the demo."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from lapa_cli.failures import Failure
from lapa_cli.layout import ROOT

app = typer.Typer(name="city", help="Map data for the basemap and the living city.")

CITIES = ROOT / "city"


@app.callback()
def city() -> None:
    """Keeps `import` a named command although it is the only one so far."""


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="An .osm.pbf extract.")],
    name: Annotated[str, typer.Option(help="The city's name; its folder is city/<name>.")],
    timezone: Annotated[str, typer.Option(help="IANA time zone.")] = "UTC",
    currency: Annotated[str, typer.Option(help="ISO 4217 code of its market.")] = "EUR",
    locale: Annotated[str, typer.Option(help="Locale of its people.")] = "en",
    source: Annotated[str, typer.Option(help="Where the extract comes from.")] = "",
    bbox: Annotated[
        str, typer.Option(help="west,south,east,north: only this part of the extract.")
    ] = "",
    target: Annotated[Path | None, typer.Option(help="Another folder to write to.")] = None,
) -> None:
    """Make a city folder (walking graph, basemap, city.json) from an OpenStreetMap extract."""
    try:
        from lapa_cli.city.osm.frame import Frame
        from lapa_cli.city.osm.save import Terms, import_city
    except ModuleNotFoundError as missing:
        raise Failure(
            f"{missing.name} is missing: install requirements/city.in to import a city."
        ) from None

    folder = target or CITIES / name.lower().replace(" ", "-")
    terms = Terms(name, timezone, currency, locale, source or file.name)
    made = import_city(file, folder, terms, Frame.parse(bbox) if bbox else None)
    Console().print(
        f"[bold]{made.name}[/]: {made.counts['walking_km']} km of ways to walk, "
        f"{made.counts.get('building', 0)} buildings → {folder}"
    )
