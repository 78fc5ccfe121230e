"""Who used a right that reaches beyond his own things: recorded with the call, in its transaction.

`Principal.may` and `allowed` note the right that opened the way; nobody has to think of it. A use case
may add what changed with `describe`; a record becomes an event, and its owner chains what he hears.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from pydantic import AwareDatetime
from sqlalchemy.ext.asyncio import AsyncSession

from lapa_kit import clock
from lapa_kit.events.contract import Event
from lapa_kit.events.outbox import publish
from lapa_kit.ids import new_id
from lapa_kit.seal import Sealer
from lapa_kit.settings import ServiceSettings
from lapa_kit.telemetry import trace

DESCRIPTIONS = "audit"
LONGEST_REASON = 2000


class Outcome(StrEnum):
    DONE = "done"
    REFUSED = "refused"
    # support looked with a person's eyes
    VIEWED = "viewed"


class PrivilegedCall(Event):
    """One use of a right; `before` and `after` hold states and numbers, the reason travels sealed."""

    type = "audit.recorded.v1"
    producer = "*"
    key_field = "record_id"

    record_id: UUID
    service: str
    at: AwareDatetime
    # nobody: the platform itself
    actor_id: UUID | None = None
    action: str
    route: str | None = None
    permissions: list[str] = []
    outcome: Outcome
    subject_id: UUID | None = None
    # the ids in the path
    subjects: dict[str, str] = {}
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    reason_sealed: str | None = None
    request_id: str | None = None


@dataclass(frozen=True)
class Description:
    """What a use case adds to the record of the call it is part of."""

    action: str | None = None
    subject_id: UUID | None = None
    before: Mapping[str, Any] = field(default_factory=dict[str, Any])
    after: Mapping[str, Any] = field(default_factory=dict[str, Any])
    reason: str | None = None


def describe(
    session: AsyncSession,
    *,
    action: str | None = None,
    subject_id: UUID | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str | None = None,
) -> None:
    """Say what the privileged call of this transaction does; each thing it does is a record.

    Nothing is recorded of a call that is none.
    """
    said: list[Description] = session.info.setdefault(DESCRIPTIONS, [])
    said.append(Description(action, subject_id, before or {}, after or {}, reason))


def descriptions_of(session: AsyncSession) -> list[Description]:
    """What was said of this transaction's call, taken away; at least one, if only an empty one."""
    return session.info.pop(DESCRIPTIONS, None) or [Description()]


def record(
    session: AsyncSession,
    settings: ServiceSettings,
    *,
    actor_id: UUID | None,
    outcome: Outcome,
    description: Description,
    route: str | None = None,
    permissions: Collection[str] = (),
    subjects: Mapping[str, Any] | None = None,
) -> None:
    """Write one record by hand; calls over HTTP are recorded without it."""
    record_id = new_id()
    publish(
        session,
        PrivilegedCall(
            record_id=record_id,
            service=settings.service_name,
            at=clock.now(),
            actor_id=actor_id,
            action=description.action or route or "unknown",
            route=route,
            permissions=sorted(permissions),
            outcome=outcome,
            subject_id=description.subject_id,
            subjects={name: str(value) for name, value in (subjects or {}).items()},
            before=dict(description.before),
            after=dict(description.after),
            reason_sealed=_sealed(settings, description.reason, record_id),
            request_id=trace.get().get("request_id"),
        ),
    )


def _sealed(settings: ServiceSettings, reason: str | None, record_id: UUID) -> str | None:
    if not reason:
        return None
    return Sealer.of(settings).seal_text(reason[:LONGEST_REASON], context=seal_context(record_id))


def seal_context(record_id: UUID) -> str:
    """What a reason is bound to, so that it opens for its own record alone."""
    return f"audit.recorded:{record_id}"
