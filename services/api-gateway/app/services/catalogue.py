"""What each service offers, by its own OpenAPI document: which operation a path is, and who may call it."""

from dataclasses import dataclass, field
from typing import Any

Document = dict[str, Any]

METHODS = ("get", "put", "post", "delete", "patch", "head", "options")


@dataclass(frozen=True, slots=True)
class Operation:
    template: str
    is_public: bool
    """No security is declared: the gateway lets anybody through to it."""
    takes_files: bool


@dataclass(slots=True)
class _Node:
    literals: dict[str, "_Node"] = field(default_factory=dict[str, "_Node"])
    parameter: "_Node | None" = None
    operations: dict[str, Operation] = field(default_factory=dict[str, Operation])

    def child(self, segment: str) -> "_Node":
        if segment.startswith("{"):
            self.parameter = self.parameter or _Node()
            return self.parameter
        return self.literals.setdefault(segment, _Node())

    def find(self, segments: list[str], at: int, method: str) -> Operation | None:
        """Literals before parameters, as routers match them."""
        if at == len(segments):
            return self.operations.get(method)
        literal = self.literals.get(segments[at])
        if literal and (found := literal.find(segments, at + 1, method)):
            return found
        return self.parameter.find(segments, at + 1, method) if self.parameter else None


class Catalogue:
    """The documents of the services that were ever reached; `version` grows with each change."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.version = 0
        self._roots: dict[str, _Node] = {}

    def learn(self, service: str, document: Document) -> None:
        if self.documents.get(service) == document:
            return
        self.documents[service] = document
        self._roots[service] = _tree(document)
        self.version += 1

    def find(self, service: str, method: str, path: str) -> Operation | None:
        """None while the service's document is unknown, and for what it does not offer."""
        root = self._roots.get(service)
        if root is None:
            return None
        return root.find(path.strip("/").split("/"), 0, "GET" if method == "HEAD" else method)


def _tree(document: Document) -> _Node:
    root = _Node()
    everywhere = bool(document.get("security"))
    for template, item in document.get("paths", {}).items():
        node = root
        for segment in template.strip("/").split("/"):
            node = node.child(segment)
        for method in METHODS:
            if described := item.get(method):
                secured = bool(described["security"]) if "security" in described else everywhere
                node.operations[method.upper()] = Operation(
                    template=template, is_public=not secured, takes_files=_takes_files(described)
                )
    return root


def _takes_files(operation: Document) -> bool:
    content: dict[str, Any] = operation.get("requestBody", {}).get("content", {})
    return any(
        not media.endswith("json") and media != "application/x-www-form-urlencoded"
        for media in content
    )
