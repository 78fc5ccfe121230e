"""Substitutes: walkers whom a client would have in another one's place."""

from uuid import UUID

from lapa_kit.events.contract import Event


class _SubstituteEvent(Event):
    producer = "order-service"
    key_field = "substitute_id"

    substitute_id: UUID
    client_id: UUID
    walker_id: UUID


class SubstituteAsked(_SubstituteEvent):
    """A client names a walker whom he would have in another one's place."""

    type = "substitute.asked.v1"


class SubstituteAnswered(_SubstituteEvent):
    """A walker agrees to be asked as a substitute, or does not, or no longer."""

    type = "substitute.answered.v1"

    consents: bool
