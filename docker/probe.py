"""Is the service of this container ready? 0 when it answers 200 at /health/ready, or at the path given.

A script of its own that imports next to nothing: it runs every few seconds in every container.
"""

import os
import socket
import sys

PATIENCE_S = 4


def main() -> int:
    path = sys.argv[1] if len(sys.argv) > 1 else "/health/ready"
    address = ("127.0.0.1", int(os.environ.get("PORT", "8000")))
    # the gateway answers to these names only
    host = os.environ.get("ALLOWED_HOSTS", "*").split(",")[0].strip().replace("*", "localhost")
    request = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    try:
        with socket.create_connection(address, PATIENCE_S) as connection:
            connection.sendall(request.encode())
            answer = connection.makefile("rb").read()
    except OSError:
        return 1
    is_ready = answer.split(b" ", 2)[1:2] == [b"200"]
    if not is_ready:
        print(answer.rpartition(b"\r\n\r\n")[2].decode(errors="replace"))
    return 0 if is_ready else 1


if __name__ == "__main__":
    sys.exit(main())
