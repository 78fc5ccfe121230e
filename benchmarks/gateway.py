"""What a request costs the gateway in CPU time, beside nginx, HAProxy, Caddy and relays in Python on the same core.

The gateway does all its work: token, limits, ids, statistics. So does HAProxy; nginx limits and gives ids; Caddy gives
ids. `./lapa bench gateway -- 5` measures five seconds at a time instead of three.
"""

import json
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from benchmarks import _sockets
from benchmarks._peers import ours, peer, relay, service
from benchmarks._wrk import Cost, Load, cost, idle_share
from lapa_cli.layout import ROOT
from lapa_kit.ids import new_id
from lapa_kit.settings import ServiceSettings
from lapa_kit.tokens import mint_access_token

ROUNDS = 3
SECONDS = 3
CONNECTIONS = 8
COLD_TOKENS = 12_000
"""More than the gateway remembers, in turn: each has to be verified again."""
ANSWER = json.dumps(
    {
        "id": str(new_id()),
        "status": "searching",
        "amount": 125000,
        "currency": "RUB",
        "notes": "x" * 180,
    }
)

console = Console()


class Settings(ServiceSettings):
    service_name = "benchmarks"
    schema_name = "benchmarks"


@dataclass(frozen=True, slots=True)
class Subject:
    name: str
    pid: int
    port: int


def write_tokens(path: Path, count: int) -> Path:
    settings = Settings()
    minted = (
        mint_access_token(settings, user_id=new_id(), session_id=new_id(), roles=["client"])[0]
        for _ in range(count)
    )
    path.write_text("\n".join(minted))
    return path


def compare(
    title: str, load: Load, subjects: Sequence[Subject], folder: Path, seconds: int
) -> dict[str, Cost]:
    """The round of median cost of each, taken in turns, so that a noisy minute hits all of them."""
    script = folder / "load.lua"
    load.write(script)
    rounds: dict[str, list[Cost]] = {subject.name: [] for subject in subjects}
    idle = {subject.name: idle_share(subject.pid) for subject in subjects}
    for number in range(ROUNDS + 1):
        for subject in subjects:
            lasts = seconds if number else 1
            one = cost(
                subject.pid,
                subject.port,
                script,
                connections=CONNECTIONS,
                seconds=lasts,
                idle=idle[subject.name],
            )
            if number:  # the first is to get warm
                rounds[subject.name].append(one)
    return show(title, {name: sorted(costs, key=lambda c: c.us) for name, costs in rounds.items()})


def show(title: str, rounds: dict[str, list[Cost]]) -> dict[str, Cost]:
    middle = {name: costs[len(costs) // 2] for name, costs in rounds.items()}
    ours = next(iter(middle.values()))
    table = Table(title=title)
    for column in ("", "CPU µs a request", "least", "most", "requests/s", "its cost / ours"):
        table.add_column(column, justify="right")
    for name, one in middle.items():
        costs = rounds[name]
        rate = median(c.requests / c.seconds for c in costs)
        table.add_row(
            name,
            f"{one.us:.1f}",
            f"{costs[0].us:.1f}",
            f"{costs[-1].us:.1f}",
            f"{rate:.0f}",
            f"{one.us / ours.us:.2f}",
        )
    console.print(table)
    return middle


def main() -> None:
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "large.bin").write_bytes(bytes(range(32, 96)) * 1024)
        (folder / "openapi.json").write_bytes((ROOT / "docs/reference/openapi.json").read_bytes())
        upstream = stack.enter_context(service(folder, ANSWER))
        fast = Subject("gateway", *stack.enter_context(ours(upstream)))
        slow = Subject(
            "gateway, ASGI lane", *stack.enter_context(ours(upstream, FAST_LANE="false"))
        )
        secret = Settings().jwt_secret_key.get_secret_value()
        others: dict[str, Subject] = {}
        for other in ("nginx", "haproxy", "caddy"):
            found = stack.enter_context(peer(other, folder, upstream, secret))
            if found:
                others[other] = Subject(other, *found)
            else:
                console.print(f"{other} cannot be had here: left out")
        for other in ("aiohttp", "httpx"):
            title = "FastAPI and httpx" if other == "httpx" else f"relay of {other}"
            others[other] = Subject(title, *stack.enter_context(relay(other, upstream)))
        plain = [others[one] for one in ("nginx", "haproxy", "caddy") if one in others]
        warm = write_tokens(folder / "warm", 1)
        paths = [f"/api/v1/orders/{new_id()}" for _ in range(500)]
        everything = [fast, slow, *others.values()]
        compare(
            "GET, ten headers and a token seen before",
            Load(paths, warm),
            everything,
            folder,
            seconds,
        )
        cold = Load(paths, write_tokens(folder / "cold", COLD_TOKENS))
        compare("the same, no token seen before", cold, [fast, *plain], folder, seconds)
        posting = Load(["/api/v1/orders"], warm, "POST", 16 * 1024)
        compare("POST of 16 kB", posting, [fast, *plain], folder, seconds)
        for kind in ("large", "streamed"):
            load = Load([f"/api/v1/orders/{kind}"], warm)
            compare(f"answer of 64 kB, {kind}", load, [fast, *plain], folder, seconds)
        _sockets.main(console, stack)


if __name__ == "__main__":
    main()
