"""What suites run against: stores that forget everything, and for the journeys a whole platform of their own.

Both are always our own, also where `up` uses a database of the user's: tests empty what they touch.
"""

import os
import shutil
import socket
from collections.abc import Generator, Mapping
from contextlib import contextmanager

from lapa_cli import ports
from lapa_cli.catalogue import GATEWAY
from lapa_cli.environment import Options, addresses, store_addresses, user_settings
from lapa_cli.layout import STATE, Place
from lapa_cli.running import control

PATIENCE = 120.0
OURS = {"LAPA_EXTERNAL_DATABASE": "false", "LAPA_EXTERNAL_REDIS": "false"}


@contextmanager
def stores() -> Generator[dict[str, str]]:
    """PostgreSQL and Redis; yields the environment that leads to them."""
    options = Options(durable=False, services=False, test_mode=True)
    place = Place(STATE / "test")
    with _throw_away(place, options, OURS):
        yield {**os.environ, **store_addresses(place, {})}


@contextmanager
def platform(name: str, *, test_mode: bool) -> Generator[dict[str, str]]:
    """All services, supervised as by `up`, on ports that are free; yields what is told to those who use it.

    E-mail goes to LAPA_E2E_SMTP_PORT, where the tests put a server of their own. The pid file of every process, for
    those who kill, lies in LAPA_PIDS, what every process logs in LAPA_LOGS.
    """
    options = Options(port_offset=ports.free_offset(), test_mode=test_mode)
    place = Place(STATE / name)
    smtp_port = _free_port()
    settings = {**user_settings(), **OURS, "SMTP_URL": f"smtp://127.0.0.1:{smtp_port}"}
    with _throw_away(place, options, settings):
        yield {
            **settings,
            **addresses(place, options, settings),
            "LAPA_E2E_GATEWAY_URL": options.url(GATEWAY),
            "LAPA_E2E_SMTP_PORT": str(smtp_port),
            "LAPA_STATE_RUN_DIR": str(place.run),
            "LAPA_PIDS": str(place.pids),
            "LAPA_LOGS": str(place.folder / "logs"),
        }


@contextmanager
def _throw_away(place: Place, options: Options, settings: Mapping[str, str]) -> Generator[None]:
    control.stop(place)
    shutil.rmtree(place.folder, ignore_errors=True)
    supervisor = control.start(place, options, outlives_us=False, environment=settings)
    try:
        if options.services:
            control.wait_until_ready(place, options, supervisor, PATIENCE)
        else:
            control.wait_until_started(place, supervisor, PATIENCE)
        yield
    finally:
        supervisor.terminate()
        supervisor.wait()
        shutil.rmtree(place.folder / "data", ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
