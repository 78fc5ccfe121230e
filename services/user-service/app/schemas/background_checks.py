"""Background checks over HTTP: what reviewers record, and the words that everybody sees."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from app.models.background_check import BackgroundCheck, CheckLevel, CheckOutcome
from app.schemas.values import PRINTABLE_LINES, Line, Locale, Moment, Schema, Utc
from app.services.background_checks import Finding
from lapa_kit import clock

Words = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=10, max_length=1000, pattern=PRINTABLE_LINES
    ),
]
Provider = Annotated[Line, Field(min_length=2)]


class CheckCreate(Schema):
    """`scope` says in words what was looked at, for each locale: shown to everybody instead of a badge."""

    provider: Provider
    reference: Line | None = None
    level: CheckLevel
    outcome: CheckOutcome
    scope: dict[Locale, Words] = Field(min_length=1, max_length=20)
    checked_at: Moment
    expires_at: Moment

    def finding(self) -> Finding:
        return Finding(**self.model_dump())


class Revocation(Schema):
    reason: Annotated[Line, Field(min_length=1)]


class CheckCard(Schema):
    """A check that holds, for everybody: who looked, at what, when, and until when it holds."""

    provider: str
    level: CheckLevel
    scope: dict[str, str]
    checked_at: Utc
    expires_at: Utc

    @classmethod
    def of(cls, check: BackgroundCheck | None) -> "CheckCard | None":
        """None as well when the newest did not pass or is over."""
        if check is None or not check.holds(clock.now()):
            return None
        return cls.model_validate(check)


class CheckRead(Schema):
    id: UUID
    walker_id: UUID
    provider: str
    reference: str | None
    level: CheckLevel
    outcome: CheckOutcome
    scope: dict[str, str]
    checked_at: Utc
    expires_at: Utc
    recorded_by: UUID
    created_at: Utc
    revoked_at: Utc | None
    revoke_reason: str | None
    holds: bool

    @classmethod
    def of(cls, check: BackgroundCheck) -> "CheckRead":
        columns = {name: getattr(check, name) for name in cls.model_fields if name != "holds"}
        now: datetime = clock.now()
        return cls.model_validate(columns | {"holds": check.holds(now)})
