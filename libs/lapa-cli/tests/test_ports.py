"""A port that somebody has is named before anything is started."""

import socket

import pytest

from lapa_cli import ports
from lapa_cli.catalogue import GATEWAY
from lapa_cli.environment import Options, chosen_offset
from lapa_cli.failures import Failure


@pytest.fixture
def listener():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener


def test_a_taken_port_is_named_with_its_service_and_the_mend(
    listener: socket.socket, monkeypatch: pytest.MonkeyPatch
):
    port = listener.getsockname()[1]
    monkeypatch.setattr(ports, "present", lambda: [GATEWAY])

    with pytest.raises(Failure, match=rf"{port} \(api-gateway\).*--port"):
        ports.require_free(Options(port_offset=port - GATEWAY.port, test_mode=True))


def test_the_gateways_port_moves_all_the_others(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LAPA_PORT_OFFSET", "5")

    assert chosen_offset(9080) == 1000
    assert chosen_offset(None) == 5


def test_an_offset_that_is_no_number_is_refused_by_name(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LAPA_PORT_OFFSET", "many")

    with pytest.raises(Failure, match="LAPA_PORT_OFFSET must be a whole number, not 'many'"):
        chosen_offset(None)
