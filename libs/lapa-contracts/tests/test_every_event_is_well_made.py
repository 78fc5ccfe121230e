"""What holds for all events alike."""

import json
import re
from datetime import UTC, date, datetime, time
from enum import Enum
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin
from uuid import UUID

import pytest
from pydantic import AwareDatetime, BaseModel

from lapa_contracts import catalogue, order
from lapa_contracts.catalogue import EVENTS
from lapa_contracts.services import SERVICES
from lapa_kit.events.contract import Envelope, Event, Snapshot

AN_ID = UUID("01890000-0000-7000-8000-000000000001")
A_TIME = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)

# what a type alone does not tell
A_DIVISION: dict[str, Any] = {
    "capture": 900,
    "lines": [{"to": "walker", "amount": 800}, {"to": "commission", "amount": 100}],
    "release": 100,
}
SPECIAL: dict[str, Any] = {
    "currency": "EUR",
    "amount": 1000,
    "rating": 5,
    "rating_avg_x100": 480,
    "settlement": A_DIVISION,
    "resolution": A_DIVISION,
}
SIMPLE: dict[Any, Any] = {
    UUID: AN_ID,
    str: "words",
    int: 1,
    float: 0.5,
    bool: True,
    date: date(2026, 5, 4),
    time: time(9, 0),
    datetime: A_TIME,
    AwareDatetime: A_TIME,
    Any: "anything",
}

every_event = pytest.mark.parametrize("event", EVENTS.values(), ids=EVENTS.keys())


def sample(annotation: Any) -> Any:
    if annotation in SIMPLE:
        return SIMPLE[annotation]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType, list):
        one = sample(arguments[0])
        return [one] if origin is list else one
    if origin is dict:
        return {"name": sample(arguments[1])}
    if origin is Literal:
        return arguments[0]
    if issubclass(annotation, Enum):
        return next(iter(annotation))
    return filled(annotation)


def filled(model: type[BaseModel]) -> dict[str, Any]:
    """Values for all fields, also those that may be absent."""
    return {
        name: SPECIAL[name] if name in SPECIAL else sample(field.annotation)
        for name, field in model.model_fields.items()
    }


@every_event
def test_a_class_is_named_after_its_type(event: type[Event]):
    words = re.split(r"[._]", event.type.removesuffix(".v1"))

    assert re.fullmatch(r"[a-z_]+\.[a-z_]+\.v1", event.type)
    assert event.__name__ == "".join(word.capitalize() for word in words)


@every_event
def test_an_event_has_a_producer_a_key_and_a_sentence(event: type[Event]):
    assert set(event.said_by()) <= set(SERVICES)
    assert event.key_field in event.model_fields
    assert event.__doc__


@every_event
def test_a_payload_survives_the_journey(event: type[Event]):
    said = event.model_validate(filled(event))
    envelope = Envelope(
        id=AN_ID,
        type=said.type,
        key=said.key,
        version=said.aggregate_version,
        occurred_at=A_TIME,
        payload={**said.model_dump(mode="json"), "added_next_year": 1},
    )

    heard = event.opened(envelope)

    assert heard.model_dump() == said.model_dump()
    assert heard.envelope is envelope


@every_event
def test_what_is_called_changed_is_a_snapshot(event: type[Event]):
    if event.type.endswith(".changed.v1"):
        assert issubclass(event, Snapshot)


@every_event
def test_an_order_is_never_spoken_of_without_its_card(event: type[Event]):
    if event.type.startswith(("order.", "offer.")):
        assert issubclass(event, order.OrderEvent)


def test_no_two_events_have_the_same_type():
    def family(kind: type[Event]) -> list[type[Event]]:
        return [kind, *(one for child in kind.__subclasses__() for one in family(child))]

    types = [
        kind.type
        for kind in family(Event)
        if kind.__module__.startswith("lapa_contracts.") and "type" in vars(kind)
    ]

    assert sorted(types) == sorted(EVENTS)


def test_the_document_refers_only_to_what_it_holds():
    document = catalogue.asyncapi()

    references = re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(document))

    for reference in references:
        place: Any = document
        for step in reference.split("/"):
            place = place[step]
    assert references
    assert set(document["components"]["messages"]) == set(EVENTS)


def test_the_tables_name_every_event_and_its_listeners():
    text = catalogue.events_markdown({"order.placed.v1": ["payment-service"]})

    assert all(f"| `{kind}`" in text for kind in EVENTS)
    assert "| order card, `payment_method`, `pay_by`, `hold_until` | payment-service |" in text
