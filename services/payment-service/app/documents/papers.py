"""Receipts and statements as the data of their templates."""

from collections.abc import Sequence
from typing import Any

from app.documents import render
from app.documents.words import WORDS, money
from app.models.document import Document, DocumentKind
from app.models.payment import Payment
from app.services.statements import Statement


async def receipt_pdf(
    payment: Payment, receipt: Document, credit_notes: Sequence[Document], locale: str
) -> bytes:
    """The receipt, with what has been returned of it."""
    words = WORDS[locale]
    facts = [
        (words["number"], str(receipt.number)),
        (words["issued"], f"{receipt.issued_at:%Y-%m-%d}"),
        (words["order"], str(payment.order_id)),
        (words["payment"], str(payment.id)),
    ]
    if receipt.fiscal_id:
        facts.append((words["fiscal"], receipt.fiscal_id))
    notes = [
        f"{words[DocumentKind.CREDIT_NOTE]} {note.number}, {note.issued_at:%Y-%m-%d}: "
        f"{words['returned']} {money(note.amount, note.currency)}"
        for note in credit_notes
    ]
    data: dict[str, Any] = {
        "locale": locale,
        "entity": receipt.entity,
        "title": words[receipt.kind],
        "facts": facts,
        "lines": [
            (words[line["code"]], money(line["amount"], receipt.currency)) for line in receipt.lines
        ],
        "total": (words["total"], money(receipt.amount, receipt.currency)),
        "notes": notes,
    }
    return await render("receipt", data)


async def statement_pdf(statement: Statement, entity: str, locale: str) -> bytes:
    words, currency = WORDS[locale], statement.currency
    data: dict[str, Any] = {
        "locale": locale,
        "entity": entity,
        "title": words["statement"],
        "facts": [
            (words["period"], f"{statement.start:%Y-%m-%d} – {statement.end:%Y-%m-%d}"),
            (words["opening"], money(statement.opening, currency)),
            (words["closing"], money(statement.closing, currency)),
        ],
        "header": [words[name] for name in ("date", "what", "amount", "balance")],
        "rows": [
            (
                f"{line.at:%Y-%m-%d}",
                words.get(line.kind, line.kind),
                money(line.amount, currency),
                money(line.balance, currency),
            )
            for line in statement.lines
        ],
        "totals": [
            (words.get(kind, kind), money(total, currency))
            for kind, total in statement.totals.items()
        ],
    }
    return await render("statement", data)
