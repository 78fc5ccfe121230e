"""The platform at a glance: one row per program, for `up` and `status`."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from rich.table import Table

from lapa_cli import memory
from lapa_cli.catalogue import Service, present
from lapa_cli.running import control
from lapa_cli.running.record import ProgramState, Record

READY = "ready"


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    port: int | None
    status: str
    memory: int
    restarts: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Overview:
    rows: list[Row]
    total_memory: int

    @property
    def is_ready(self) -> bool:
        return bool(self.rows) and all(row.status == READY for row in self.rows)


def look(record: Record) -> Overview:
    """Ask every service at once; the sum includes the supervisor and the preloaded parent."""
    services = {service.name: service for service in present()}
    names = ["postgres", "redis", *services]
    if record.phase == "running":
        names = [name for name in names if name in services or name in record.programs]
    with ThreadPoolExecutor(len(names)) as pool:
        rows = list(pool.map(lambda name: _row(name, record, services.get(name)), names))
    return Overview(rows, memory.of_family(record.supervisor))


def table_of(overview: Overview, title: str = "") -> Table:
    table = Table(
        title=title or None, title_justify="left", box=None, header_style="dim", pad_edge=False
    )
    table.add_column("service")
    table.add_column("port", justify="right")
    table.add_column("status")
    table.add_column("memory", justify="right")
    table.add_column("restarts", justify="right")
    for row in overview.rows:
        colour = "green" if row.status == READY else "yellow"
        table.add_row(
            row.name,
            str(row.port or ""),
            f"[{colour}]{row.status}[/]",
            megabytes(row.memory) if row.memory else "",
            str(row.restarts or ""),
        )
    table.add_row("total", "", "", megabytes(overview.total_memory), "", style="bold")
    return table


def megabytes(size: int) -> str:
    return f"{size / 1_000_000:.0f} MB"


def _row(name: str, record: Record, service: Service | None) -> Row:
    state = record.programs.get(name) or ProgramState()
    port = service.port + record.port_offset if service else None
    lifetime = time.time() - state.since if state.pid else 0.0
    size = memory.of_family(state.pid) if state.pid else 0
    return Row(name, port, _status(state, port), size, state.restarts, lifetime)


def _status(state: ProgramState, port: int | None) -> str:
    if state.pid is None:
        return state.last_end or "waiting"
    if port is None:
        return READY
    return control.why_unready(port) or READY
