"""What suites run against: stores that forget everything, and for the journeys a whole platform of their own."""

import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager

from lapa_cli import ports
from lapa_cli.catalogue import GATEWAY
from lapa_cli.environment import Options, addresses, user_settings
from lapa_cli.layout import STATE, Place
from lapa_cli.running import control

PATIENCE = 120.0


@contextmanager
def stores() -> Generator[dict[str, str]]:
    """PostgreSQL and Redis; yields the environment that leads to them."""
    options = Options(durable=False, services=False, test_mode=True)
    with _throw_away("test", options) as place:
        yield {**os.environ, **addresses(place, options, {})}


@contextmanager
def platform() -> Generator[dict[str, str]]:
    """All services in test mode, supervised as by `up`, on ports that are free; yields what the journeys are told."""
    options = Options(port_offset=ports.free_offset(), test_mode=True)
    smtp_port = ports.any_free()
    # the journeys run an SMTP server there, and read what arrives
    os.environ["SMTP_URL"] = f"smtp://127.0.0.1:{smtp_port}"
    with _throw_away("e2e", options) as place:
        settings = user_settings()
        told = {
            "LAPA_E2E_GATEWAY_URL": options.url(GATEWAY),
            "LAPA_STATE_RUN_DIR": str(place.run),
            "LAPA_PIDS": str(place.pids),
            "LAPA_E2E_SMTP_PORT": str(smtp_port),
        }
        yield {**settings, **addresses(place, options, settings), **told}


@contextmanager
def _throw_away(name: str, options: Options) -> Generator[Place]:
    place = Place(STATE / name)
    control.stop(place)
    shutil.rmtree(place.folder, ignore_errors=True)
    supervisor = control.start(place, options, outlives_us=False)
    try:
        if options.services:
            control.wait_until_ready(place, options, supervisor, PATIENCE)
        else:
            control.wait_until_started(place, supervisor, PATIENCE)
        yield place
    finally:
        supervisor.terminate()
        supervisor.wait()
        shutil.rmtree(place.folder / "data", ignore_errors=True)
