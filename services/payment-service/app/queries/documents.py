"""Receipts and credit notes in SQL."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.document import Document, DocumentCounter, DocumentKind
from app.models.ledger import Account, AccountName, Journal, Posting
from app.models.refund import Refund


async def find_document(
    session: AsyncSession, payment_id: UUID, refund_id: UUID | None
) -> Document | None:
    return await session.scalar(
        select(Document).where(
            Document.payment_id == payment_id, Document.refund_id.is_not_distinct_from(refund_id)
        )
    )


async def list_credit_notes(session: AsyncSession, payment_id: UUID) -> Sequence[Document]:
    statement = select(Document).where(
        Document.payment_id == payment_id, Document.kind == DocumentKind.CREDIT_NOTE
    )
    return (await session.scalars(statement.order_by(Document.number))).all()


async def next_number(session: AsyncSession, entity: str, kind: DocumentKind) -> int:
    """Locked until commit: the number is used, or given again."""
    statement = insert(DocumentCounter).values(entity=entity, kind=kind, last=1)
    statement = statement.on_conflict_do_update(
        index_elements=[DocumentCounter.entity, DocumentCounter.kind],
        set_={"last": DocumentCounter.last + 1},
    )
    number = await session.scalar(statement.returning(DocumentCounter.last))
    assert number is not None
    return number


async def get_refund(session: AsyncSession, refund_id: UUID) -> Refund:
    return await session.get_one(Refund, refund_id)


async def lock_document(session: AsyncSession, document_id: UUID) -> Document:
    return await session.get_one(Document, document_id, with_for_update=True)


async def list_movements(
    session: AsyncSession, account: AccountName, *, start: datetime, end: datetime
) -> list[tuple[Journal, int]]:
    """What went in and out between two moments, the oldest first."""
    statement = (
        select(Journal, Posting.amount)
        .join(Posting, Posting.journal_id == Journal.id)
        .join(Account, Account.id == Posting.account_id)
        .where(Journal.created_at >= start, Journal.created_at < end)
        .where(*_is(account))
        .order_by(Journal.created_at, Journal.id, Posting.line_no)
    )
    return [(journal, amount) for journal, amount in await session.execute(statement)]


async def balance_before(session: AsyncSession, account: AccountName, moment: datetime) -> int:
    statement = (
        select(func.coalesce(func.sum(Posting.amount), 0))
        .join(Journal, Journal.id == Posting.journal_id)
        .join(Account, Account.id == Posting.account_id)
        .where(Journal.created_at < moment)
        .where(*_is(account))
    )
    return int(await session.scalar(statement) or 0)


def _is(account: AccountName) -> tuple[ColumnElement[bool], ...]:
    return (
        Account.owner_id == account.owner_id,
        Account.kind == account.kind,
        Account.currency == account.currency,
    )
