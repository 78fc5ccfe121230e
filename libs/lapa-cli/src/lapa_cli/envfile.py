"""The `.env` at the root: read it, and write its secrets on first use. Addresses in it are never touched."""

import os
import re
import secrets
from collections.abc import Mapping
from pathlib import Path

LINE = re.compile(r"^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)$")

# Each gets a random value of its own; the addresses beside them stay as the example has them.
SECRETS = (
    "POSTGRES_PASSWORD",
    "JWT_SECRET_KEY",
    "SERVICE_JWT_SECRET",
    "SEAL_KEY",
    "ADMIN_PASSWORD",
)
# What an older or hand-written file may lack without meaning anything by it.
NEEDED = (*SECRETS[1:], "ADMIN_EMAIL")


def parse(text: str) -> dict[str, str]:
    """The assignments of a .env file; quotes around a value are dropped, as compose and pydantic-settings do."""
    values: dict[str, str] = {}
    for line in text.splitlines():
        if found := LINE.match(line):
            name, value = found[1], found[2].strip()
            if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1]
            else:
                value = re.split(r"\s+#", value, maxsplit=1)[0]
            values[name] = value
    return values


def with_secrets(example: str) -> str:
    """The example's text with a random value in place of each secret."""
    lines: list[str] = []
    for line in example.splitlines():
        found = LINE.match(line)
        lines.append(f"{found[1]}={new_secret()}" if found and found[1] in SECRETS else line)
    return "\n".join(lines) + "\n"


def missing_lines(text: str, example: str) -> list[str]:
    """The needed assignments that an existing file does not have, secrets already random."""
    have = parse(text)
    wanted = parse(with_secrets(example))
    return [f"{name}={wanted[name]}" for name in NEEDED if name not in have and name in wanted]


def ensure(path: Path, example: Path) -> list[str]:
    """Create `path` from `example`, or add the secrets it lacks; the names that were written."""
    pattern = example.read_text()
    if not path.exists():
        _write(path, with_secrets(pattern))
        return [name for name in parse(pattern) if name in SECRETS]
    text = path.read_text()
    added = missing_lines(text, pattern)
    if added:
        _write(path, "\n".join([text.rstrip("\n"), "", "# Added by ./lapa", *added, ""]))
    return [line.partition("=")[0] for line in added]


def read(path: Path) -> Mapping[str, str]:
    return parse(path.read_text()) if path.exists() else {}


def new_secret() -> str:
    return secrets.token_urlsafe(32)


def _write(path: Path, text: str) -> None:
    new = path.with_name(f"{path.name}.new")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    new.replace(path)
