"""The folder of a service that does nothing yet and passes everything a service must pass."""

import shutil
from pathlib import Path
from string import Template

from lapa_cli.catalogue import Service

# The same text in all services: taken from one that exists, so that it is never an old one.
SHARED = (
    "pyproject.toml",
    "app/models/base.py",
    "migrations/env.py",
    "migrations/script.py.mako",
    "tests/test_conformance.py",
)

OWN = {
    "main.py": '''"""$title: in one sentence, what it is for."""

from app.api.v1 import routers
from app.config import settings
from lapa_kit import create_app

app = create_app(settings, routers=routers)
''',
    "app/__init__.py": "",
    "app/config.py": '''"""The settings of the $words, and nothing else's."""

from typing import ClassVar

from lapa_contracts.settings import LapaSettings


class Settings(LapaSettings):
    service_name: ClassVar[str] = "$name"
    schema_name: ClassVar[str] = "$schema"


settings = Settings.from_env()
''',
    "app/api/__init__.py": "",
    "app/api/v1/__init__.py": '''"""The public API of the $words."""

from fastapi import APIRouter

routers: list[APIRouter] = []
''',
    "app/models/__init__.py": '''"""The tables of the $words; importing this package names them all."""

from app.models.base import Base as Base
''',
    "migrations/versions/0001_$schema.py": '''"""The kit's tables; the service's own come after them."""

from lapa_kit.kit_schema import create_kit_tables_v1

revision = "0001"
down_revision = None


def upgrade() -> None:
    create_kit_tables_v1()
''',
    "requirements.in": "# nothing beyond the two libraries\n",
    "README.md": """# $name

What it is for, in one sentence.

## Owns
| fact | where |
|---|---|

Schema `$schema`.

## Promises
The whole list is `find app/api -name '*.py'`, or `/docs` of the running service.

## Listens
To nobody yet; `app/subscribers.py` will be the complete list.

## Run
```bash
python3 -m venv .venv && . .venv/bin/activate
pip install -r requirements.txt
python -m lapa_kit.migrate          # once the database is prepared: see docs/running.md
uvicorn main:app --port 8000
```
It needs PostgreSQL, Redis, and the settings of the root `.env`; its own are in `app/config.py`.
""",
}


def make(root: Path, service: Service, model: Service) -> Path:
    """The new folder; nothing may be there yet."""
    folder = root / "services" / service.name
    for name in SHARED:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / "services" / model.name / name, target)
    words = service.name.replace("-", " ")
    values = {
        "name": service.name,
        "schema": service.schema,
        "words": words,
        "title": words.capitalize(),
    }
    for name, text in OWN.items():
        target = folder / Template(name).substitute(values)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(Template(text).substitute(values))
    return folder
