"""All generated files of the checkout and what each should hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lapa_cli.catalogue import GATEWAY, present
from lapa_cli.generate import events, openapi, problems, requirements, typescript
from lapa_cli.generate.describe import describe_all


@dataclass(frozen=True, slots=True)
class Generated:
    path: Path
    text: str

    @property
    def is_current(self) -> bool:
        return self.path.exists() and self.path.read_text() == self.text


def list_generated() -> Iterator[Generated]:
    """Made in memory and without a database; the web app's types need its npm packages."""
    for service in present():
        yield Generated(service.folder / "requirements.txt", requirements.text_for(service))
    descriptions = describe_all()
    yield Generated(events.TABLES, events.tables(descriptions))
    yield Generated(events.DOCUMENT, events.document())
    yield Generated(problems.TABLE, problems.table(descriptions))
    if GATEWAY.name in descriptions:
        document = openapi.document(descriptions)
        yield Generated(openapi.DOCUMENT, document)
        if typescript.SCRIPT.exists():
            yield Generated(typescript.TYPES, typescript.types(document))


def write_all() -> Iterator[Path]:
    """The files that were not current and now are, one by one: what fails later leaves these good."""
    for generated in list_generated():
        if not generated.is_current:
            generated.path.parent.mkdir(parents=True, exist_ok=True)
            generated.path.write_text(generated.text)
            yield generated.path
