"""Where things are: the checkout, the state folder, and the place of one running platform within it."""

import os
import zlib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
STATE = Path(os.environ.get("LAPA_STATE") or ROOT / ".lapa").absolute()

# sockaddr_un holds 107 bytes; Postgres adds ".s.PGSQL.5432".
LONGEST_SOCKET_FOLDER = 90


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of one platform: its data, its logs and what is true only while it runs."""

    folder: Path

    @property
    def run(self) -> Path:
        return self.folder / "run"

    @property
    def pids(self) -> Path:
        return self.run / "pids"

    @property
    def record(self) -> Path:
        return self.run / "platform.json"

    @property
    def sockets(self) -> Path:
        """Postgres' and Redis' sockets; outside a checkout that lies too deep for a socket's address."""
        folder = self.run / "sockets"
        if len(os.fsencode(folder)) <= LONGEST_SOCKET_FOLDER:
            return folder
        return Path(f"/tmp/lapa-{os.getuid()}-{zlib.crc32(os.fsencode(folder)):08x}")

    @property
    def redis_socket(self) -> Path:
        return self.sockets / "redis.sock"

    @property
    def postgres_data(self) -> Path:
        return self.folder / "data" / "postgres"

    @property
    def redis_data(self) -> Path:
        return self.folder / "data" / "redis"

    @property
    def media(self) -> Path:
        return self.folder / "data" / "media"

    def log(self, name: str) -> Path:
        return self.folder / "logs" / f"{name}.log"


HOME = Place(STATE)
