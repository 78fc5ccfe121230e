"""Receipts over HTTP, and statements as a table."""

import csv
import io
from collections.abc import Sequence
from typing import Literal
from uuid import UUID

from app.models.document import Document, DocumentKind
from app.schemas.values import Schema, Utc
from app.services.statements import Statement


class DocumentLine(Schema):
    code: Literal["service", "tip", "tax", "discount"]
    amount: int


class DocumentRead(Schema):
    """`number` is without a gap for each entity and kind; the lines sum to the amount."""

    id: UUID
    entity: str
    kind: DocumentKind
    number: int
    amount: int
    currency: str
    lines: list[DocumentLine]
    issued_at: Utc
    fiscal_id: str | None


class ReceiptRead(DocumentRead):
    credit_notes: list[DocumentRead] = []

    @classmethod
    def of(cls, receipt: Document, credit_notes: Sequence[Document]) -> "ReceiptRead":
        read = cls.model_validate(receipt)
        read.credit_notes = [DocumentRead.model_validate(note) for note in credit_notes]
        return read


def statement_csv(statement: Statement) -> str:
    """Amounts in minor units; the first and last row are the balances."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(["at", "kind", "reference", "amount", "balance", "currency"])
    at, currency = statement.start.isoformat(), statement.currency
    writer.writerow([at, "opening", "", "", statement.opening, currency])
    for line in statement.lines:
        reference = line.reference or ""
        row = [line.at.isoformat(), line.kind, reference, line.amount, line.balance, currency]
        writer.writerow(row)
    writer.writerow([statement.end.isoformat(), "closing", "", "", statement.closing, currency])
    return table.getvalue()
