"""The preloaded parent: imports once what all services import, then forks one process per request.

Ten services started apart take three times the memory of ten forked from here. A request is one line of JSON on the
socket whose descriptor is the only argument; the answer is the new process's id. The new process is forked twice, so
that it becomes the supervisor's child and lives on when this one ends.
"""

import gc
import importlib
import json
import os
import pkgutil
import signal
import socket
import sys
import time
import traceback
from collections.abc import Iterator
from typing import Any

from lapa_cli.running.children import die_with, open_log

# What several services import; a module that only one needs is its own to load.
PRELOADED = (
    "alembic.command",
    "alembic.ddl.postgresql",
    "anyio._backends._asyncio",
    "asyncpg",
    "certifi",
    "cryptography.fernet",
    "cryptography.hazmat.primitives.ciphers.aead",
    "email_validator",
    "fastapi",
    "fastapi.openapi.utils",
    "geoalchemy2",
    "httpcore",
    "httptools",
    "httpx",
    "jwt",
    "multipart",
    "orjson",
    "polyline",
    "prometheus_client",
    "pydantic.functional_serializers",
    "pydantic_settings",
    "redis.asyncio",
    "shapely",
    "sqlalchemy.dialects.postgresql.asyncpg",
    "sqlalchemy.ext.asyncio",
    "starlette.middleware.cors",
    "structlog",
    "uuid_utils",
    "uvicorn.lifespan.on",
    "uvicorn.protocols.http.httptools_impl",
    "uvicorn.protocols.websockets.websockets_sansio_impl",
    "uvloop",
    "websockets",
)
OUR_LIBRARIES = ("lapa_kit", "lapa_contracts")
NOT_FOR_SERVING = "lapa_kit.testing"


def preload() -> None:
    """Import, and leave the heap as dense as it can be: a hole would be filled by each child, on a page of its own."""
    gc.disable()
    for name in (*PRELOADED, *_our_modules()):
        try:
            importlib.import_module(name)
        except Exception as error:
            # The services that need it will say so better, each in its own log.
            print(f"not preloaded: {name}: {error!r}", flush=True)
    if "uuid_utils" in sys.modules:
        os.register_at_fork(after_in_child=sys.modules["uuid_utils"].reseed_rng)
    gc.freeze()


def _our_modules() -> Iterator[str]:
    for library in OUR_LIBRARIES:
        yield library
        for module in pkgutil.walk_packages(
            importlib.import_module(library).__path__, f"{library}."
        ):
            if not module.name.startswith(NOT_FOR_SERVING):
                yield module.name


def fork(request: dict[str, Any], supervisor: int, connection: socket.socket) -> int:
    """The id of a new process that runs `request["call"]` ("module:function")."""
    receiving, sending = os.pipe()
    if not (between := os.fork()):
        if process := os.fork():
            os.write(sending, str(process).encode())
            os._exit(0)
        connection.close()
        os.close(receiving)
        os.close(sending)
        become(request, supervisor)
    os.close(sending)
    os.waitpid(between, 0)
    with os.fdopen(receiving) as answer:
        return int(answer.read())


def become(request: dict[str, Any], supervisor: int) -> None:
    """Turn this fork into the process that was asked for; does not return."""
    code = 1
    try:
        gc.enable()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        os.setsid()
        while os.getppid() != supervisor:
            if os.getppid() == 1:
                os._exit(1)
            time.sleep(0.001)
        die_with(supervisor)
        with open_log(request["log"]) as log:
            os.dup2(log.fileno(), 1)
            os.dup2(log.fileno(), 2)
        os.environ.clear()
        os.environ.update(request["environment"])
        os.chdir(request["cwd"])
        sys.path.insert(0, request["cwd"])
        sys.argv = [request["call"], *request["arguments"]]
        module, _, function = request["call"].partition(":")
        getattr(importlib.import_module(module), function)()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(bool(end.code))
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def main() -> None:
    connection = socket.socket(fileno=int(sys.argv[1]))
    supervisor = os.getppid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    preload()
    connection.sendall(b"0\n")
    for line in connection.makefile():
        pid = fork(json.loads(line), supervisor, connection)
        connection.sendall(f"{pid}\n".encode())


if __name__ == "__main__":
    main()
