"""What people are asked to agree to: documents as data, each with its version and its texts."""

import json
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class Document:
    """`title` and `text`: locale → words. What is `required` is taken back only by leaving."""

    purpose: str
    version: str
    required: bool
    title: dict[str, str]
    text: dict[str, str]


def _load() -> dict[str, Document]:
    found = json.loads(resources.files(__name__).joinpath("documents.json").read_text())
    documents = [Document(**document) for document in found]
    return {document.purpose: document for document in documents}


DOCUMENTS = _load()
TERMS = "terms"
