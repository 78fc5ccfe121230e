"""Load by wrk, and the CPU time that a process spends on it."""

import re
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks._peers import CLIENTS
from lapa_cli import peers

HEADERS = {
    "Accept": "application/json, text/plain, */*",
    "Accept-Encoding": "gzip, deflate, br, zstd",
    "Accept-Language": "ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7",
    "Cache-Control": "no-cache",
    "Referer": "http://localhost:8080/orders",
    "Sec-Fetch-Dest": "empty",
    "Sec-Fetch-Mode": "cors",
    "Sec-Fetch-Site": "same-origin",
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
    "X-Client-Version": "web-0.1.0",
}

SCRIPT = """
local paths, tokens, body = {paths}, {{}}, {body}
for token in io.lines("{tokens}") do tokens[#tokens + 1] = token end
local requests, number = {{}}, 0
wrk.method = "{method}"
wrk.headers = {{ {headers} }}
if body > 0 then wrk.body = string.rep("x", body); wrk.headers["Content-Type"] = "application/json" end
function init(args)
  local count = math.max(#paths, #tokens)
  for n = 0, count - 1 do
    wrk.headers["Authorization"] = "Bearer " .. tokens[n % #tokens + 1]
    requests[n] = wrk.format(nil, paths[n % #paths + 1])
  end
end
function request()
  number = number + 1
  return requests[number % (#requests + 1)]
end
"""


@dataclass(frozen=True, slots=True)
class Load:
    """Who asks, and for what."""

    paths: list[str]
    tokens: Path
    """A token a line."""
    method: str = "GET"
    body: int = 0

    def write(self, script: Path) -> None:
        told = {
            "paths": "{" + ", ".join(f'"{path}"' for path in self.paths) + "}",
            "tokens": self.tokens,
            "method": self.method,
            "body": self.body,
            "headers": ", ".join(f'["{name}"] = "{value}"' for name, value in HEADERS.items()),
        }
        script.write_text(SCRIPT.format(**told))


@dataclass(frozen=True, slots=True)
class Cost:
    """`cpu_s` is over and above what the process spends while nobody asks."""

    requests: int
    cpu_s: float
    seconds: float

    @property
    def us(self) -> float:
        """CPU time of one request."""
        return 1e6 * self.cpu_s / self.requests


def cpu_s(pid: int) -> float:
    """Of all its threads, by the scheduler's own account."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


def idle_share(pid: int, seconds: float = 2.0) -> float:
    """CPU seconds a second without any load: probes, polls, timers."""
    before, began = cpu_s(pid), time.perf_counter()
    time.sleep(seconds)
    return (cpu_s(pid) - before) / (time.perf_counter() - began)


def cost(
    pid: int, port: int, script: Path, *, connections: int, seconds: int, idle: float = 0.0
) -> Cost:
    """Raises RuntimeError when an answer was not a good one."""
    program = peers.find("wrk")
    if program is None:
        raise RuntimeError("wrk can be had on this machine in no way")
    command = [
        "taskset",
        "-c",
        str(CLIENTS),
        program.path,
        "-t1",
        f"-c{connections}",
        f"-d{seconds}s",
    ]
    command += ["--timeout", "10s", "-s", script, f"http://127.0.0.1:{port}"]
    before, began = cpu_s(pid), time.perf_counter()
    said = subprocess.run(
        command, capture_output=True, text=True, check=True, env=dict(program.environment) or None
    ).stdout
    spent = cpu_s(pid) - before - idle * (time.perf_counter() - began)
    done = re.search(r"(\d+) requests in ([\d.]+)s", said)
    if done is None or "Non-2xx" in said or not int(done[1]):
        raise RuntimeError(f"port {port}: {said}")
    return Cost(int(done[1]), spent, float(done[2]))
