"""Disputes, incidents, tips and waiting at the door over HTTP."""

from uuid import UUID

from pydantic import Field

from app.models.dispute import Dispute
from app.models.incident import Incident, IncidentKind, IncidentNote, IncidentState
from app.models.waiting import ContactChannel
from app.schemas.orders import AtDoor
from app.schemas.values import Lat, Lon, Moment, Schema, Utc
from app.services.incidents import Account, Case
from app.services.place import Place
from lapa_contracts.values import Severity


class DisputeCreate(Schema):
    """`media_ids`: the caller's own pictures and papers; both sides and support see them."""

    reason: str = Field(min_length=1, max_length=2000)
    media_ids: list[UUID] = Field(default=[], max_length=10)


class DisputeResolve(Schema):
    """`refund_amount`: all that goes back to the client, minor units; `note`: why, for both to read."""

    refund_amount: int = Field(ge=0)
    note: str = Field(min_length=1, max_length=2000)


class DisputeRead(Schema):
    """`base` is what the decision divides; `number` 2 is the appeal."""

    id: UUID
    order_id: UUID
    number: int
    opened_by: str
    reason: str
    media_ids: list[UUID]
    base: int
    refund_amount: int | None
    note: str | None
    created_at: Utc
    resolved_at: Utc | None

    @classmethod
    def of(cls, dispute: Dispute) -> "DisputeRead":
        return cls.model_validate(dispute)


class Disputes(Schema):
    items: list[DisputeRead]


class IncidentCreate(Schema):
    """Without `pet_ids` no dog was concerned; without `at` it is now."""

    type: IncidentKind
    severity: Severity
    description: str = Field(min_length=1, max_length=4000)
    at: Moment | None = None
    people: list[str] = Field(default=[], max_length=10)
    pet_ids: list[UUID] = Field(default=[], max_length=6)
    media_ids: list[UUID] = Field(default=[], max_length=10)
    lat: Lat | None = None
    lon: Lon | None = None

    def to_account(self) -> Account:
        has_place = self.lat is not None and self.lon is not None
        return Account(
            kind=self.type,
            severity=self.severity,
            description=self.description,
            occurred_at=self.at,
            people=self.people,
            pet_ids=self.pet_ids,
            media_ids=self.media_ids,
            place=Place(self.lat or 0.0, self.lon or 0.0) if has_place else None,
        )


class IncidentNoteCreate(Schema):
    text: str = Field(min_length=1, max_length=4000)


class IncidentNoteRead(Schema):
    id: UUID
    author: str
    at: Utc
    text: str

    @classmethod
    def of(cls, note: IncidentNote) -> "IncidentNoteRead":
        return cls.model_validate(note)


class IncidentRead(Schema):
    """`respond_by`: when support has answered at the latest; null once it has."""

    id: UUID
    order_id: UUID
    type: IncidentKind
    severity: Severity
    state: IncidentState
    reported_by: str
    at: Utc
    description: str
    people: list[str]
    pet_ids: list[UUID]
    media_ids: list[UUID]
    lat: float | None
    lon: float | None
    respond_by: Utc | None
    closed_at: Utc | None
    notes: list[IncidentNoteRead]

    @classmethod
    def of(cls, incident: Incident, notes: list[IncidentNote]) -> "IncidentRead":
        known = {name: getattr(incident, name) for name in cls.model_fields if name in _COLUMNS}
        return cls(
            **known,
            type=incident.kind,
            at=incident.occurred_at,
            notes=[IncidentNoteRead.of(note) for note in notes],
        )

    @classmethod
    def of_case(cls, case: Case) -> "IncidentRead":
        return cls.of(case.incident, case.notes)


_COLUMNS = set(Incident.__table__.columns.keys())


class Incidents(Schema):
    items: list[IncidentRead]


class IncidentClose(Schema):
    resolution: str = Field(min_length=1, max_length=4000)


class TipCreate(Schema):
    """Minor units of the order's currency."""

    amount: int = Field(gt=0, le=10_000_000)


class TipRead(Schema):
    order_id: UUID
    payment_id: UUID
    status: str
    amount: int
    currency: str


class ContactAttemptCreate(AtDoor):
    channel: ContactChannel


class ContactAttemptRead(Schema):
    id: UUID
    channel: ContactChannel
    at: Utc
    proof: str
