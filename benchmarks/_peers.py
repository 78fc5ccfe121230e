"""What a gateway is compared with, each as its makers would have it: one process, connections kept, nothing logged."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

from lapa_cli import peers
from lapa_cli.layout import ROOT

SERVERS, CLIENTS = 0, 1
"""The cores: what is measured on the one, who asks and who answers on the other."""

WIDE = {
    "LOG_LEVEL": "WARNING",
    "RATE_LIMIT_USER_PER_MINUTE": "1000000000",
    "RATE_LIMIT_ADDRESS_PER_MINUTE": "1000000000",
}

_WORKER = "user root; " if os.geteuid() == 0 else ""

SERVICE = (
    _WORKER
    + """daemon off; master_process off; pid {folder}/service.pid; error_log {folder}/service.log;
events {{ worker_connections 4096; }}
http {{
  access_log off; keepalive_requests 1000000000; keepalive_timeout 600s; default_type application/json;
  client_body_temp_path {folder}/body; client_body_buffer_size 256k; client_max_body_size 10m;
  proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{
    listen 127.0.0.1:{port} backlog=4096; root {folder};
    location /api/ {{ return 200 '{answer}'; }}
    location = /api/v1/orders/large {{ try_files /large.bin =404; }}
    location = /api/v1/orders/streamed {{ ssi on; ssi_types *; try_files /large.bin =404; }}
    location = /health {{ return 200 '{{"status":"ok"}}'; }}
    location = /openapi.json {{ try_files /openapi.json =404; }}
  }}
}}
"""
)
NGINX = (
    _WORKER
    + """daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/nginx.log;
events {{ worker_connections 4096; }}
http {{
  access_log off; keepalive_requests 1000000000; keepalive_timeout 600s; tcp_nodelay on;
  client_body_temp_path {folder}/nbody; client_body_buffer_size 256k; client_max_body_size 10m;
  proxy_temp_path {folder}/np; fastcgi_temp_path {folder}/nf; uwsgi_temp_path {folder}/nu; scgi_temp_path {folder}/ns;
  proxy_buffers 16 16k; proxy_buffer_size 16k;
  limit_req_zone $binary_remote_addr zone=all:10m rate=1000000r/s;
  upstream service {{ server {upstream}; keepalive 256; keepalive_requests 1000000000; }}
  server {{
    listen 127.0.0.1:{port} backlog=4096;
    location / {{
      limit_req zone=all burst=100000 nodelay;
      proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_set_header Host $host; proxy_set_header X-Request-Id $request_id; proxy_set_header X-User-Id "";
      proxy_set_header X-Forwarded-For $remote_addr; add_header X-Request-Id $request_id;
    }}
  }}
}}
"""
)
HAPROXY = """
global
  nbthread 1
  maxconn 4096
defaults
  mode http
  timeout connect 2s
  timeout client 600s
  timeout server 30s
  http-reuse always
frontend all
  bind 127.0.0.1:{port}
  stick-table type string len 64 size 100k expire 60s store http_req_rate(60s)
  http-request set-var(txn.bearer) http_auth_bearer
  http-request set-var(txn.alg) var(txn.bearer),jwt_header_query('$.alg')
  http-request deny deny_status 401 unless {{ var(txn.alg) -m str HS256 }}
  http-request deny deny_status 401 unless {{ var(txn.bearer),jwt_verify(txn.alg,"{secret}") -m int 1 }}
  http-request set-var(txn.exp) var(txn.bearer),jwt_payload_query('$.exp','int')
  http-request set-var(txn.now) date()
  http-request deny deny_status 401 if {{ var(txn.exp),sub(txn.now) -m int lt 0 }}
  http-request set-var(txn.sub) var(txn.bearer),jwt_payload_query('$.sub')
  http-request track-sc0 var(txn.sub)
  http-request deny deny_status 429 if {{ sc_http_req_rate(0) gt 100000000 }}
  http-request del-header X-User-Id
  http-request set-header X-Forwarded-For %[src]
  http-request set-header X-Request-Id %[uuid()]
  default_backend service
backend service
  server one {upstream} pool-max-conn 1000
"""
CADDY = """{{
  admin off
  auto_https off
  log {{
    level ERROR
  }}
}}
http://127.0.0.1:{port} {{
  reverse_proxy {upstream} {{
    header_up X-Request-Id {{http.request.uuid}}
    header_up -X-User-Id
    transport http {{
      keepalive_idle_conns_per_host 512
    }}
  }}
}}
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def process(
    command: list[str | Path],
    port: int,
    *,
    core: int,
    environment: Mapping[str, str],
    **options: Path,
) -> Generator[int]:
    """The id of a process that answers on the port, bound to one core."""
    child = subprocess.Popen(
        ["taskset", "-c", str(core % (os.cpu_count() or 1)), *command],
        env=dict(environment),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **options,  # pyright: ignore[reportArgumentType]
    )
    try:
        _wait_for(port, child)
        yield child.pid
    finally:
        child.terminate()
        child.wait()


def _wait_for(port: int, child: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + 300
    while time.monotonic() < ends and child.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"{child.args!r} does not answer on port {port}")


@contextmanager
def service(folder: Path, answer: str) -> Generator[str]:
    """An nginx in the place of order-service; the address of it."""
    program, port = peers.find("nginx"), free_port()
    if program is None:
        raise RuntimeError("nginx, which plays the service, can be had on this machine in no way")
    config = folder / "service.conf"
    config.write_text(SERVICE.format(folder=folder, port=port, answer=answer))
    command: list[str | Path] = [program.path, "-c", config]
    environment = {**os.environ, **program.environment}
    with process(command, port, core=CLIENTS, environment=environment):
        yield f"127.0.0.1:{port}"


@contextmanager
def ours(upstream: str, **settings: str) -> Generator[tuple[int, int]]:
    """The gateway as `./lapa up` runs it, with limits that are counted and never met."""
    port = free_port()
    told = {**os.environ, **WIDE, "ORDER_SERVICE_URL": f"http://{upstream}", **settings}
    serve = "from lapa_cli.running.serve import main; main()"
    command: list[str | Path] = [sys.executable, "-c", serve, "127.0.0.1", str(port)]
    folder = ROOT / "services" / "api-gateway"
    with process(command, port, core=SERVERS, environment=told, cwd=folder) as pid:
        yield pid, port


@contextmanager
def peer(name: str, folder: Path, upstream: str, secret: str) -> Generator[tuple[int, int] | None]:
    """Process id and port; None when the program cannot be had."""
    program, port = peers.find(name), free_port()
    if program is None:
        yield None
        return
    config = folder / f"{name}.conf"
    template = {"nginx": NGINX, "haproxy": HAPROXY, "caddy": CADDY}[name]
    config.write_text(template.format(folder=folder, port=port, upstream=upstream, secret=secret))
    commands: dict[str, list[str | Path]] = {
        "nginx": [program.path, "-c", config],
        "haproxy": [program.path, "-db", "-f", config],
        "caddy": [program.path, "run", "--adapter", "caddyfile", "--config", config],
    }
    environment = {**os.environ, **program.environment, "GOMAXPROCS": "1", "HOME": str(folder)}
    with process(commands[name], port, core=SERVERS, environment=environment) as pid:
        yield pid, port


@contextmanager
def relay(name: str, upstream: str) -> Generator[tuple[int, int]]:
    """One of the relays of `_relays.py`."""
    port = free_port()
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "benchmarks._relays",
        name,
        str(port),
        upstream,
    ]
    with process(command, port, core=SERVERS, environment=os.environ) as pid:
        yield pid, port
