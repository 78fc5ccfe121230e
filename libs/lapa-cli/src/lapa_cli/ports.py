"""Which ports a platform needs and whether they are free."""

import socket

from lapa_cli.catalogue import Service, present
from lapa_cli.environment import Options
from lapa_cli.failures import Failure

# Below the range that the kernel hands out for outgoing connections, which could take one at any moment.
OFFSETS = range(10_000, 20_000, 100)


def is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        # As servers do: a port whose last connections are still winding down is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def taken(options: Options) -> dict[int, Service]:
    """The ports of this platform that somebody else has."""
    wanted = {options.port(service): service for service in present()}
    return {
        port: service
        for port, service in wanted.items()
        if not is_free(options.host(service), port)
    }


def require_free(options: Options) -> None:
    if missing := taken(options):
        names = ", ".join(f"{port} ({service.name})" for port, service in missing.items())
        raise Failure(
            f"Another program listens on port {names}. Stop it, or move the whole platform: "
            "`./lapa up --port 9080`, or LAPA_PORT_OFFSET=1000 in .env."
        )


def any_free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def free_offset() -> int:
    """For a platform that nobody needs to find by its port."""
    for offset in OFFSETS:
        if not taken(Options(port_offset=offset, test_mode=True)):
            return offset
    raise Failure("No ten free ports between 18000 and 28080")
