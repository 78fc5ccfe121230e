"""The receipt that every service gives for an erasure."""

from uuid import UUID

from pydantic import AwareDatetime

from lapa_contracts.services import SERVICES
from lapa_contracts.values import Value
from lapa_kit.events.contract import Event


class Kept(Value):
    """What the law makes us keep, why (a code such as `tax_records`), and until when."""

    what: str
    why: str
    until: AwareDatetime | None = None


class PrivacyErased(Event):
    """A service has erased or pseudonymised all it held of a person; `service` says who it was."""

    type = "privacy.erased.v1"
    # each of `said_by()`, on its own stream
    producer = "*"
    key_field = "erasure_id"

    erasure_id: UUID
    user_id: UUID
    service: str
    # rows by table
    erased: dict[str, int]
    kept: list[Kept] = []

    @classmethod
    def said_by(cls) -> tuple[str, ...]:
        return SERVICES
