"""Papers that people keep: receipts and statements."""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response

from app.config import settings
from app.documents.papers import receipt_pdf, statement_pdf
from app.documents.words import Locale
from app.models.document import NothingToReceipt
from app.models.payment import Payment, PaymentNotFound
from app.queries.payments import get_payment
from app.schemas.documents import ReceiptRead, statement_csv
from app.schemas.values import Currency
from app.services import documents, statements
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser, Principal
from lapa_kit.db import Session
from lapa_kit.problems import InvalidRequest, problems

router = APIRouter(tags=["documents"])
RECEIPT = problems(*IDENTITY_PROBLEMS, PaymentNotFound, NothingToReceipt)
PDF: dict[int | str, dict[str, Any]] = {200: {"content": {"application/pdf": {}}}}
TABLE: dict[int | str, dict[str, Any]] = {200: {"content": {"application/pdf": {}, "text/csv": {}}}}
Language = Annotated[Locale, Query()]


class MonthOrYear(InvalidRequest):
    title = "A statement is of one month or of one year"


async def _payment(session: Session, payment_id: UUID, user: Principal) -> Payment:
    payer = None if user.may("payments:read_any") else user.id
    return await get_payment(session, payment_id, client_id=payer)


@router.get("/payments/{payment_id:uuid}/receipt", responses=RECEIPT)
async def get_receipt(payment_id: UUID, user: CurrentUser, session: Session) -> ReceiptRead:
    """The receipt of a payment and the credit notes of its refunds."""
    payment = await _payment(session, payment_id, user)
    return ReceiptRead.of(*await documents.receipt_of(session, payment))


@router.get(
    "/payments/{payment_id:uuid}/receipt.pdf", response_class=Response, responses=RECEIPT | PDF
)
async def get_receipt_pdf(
    payment_id: UUID, user: CurrentUser, session: Session, locale: Language = "en"
) -> Response:
    """The same on paper."""
    payment = await _payment(session, payment_id, user)
    receipt, notes = await documents.receipt_of(session, payment)
    paper = await receipt_pdf(payment, receipt, notes, locale)
    return _file(paper, "application/pdf", f"receipt-{receipt.number}.pdf")


@router.get(
    "/wallets/me/statement",
    response_class=Response,
    responses=problems(*IDENTITY_PROBLEMS, MonthOrYear) | TABLE,
)
async def get_statement(
    user: CurrentUser,
    session: Session,
    month: Annotated[str | None, Query(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")] = None,
    year: Annotated[int | None, Query(ge=2000, le=2099)] = None,
    format: Literal["csv", "pdf"] = "csv",
    currency: Annotated[Currency | None, Query()] = None,
    locale: Language = "en",
) -> Response:
    """What went in and out of the caller's wallet, with the balances before and after (UTC)."""
    if (month is None) == (year is None):
        raise MonthOrYear
    made = await statements.statement_of(
        session,
        user.id,
        currency or settings.default_currency,
        year=int(month[:4]) if month else year or 0,
        month=int(month[5:]) if month else None,
    )
    name = f"statement-{month or year}.{format}"
    if format == "csv":
        return _file(statement_csv(made).encode(), "text/csv", name)
    paper = await statement_pdf(made, settings.legal_entity, locale)
    return _file(paper, "application/pdf", name)


def _file(content: bytes, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)
