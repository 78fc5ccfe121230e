"""`./lapa demo`: the platform with a city living on it."""

import asyncio
from contextlib import suppress
from typing import Annotated

import typer

from lapa_cli.catalogue import GATEWAY
from lapa_cli.commands.up import Port, open_platform
from lapa_cli.environment import Options, chosen_offset, user_settings
from lapa_cli.layout import HOME
from lapa_cli.running import record


def demo(
    owners: Annotated[int, typer.Option(min=1, help="simulated owners")] = 24,
    walkers: Annotated[int, typer.Option(min=1, help="simulated walkers")] = 12,
    speed: Annotated[
        float, typer.Option(min=0.1, help="how much faster they walk than people")
    ] = 1.0,
    port: Port = None,
) -> None:
    """Start the platform, or take the one that runs, and let owners and walkers live on it."""
    if running := record.read(HOME):
        return _play(Options(running.port_offset), owners, walkers, speed)
    options = Options(chosen_offset(port))
    with open_platform(options):
        _play(options, owners, walkers, speed)


def _play(options: Options, owners: int, walkers: int, speed: float) -> None:
    from lapa_cli.city.demo import run_demo

    settings = user_settings()
    email, password = settings["ADMIN_EMAIL"], settings["ADMIN_PASSWORD"]
    city = run_demo(
        options.url(GATEWAY), email, password, owners=owners, walkers=walkers, speed=speed
    )
    with suppress(KeyboardInterrupt):
        asyncio.run(city)
