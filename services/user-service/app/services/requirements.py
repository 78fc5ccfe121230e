"""What a walker has to bring before reviewers look, and what he sees as missing."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.verification import State, VerificationCase
from app.models.walker import Walker
from app.queries import quizzes as quiz_queries
from lapa_contracts.user import DocumentType
from lapa_kit import clock


@dataclass(frozen=True, slots=True)
class Missing:
    """`what`: document (one kind of `any_of`), quiz (not before `from_`) or background_check."""

    what: str
    any_of: tuple[DocumentType, ...] = ()
    from_: datetime | None = None


async def find_missing(
    session: AsyncSession, case: VerificationCase | None, walker: Walker | None
) -> list[Missing]:
    """What keeps the case from being submitted, in the order it is asked for."""
    handed_in = {document.document_type for document in case.documents} if case else set()
    missing = [
        Missing("document", tuple(sorted(kinds)))
        for kinds in _wanted(case)
        if _is_absent(kinds, handed_in, case)
    ]
    if settings.quiz_required and not (
        walker and await quiz_queries.has_passed(session, walker.id)
    ):
        last = await quiz_queries.find_newest_attempt(session, walker.id) if walker else None
        retry_at = last.retry_at(settings.quiz_retry_after) if last else None
        is_later = retry_at is not None and retry_at > clock.now()
        missing.append(Missing("quiz", from_=retry_at if is_later else None))
    return missing


def _wanted(case: VerificationCase | None) -> Iterable[Collection[DocumentType]]:
    if case and case.state is State.NEEDS_INFO:
        return [[DocumentType(kind)] for kind in case.asked_for] or [list(DocumentType)]
    return settings.verification_documents or [list(DocumentType)]


def _is_absent(
    kinds: Collection[DocumentType], handed_in: set[DocumentType], case: VerificationCase | None
) -> bool:
    """What a reviewer asks for is missing although something of its kind was there before."""
    return (case is not None and case.state is State.NEEDS_INFO) or not handed_in & set(kinds)
