"""Every event there is, gathered from the services' modules, and its description for readers."""

from collections.abc import Mapping, Sequence
from typing import Any

from lapa_contracts import (
    analytics,
    audit,
    chat,
    gateway,
    location,
    media,
    notification,
    order,
    payment,
    pet,
    privacy,
    user,
)
from lapa_contracts.services import SERVICES
from lapa_kit.events.contract import Event, Snapshot, stream_of

SCHEMA_REF = "#/components/schemas/{model}"

ENVELOPE: dict[str, Any] = {
    "type": "object",
    "required": ["id", "type", "key", "version", "at"],
    "properties": {
        "id": {"type": "string", "format": "uuid", "description": "the same on every redelivery"},
        "type": {"type": "string"},
        "key": {"type": "string", "description": "the aggregate's id"},
        "version": {"type": "integer", "description": "the aggregate's; 0 when it has none"},
        "at": {"type": "string", "format": "date-time", "description": "the platform's clock"},
        "trace": {"type": "object", "additionalProperties": {"type": "string"}},
    },
}

MODULES = (
    gateway,
    user,
    pet,
    order,
    payment,
    location,
    chat,
    media,
    notification,
    analytics,
    privacy,
    audit,
)

EVENTS: dict[str, type[Event]] = {
    thing.type: thing
    for module in MODULES
    for thing in vars(module).values()
    if isinstance(thing, type)
    and issubclass(thing, Event)
    and f"{thing.__module__}.".startswith(f"{module.__name__}.")
    and "type" in vars(thing)
}


def asyncapi() -> dict[str, Any]:
    """An AsyncAPI 3 document: a channel for each service's stream, a message for each event."""
    definitions: dict[str, Any] = {}
    messages: dict[str, Any] = {}
    channels: dict[str, Any] = {}
    operations: dict[str, Any] = {}
    for event in EVENTS.values():
        schema = event.model_json_schema(ref_template=SCHEMA_REF, mode="serialization")
        definitions |= schema.pop("$defs", {})
        definitions[event.__name__] = schema
        messages[event.type] = _message(event)
    for producer, events in _by_producer().items():
        stream = stream_of(producer)
        sent = {event.type: {"$ref": f"#/components/messages/{event.type}"} for event in events}
        channels[producer] = {"address": stream, "messages": sent}
        operations[f"{producer}.says"] = {
            "action": "send",
            "channel": {"$ref": f"#/channels/{producer}"},
        }
    return {
        "asyncapi": "3.0.0",
        "info": {"title": "Lapa events", "version": "1"},
        "defaultContentType": "application/json",
        "channels": channels,
        "operations": operations,
        "components": {"messages": messages, "schemas": definitions},
    }


def events_markdown(listeners: Mapping[str, Sequence[str]] | None = None) -> str:
    """The catalogue as tables, one for each service; `listeners` adds who listens to which type."""
    lines: list[str] = []
    for producer, events in _by_producer().items():
        lines += [
            f"## {producer}",
            "",
            "| event | when | payload | listeners |",
            "|---|---|---|---|",
        ]
        for event in events:
            heard = ", ".join(sorted((listeners or {}).get(event.type, ())))
            what = f"`{event.type}`" + (" (snapshot)" if issubclass(event, Snapshot) else "")
            lines.append(f"| {what} | {_summary(event)} | {_payload(event)} | {heard} |")
        lines.append("")
    return "\n".join(lines)


def _by_producer() -> dict[str, list[type[Event]]]:
    said = {
        name: [event for event in EVENTS.values() if name in event.said_by()] for name in SERVICES
    }
    return {name: events for name, events in said.items() if events}


def _message(event: type[Event]) -> dict[str, Any]:
    return {
        "name": event.type,
        "title": event.__name__,
        "summary": _summary(event),
        "headers": ENVELOPE,
        "payload": {"$ref": SCHEMA_REF.format(model=event.__name__)},
    }


def _summary(event: type[Event]) -> str:
    return (event.__doc__ or "").strip().splitlines()[0]


def _payload(event: type[Event]) -> str:
    """The fields beside the card's; `?` marks what may be absent."""
    carded = issubclass(event, order.OrderEvent)
    own = [
        f"`{name}`" if field.is_required() else f"`{name}?`"
        for name, field in event.model_fields.items()
        if not (carded and name in order.OrderEvent.model_fields)
    ]
    return ", ".join([*(["order card"] if carded else []), *own])
