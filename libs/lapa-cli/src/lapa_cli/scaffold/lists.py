"""Every list of services in the house: a newcomer stands after the last one, in the same words."""

import re
from collections.abc import Callable
from pathlib import Path

from lapa_cli.catalogue import Service
from lapa_cli.failures import Failure

Edit = Callable[[str, Service, Service], str]


def enter(root: Path, last: Service, new: Service) -> list[Path]:
    """Put `new` behind `last` wherever that stands; the files that were changed."""
    texts = {root / name: (root / name).read_text() for name in LISTS}
    changed = {
        path: LISTS[str(path.relative_to(root))](text, last, new) for path, text in texts.items()
    }
    for path, text in changed.items():
        if text == texts[path]:
            raise Failure(f"{path} does not name {last.name}; nothing was changed")
    for path, text in changed.items():
        path.write_text(text)
    return list(changed)


def lines(text: str, last: Service, new: Service) -> str:
    """Each line that names the last one, again for the new one."""
    marks = (last.name, last.url_setting, last.url_setting.lower())
    copied: list[str] = []
    for line in text.splitlines(keepends=True):
        copied.append(line)
        if any(mark in line for mark in marks):
            copied.append(renamed(line, last, new))
    return "".join(copied)


def table_rows(text: str, last: Service, new: Service) -> str:
    """As `lines`, with nothing said about the new one yet."""
    copied = lines(text, last, new)
    row = re.compile(rf"^(\|[^|\n]*{re.escape(new.name)}[^|\n]*\|)[^\n]*$", re.MULTILINE)
    return row.sub(r"\1 … |", copied)


def schemas(text: str, last: Service, new: Service) -> str:
    """The arguments of `--prepare`."""
    return re.sub(rf"(--prepare(?: \w+)* {last.schema})\b", rf"\1 {new.schema}", text)


def compose_services(text: str, last: Service, new: Service) -> str:
    """A block of two-space keys under `services:`; the settings above it are lines."""
    block = re.compile(rf"^  {last.name}:\n(?:(?:    .*)?\n)+", re.MULTILINE)
    head, found, rest = _around(block, text)
    return lines(head, last, new) + found + renamed(found, last, new) + rest


def manifests(text: str, last: Service, new: Service) -> str:
    """Whole documents between `---`."""
    parts = text.split("---\n")
    ours = [part for part in parts if f"  name: {last.name}\n" in part]
    if not ours:
        return text
    where = parts.index(ours[-1]) + 1
    if not parts[where - 1].endswith("\n"):
        parts[where - 1] += "\n"
    return "---\n".join(
        [*parts[:where], *(renamed(part, last, new) for part in ours), *parts[where:]]
    )


def renamed(text: str, last: Service, new: Service) -> str:
    pairs = (
        (last.url_setting, new.url_setting),
        (last.url_setting.lower(), new.url_setting.lower()),
        (last.name, new.name),
        (f'"{last.schema}"', f'"{new.schema}"'),
        (str(last.port), str(new.port)),
    )
    for old, now in pairs:
        text = text.replace(old, now)
    return text


def _around(pattern: re.Pattern[str], text: str) -> tuple[str, str, str]:
    found = pattern.search(text)
    return (text[: found.start()], found.group(), text[found.end() :]) if found else (text, "", "")


LISTS: dict[str, Edit] = {
    ".env.example": lines,
    "README.md": table_rows,
    "README.ru.md": table_rows,
    "docker-compose.yml": compose_services,
    "docker/migrate.sh": schemas,
    "docker/prometheus/prometheus.yml": lines,
    "docs/running.md": schemas,
    "infrastructure/k8s/base/secrets.yaml": lines,
    "infrastructure/k8s/base/services.yaml": manifests,
    "libs/lapa-cli/src/lapa_cli/catalogue.py": lines,
    "libs/lapa-contracts/src/lapa_contracts/services.py": lines,
    "libs/lapa-contracts/src/lapa_contracts/settings.py": lines,
    "pyrightconfig.json": lines,
    "services/api-gateway/app/routing.py": lines,
}
