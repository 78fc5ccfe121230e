"""The catalogue of events, for readers and for machines, from lapa_contracts and from who listens."""

import json
from collections import defaultdict
from collections.abc import Mapping

from lapa_cli.generate.describe import Description
from lapa_cli.layout import ROOT

TABLES = ROOT / "docs" / "reference" / "events.md"
DOCUMENT = ROOT / "docs" / "reference" / "asyncapi.json"

HEAD = """# Events

Made by `./lapa generate` from `libs/lapa-contracts` and the services' subscribers.

"""


def tables(descriptions: Mapping[str, Description]) -> str:
    from lapa_contracts.catalogue import events_markdown

    listeners: dict[str, list[str]] = defaultdict(list)
    for name, description in descriptions.items():
        for event in description.listens:
            listeners[event].append(name)
    return HEAD + events_markdown(listeners).rstrip() + "\n"


def document() -> str:
    from lapa_contracts.catalogue import asyncapi

    return json.dumps(asyncapi(), indent=1, ensure_ascii=False) + "\n"
