"""What children are told: the user's settings, and addresses of our own on top."""

from pathlib import Path

import pytest

from lapa_cli import environment
from lapa_cli.environment import Options, addresses
from lapa_cli.layout import LONGEST_SOCKET_FOLDER, Place

COMPOSE = {
    "POSTGRES_HOST": "postgres",
    "POSTGRES_USER": "lapa_user",
    "REDIS_HOST": "redis",
    "USER_SERVICE_URL": "http://user-service:8000",
}


def test_addresses_meant_for_compose_are_replaced():
    place = Place(Path("/tmp/x"))

    ours = addresses(place, Options(port_offset=100), COMPOSE)

    assert ours["POSTGRES_HOST"] == "/tmp/x/run/sockets"
    assert ours["REDIS_HOST"] == "/tmp/x/run/sockets/redis.sock"
    assert ours["USER_SERVICE_URL"] == "http://127.0.0.1:8101"
    assert ours["PUBLIC_URL"] == "http://localhost:8180"


def test_a_database_of_the_users_own_is_left_alone():
    settings = {**COMPOSE, "LAPA_EXTERNAL_DATABASE": "true", "LAPA_EXTERNAL_REDIS": "true"}

    ours = addresses(Place(Path("/tmp/x")), Options(), settings)

    assert not {name for name in ours if name.startswith(("POSTGRES", "REDIS"))}


def test_only_the_gateway_listens_beyond_this_machine_and_never_in_test_mode(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(environment, "user_settings", lambda: {"HOST": "0.0.0.0"})
    gateway, user = environment.SERVICES[:2]

    assert Options().host(gateway) == "0.0.0.0"
    assert Options().host(user) == "127.0.0.1"
    assert Options(test_mode=True).host(gateway) == "127.0.0.1"


def test_sockets_move_out_of_a_checkout_that_lies_too_deep():
    deep = Place(Path("/home") / ("x" * 100))

    assert len(str(deep.sockets)) <= LONGEST_SOCKET_FOLDER
    assert deep.sockets != Place(Path("/home") / ("y" * 100)).sockets
