"""A plain endpoint directly, through the gateway, and through nginx as the same kind of proxy."""

import asyncio
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks._load import Measured, load

CONNECTIONS = 8
SECONDS = 5.0
ROUNDS = 2

NGINX = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  upstream service {{ server {upstream}; keepalive 64; }}
  server {{
    listen 127.0.0.1:{port};
    location /order-service/ {{
      proxy_pass http://service/; proxy_http_version 1.1; proxy_set_header Connection "";
    }}
  }}
}}
"""


@contextmanager
def nginx(upstream: str) -> Iterator[str | None]:
    """The base URL of an nginx in front of the service; None when there is no nginx on this machine."""
    program = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if program is None:
        yield None
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        config = Path(folder) / "nginx.conf"
        config.write_text(NGINX.format(folder=folder, upstream=upstream, port=port))
        process = subprocess.Popen([program, "-c", str(config)], stderr=subprocess.DEVNULL)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait()


async def measure(urls: dict[str, str]) -> dict[str, Measured]:
    """The best of some rounds of each, in turns, so that a noisy minute hits all of them."""
    best: dict[str, Measured] = {}
    for url in urls.values():
        await load(url, connections=CONNECTIONS, seconds=1.0)
    for _ in range(ROUNDS):
        for name, url in urls.items():
            measured = await load(url, connections=CONNECTIONS, seconds=SECONDS)
            if name not in best or measured.rate > best[name].rate:
                best[name] = measured
    return best


def main() -> None:
    gateway = os.environ["LAPA_E2E_GATEWAY_URL"]
    service = os.environ["ORDER_SERVICE_URL"]
    with nginx(service.removeprefix("http://")) as proxy:
        urls = {"direct": f"{service}/health", "gateway": f"{gateway}/order-service/health"}
        if proxy:
            urls["nginx"] = f"{proxy}/order-service/health"
        measured = asyncio.run(measure(urls))
    table = Table(title=f"GET /health, {CONNECTIONS} connections, client on the same machine")
    for column in ("way", "requests/s", "of direct", "p50 ms", "p99 ms"):
        table.add_column(column, justify="right")
    for name, one in measured.items():
        share = one.rate / measured["direct"].rate
        p50, p99 = one.percentile_ms(0.5), one.percentile_ms(0.99)
        table.add_row(name, f"{one.rate:.0f}", f"{share:.2f}", f"{p50:.2f}", f"{p99:.2f}")
    console = Console()
    console.print(table)
    if "nginx" in measured:
        ratio = measured["gateway"].rate / measured["nginx"].rate
        console.print(f"gateway / nginx: {ratio:.2f} (the gateway also counts, limits and logs)")
    else:
        console.print("nginx is not installed here: apt-get install nginx-light to compare")


if __name__ == "__main__":
    main()
