"""The operations of the platform's own OpenAPI document, and the least that each takes as its body."""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

METHODS = ("get", "put", "patch", "post", "delete")
TEXTS = ("aaa", "AAA", "a", "00:00", "1", "2026-01-10", "a@example.com", "+358401234567")
RIGHT_ITSELF = {"secret", "token", "provider"}
"""Path parameters that are no ids but rights: whoever has them may; a provider's messages prove themselves."""


@dataclass(frozen=True, slots=True)
class Operation:
    method: str
    path: str
    described: dict[str, Any]
    document: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def parameters(self) -> list[str]:
        return re.findall(r"\{(\w+)\}", self.path)

    @property
    def is_safe(self) -> bool:
        return self.method == "GET"

    @property
    def is_secured(self) -> bool:
        return bool(self.described.get("security"))

    @property
    def open_to(self) -> str | None:
        """`anybody` or `signed-in` where the ids may be others'; None: strangers are refused."""
        if RIGHT_ITSELF & set(self.parameters):
            return "anybody"
        return self.described.get("x-open-to")

    def query(self) -> dict[str, Any]:
        return {
            parameter["name"]: self.least(parameter["schema"])
            for parameter in self.described.get("parameters", [])
            if parameter["in"] == "query" and parameter.get("required")
        }

    def body(self) -> Any:
        """A JSON body that the document's schema allows, as small as it can be; None where none is taken."""
        content = self.described.get("requestBody", {}).get("content", {})
        described = content.get("application/json")
        return self.least(described["schema"]) if described else None

    def least(self, schema: dict[str, Any]) -> Any:
        """The smallest value of a JSON schema."""
        if reference := schema.get("$ref"):
            schema = self.document["components"]["schemas"][reference.rpartition("/")[2]]
            return self.least(schema)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return schema["enum"][0]
        for choice in ("anyOf", "oneOf", "allOf"):
            if choice in schema:
                return self.least(schema[choice][0])
        return self._least_of_kind(schema)

    def _least_of_kind(self, schema: dict[str, Any]) -> Any:
        match schema.get("type"):
            case "object":
                fields = schema.get("properties", {})
                return {name: self.least(fields[name]) for name in schema.get("required", ())}
            case "array":
                items = schema.get("prefixItems") or [schema.get("items", {})] * schema.get(
                    "minItems", 0
                )
                return [self.least(item) for item in items]
            case "string":
                return _text(schema)
            case "integer" | "number":
                least = schema.get("minimum", schema.get("exclusiveMinimum", 0))
                return int(least) + ("exclusiveMinimum" in schema)
            case "boolean":
                return True
            case _:
                return None


def _text(schema: dict[str, Any]) -> str:
    match schema.get("format"):
        case "uuid":
            return str(uuid.UUID(int=7))
        case "date-time":
            return (datetime.now(UTC) + timedelta(hours=6)).isoformat()
        case "date":
            return "2026-01-10"
        case _:
            pass
    wanted = schema.get("minLength", 0)
    for text in (*TEXTS, "a" * wanted):
        if len(text) >= wanted and re.search(schema.get("pattern", ""), text):
            return text
    raise LookupError(f"none of TEXTS fits {schema}: add one that does")


def operations_of(document: dict[str, Any]) -> Iterator[Operation]:
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield Operation(method.upper(), path, item[method], document)
