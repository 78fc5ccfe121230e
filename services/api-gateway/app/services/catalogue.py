"""What each service offers, by its own OpenAPI document: which operation a path is, and who may call it."""

from dataclasses import dataclass, field
from typing import Any, Literal

from app.relay.headers import Headers
from lapa_kit.deprecation import deprecation_headers

Document = dict[str, Any]

Kind = Literal["plain", "upload", "report"]
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
METHODS = ("get", "put", "post", "delete", "patch", "head", "options")


@dataclass(frozen=True, slots=True)
class Operation:
    template: str
    is_public: bool
    """No security is declared: the gateway lets anybody through to it."""
    kind: Kind
    """Takes files, makes something other than JSON, or neither."""
    takes: frozenset[str]
    """Types of the body; empty when the document does not say, as where providers call us."""
    notices: Headers
    """Of its answers: that it is deprecated."""

    def is_taken(self, content_type: str) -> bool:
        """Of a header's value; none at all is the service's to judge."""
        media = content_type.partition(";")[0].strip().lower()
        if not self.takes or not media or media in self.takes or "*/*" in self.takes:
            return True
        return media.endswith("+json") and JSON in self.takes


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

    def find(self, segments: list[str], method: str) -> Operation | None:
        """Literals before parameters, as routers match them."""
        node = self
        for at, segment in enumerate(segments):
            literal = node.literals.get(segment)
            if literal is not None and node.parameter is not None:
                return node.find_either(segments, at, method)
            child = literal or node.parameter
            if child is None:
                return None
            node = child
        return node.operations.get(method)

    def find_either(self, segments: list[str], at: int, method: str) -> Operation | None:
        """The same where both may lead on: the parameter when the literal does not."""
        if at == len(segments):
            return self.operations.get(method)
        literal = self.literals.get(segments[at])
        if literal and (found := literal.find_either(segments, at + 1, method)):
            return found
        return self.parameter.find_either(segments, at + 1, method) if self.parameter else None


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
        return root.find(path.strip("/").split("/"), "GET" if method == "HEAD" else method)


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
                takes = frozenset[str](described.get("requestBody", {}).get("content", {}))
                node.operations[method.upper()] = Operation(
                    template=template,
                    is_public=not secured,
                    kind=_kind(takes, described),
                    takes=takes,
                    notices=deprecation_headers(described),
                )
    return root


def _kind(takes: frozenset[str], operation: Document) -> Kind:
    if any(not media.endswith("json") and media != FORM for media in takes):
        return "upload"
    answers: dict[str, Document] = operation.get("responses", {})
    good = [answer for status, answer in answers.items() if status.startswith("2")]
    made = [media for answer in good for media in answer.get("content", {})]
    return "report" if any(media != JSON for media in made) else "plain"
