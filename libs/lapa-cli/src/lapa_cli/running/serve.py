"""One service's process: `uvicorn main:app` as the platform runs it, in the service's folder."""

import sys

import uvicorn


def main() -> None:
    host, port = sys.argv[1:]
    uvicorn.run(
        "main:app",
        host=host,
        port=int(port),
        loop="uvloop",
        http="httptools",
        ws="websockets-sansio",
        lifespan="on",
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=5,
    )
