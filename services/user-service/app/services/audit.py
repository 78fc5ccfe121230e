"""Writing down who used which right: what any service says of it, and what happens without a call."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.audit import AuditRecord
from app.models.verification import State, VerificationCase
from app.queries import audit as audit_queries
from lapa_contracts.audit import AuditRecorded
from lapa_kit.audit import Description, Outcome, describe, record, seal_context
from lapa_kit.seal import Sealer


async def keep(session: AsyncSession, event: AuditRecorded) -> None:
    """The next record of the chain."""
    facts = event.model_dump(exclude={"record_id", "reason_sealed"})
    reason = None
    if event.reason_sealed:
        context = seal_context(event.record_id)
        reason = Sealer.of(settings).open_text(event.reason_sealed, context=context)
    await audit_queries.append(session, AuditRecord(id=event.record_id, reason=reason, **facts))


def write_audit(
    session: AsyncSession,
    action: str,
    subject_id: UUID,
    *,
    actor_id: UUID | None,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    reason: str | None = None,
) -> None:
    """A change of rights that no privileged call made: by the platform, or by the person himself."""
    record(
        session,
        settings,
        actor_id=actor_id,
        outcome=Outcome.DONE,
        description=Description(action, subject_id, dict(before), dict(after), reason),
    )


def audit_verification(
    session: AsyncSession,
    case: VerificationCase,
    action: str,
    actor_id: UUID | None,
    *,
    before: State,
) -> None:
    """Part of the reviewer's call, which is recorded anyway; else a record of its own."""
    facts = {
        "before": {"verification_id": str(case.id), "state": before.value},
        "after": {"verification_id": str(case.id), "state": case.state.value},
    }
    if actor_id in (None, case.user_id):
        write_audit(session, action, case.user_id, actor_id=actor_id, reason=case.reason, **facts)
    else:
        describe(session, action=action, subject_id=case.user_id, reason=case.reason, **facts)
