"""Issuing receipts and credit notes, after the money has moved and apart from it: the number's lock holds nobody's money up."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.document import Document, DocumentKind, credit_lines, receipt_lines
from app.models.payment import Payment
from app.models.refund import Refund
from app.queries import documents as document_queries
from app.queries import payments as payment_queries
from lapa_kit import clock, jobs
from lapa_kit.ids import new_id


async def plan(session: AsyncSession, payment: Payment, refund: Refund | None = None) -> None:
    """Have the document of this step issued once it is committed."""
    refund_id = str(refund.id) if refund else None
    given = {"payment_id": str(payment.id), "refund_id": refund_id}
    key = f"document:{payment.id}:{refund_id}"
    await jobs.enqueue(session, "issue_document", given, key=key)


async def issue(session: AsyncSession, payment_id: UUID, refund_id: UUID | None) -> Document:
    """The one document of a payment or refund, with the next number; the receipt comes before its credit notes."""
    payment = await payment_queries.lock_payment(session, payment_id)
    if known := await document_queries.find_document(session, payment_id, refund_id):
        return known
    if refund_id is None:
        lines, amount = receipt_lines(payment), payment.captured
    else:
        await issue(session, payment_id, None)
        refund = await document_queries.get_refund(session, refund_id)
        lines, amount = credit_lines(refund.division, payment.kind.value), refund.amount
    kind = DocumentKind.CREDIT_NOTE if refund_id else DocumentKind.RECEIPT
    document = Document(
        id=new_id(),
        entity=settings.legal_entity,
        kind=kind,
        number=await document_queries.next_number(session, settings.legal_entity, kind),
        payment_id=payment_id,
        refund_id=refund_id,
        amount=amount,
        currency=payment.currency,
        lines=lines,
        issued_at=clock.now(),
    )
    session.add(document)
    await session.flush()
    if settings.fiscal_url:
        given = {"document_id": str(document.id)}
        await jobs.enqueue(session, "register_document", given, key=f"fiscal:{document.id}")
    return document


async def receipt_of(session: AsyncSession, payment: Payment) -> tuple[Document, list[Document]]:
    """The receipt and its credit notes; what a job has not issued yet is issued now."""
    receipt = await issue(session, payment.id, None)
    for refund in await payment_queries.list_refunds(session, payment.id):
        await issue(session, payment.id, refund.id)
    return receipt, list(await document_queries.list_credit_notes(session, payment.id))
