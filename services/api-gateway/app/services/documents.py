"""One OpenAPI document out of all services': paths as the outside calls them, names made unique."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from app.routing import destination
from app.services.catalogue import METHODS, Document

REFERENCE = "#/components/"
PASSWORD = "Password"
TOKEN_URL = "/api/v1/auth/token"

Name = tuple[str, str]
"""A component: its section (`schemas`, `parameters`, ...) and its name."""


def merge(own: Document, services: Mapping[str, Document]) -> Document:
    """The gateway's own document with all others in it; the arguments are left as they are."""
    sources = {"api-gateway": own, **{name: services[name] for name in sorted(services)}}
    renamed = _unique_names(sources)
    merged: Document = {
        "openapi": own["openapi"],
        "info": {
            "title": "Lapa",
            "version": own["info"]["version"],
            "description": "Dog walking, from quote to settled walk. All services in one document.",
        },
        "paths": {},
        "components": {},
    }
    tags: dict[str, Document] = {}
    for service, source in sources.items():
        document = _renamed(deepcopy(source), renamed[service])
        merged["paths"].update(_public_paths(service, document))
        for section, components in document.get("components", {}).items():
            merged["components"].setdefault(section, {}).update(components)
        tags.update({tag["name"]: tag for tag in document.get("tags", [])})
    if tags:
        merged["tags"] = list(tags.values())
    _make_operation_ids_unique(merged["paths"])
    _offer_sign_in(merged)
    return merged


def _public_paths(service: str, document: Document) -> Document:
    """What is not the service's own resource (its health, say) is under its name; internals are not."""
    paths: Document = {}
    for path, item in document.get("paths", {}).items():
        if path.startswith(("/internal", "/metrics")):
            continue
        to = destination(path)
        is_plain = to.kind == "own" if service == "api-gateway" else to.service == service
        outside = path if is_plain else f"/{service}{path}"
        paths[outside] = item
        for operation in _operations(item):
            operation["x-service"] = service
            operation["tags"] = operation.get("tags") or [service.removesuffix("-service")]
    return paths


def _operations(item: Document) -> Iterator[Document]:
    for method in METHODS:
        if method in item:
            yield item[method]


def _make_operation_ids_unique(paths: Document) -> None:
    users: defaultdict[str, list[Document]] = defaultdict(list)
    for item in paths.values():
        for operation in _operations(item):
            users[operation.get("operationId", "")].append(operation)
    for name, operations in users.items():
        if len(operations) > 1:
            for operation in operations:
                prefix = operation["x-service"].removesuffix("-service").replace("-", "_")
                operation["operationId"] = f"{prefix}_{name}"


def _offer_sign_in(merged: Document) -> None:
    """Swagger's Authorize asks for e-mail and password where the bearer scheme is asked for."""
    if TOKEN_URL not in merged["paths"]:
        return
    schemes = merged["components"].setdefault("securitySchemes", {})
    bearers = [name for name, scheme in schemes.items() if scheme.get("scheme") == "bearer"]
    schemes[PASSWORD] = {
        "type": "oauth2",
        "flows": {"password": {"tokenUrl": TOKEN_URL, "scopes": {}}},
    }
    for item in merged["paths"].values():
        for operation in _operations(item):
            security: list[Document] = operation.get("security", [])
            if any(name in requirement for requirement in security for name in bearers):
                security.append({PASSWORD: []})


# Names. A component that is the same in all services, with all it refers to, keeps its name. Where
# several differ, only the one that most services share keeps it; the others get their service's in front.


def _unique_names(sources: Mapping[str, Document]) -> dict[str, dict[Name, str]]:
    meanings: defaultdict[Name, dict[str, str]] = defaultdict(dict)
    for service, document in sources.items():
        for section, components in document.get("components", {}).items():
            for name in components:
                meanings[section, name][service] = _meaning(document, (section, name))
    renamed: dict[str, dict[Name, str]] = {service: {} for service in sources}
    for (section, name), by_service in meanings.items():
        common = _common(list(by_service.values()))
        for service, meaning in by_service.items():
            if meaning != common:
                prefix = "".join(part.title() for part in service.split("-") if part != "service")
                renamed[service][section, name] = f"{prefix}{name}"
    return renamed


def _common(meanings: list[str]) -> str | None:
    """The only one, or the one that several share and no other does."""
    (first, often), *others = Counter(meanings).most_common(2)
    if not others:
        return first
    return first if often > others[0][1] else None


def _meaning(document: Document, of: Name) -> str:
    """The component with everything it refers to, as text: equal text, equal component."""
    gathered: dict[str, Any] = {}
    todo = [of]
    while todo:
        section, name = todo.pop()
        if f"{section}/{name}" in gathered:
            continue
        component = document.get("components", {}).get(section, {}).get(name)
        gathered[f"{section}/{name}"] = component
        todo.extend(_referred(component))
    return json.dumps(gathered, sort_keys=True)


def _referred(node: Any) -> Iterator[Name]:
    if isinstance(node, dict):
        reference = node.get("$ref")
        if isinstance(reference, str) and reference.startswith(REFERENCE):
            section, _, name = reference.removeprefix(REFERENCE).partition("/")
            yield section, name
        for value in node.values():
            yield from _referred(value)
    elif isinstance(node, list):
        for value in node:
            yield from _referred(value)


def _renamed(document: Document, names: Mapping[Name, str]) -> Document:
    if not names:
        return document
    _rename_references(document, names)
    for (section, old), new in names.items():
        components = document["components"][section]
        components[new] = components.pop(old)
        if section == "schemas" and components[new].get("title") == old:
            components[new]["title"] = new
    schemes = {old: new for (section, old), new in names.items() if section == "securitySchemes"}
    for item in document.get("paths", {}).values():
        for operation in _operations(item):
            for requirement in operation.get("security", []):
                for old in [name for name in requirement if name in schemes]:
                    requirement[schemes[old]] = requirement.pop(old)
    return document


def _rename_references(node: Any, names: Mapping[Name, str]) -> None:
    if isinstance(node, dict):
        for key, value in node.items():
            # a reference, or an entry of a discriminator's mapping
            if isinstance(value, str) and value.startswith(REFERENCE):
                section, _, name = value.removeprefix(REFERENCE).partition("/")
                node[key] = f"{REFERENCE}{section}/{names.get((section, name), name)}"
            else:
                _rename_references(value, names)
    elif isinstance(node, list):
        for value in node:
            _rename_references(value, names)
