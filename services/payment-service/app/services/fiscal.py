"""Registering documents with a fiscal operator (54-FZ and its like): one HTTP call a document, its id kept on it."""

from uuid import UUID

import httpx

from app.config import settings
from app.queries import documents as document_queries
from lapa_kit.db import Sessions

PATIENCE_S = 20.0


async def register(sessions: Sessions, document_id: UUID) -> None:
    """Ask until the operator answers; the document's id is the key, so that he registers it once."""
    async with sessions.begin() as session:
        document = await document_queries.lock_document(session, document_id)
    if document.fiscal_id or not settings.fiscal_url:
        return
    body = {
        "document_id": str(document.id),
        "type": "sell" if document.refund_id is None else "sell_refund",
        "number": f"{document.entity}-{document.kind}-{document.number}",
        "total": document.amount,
        "currency": document.currency,
        "lines": document.lines,
        "issued_at": document.issued_at.isoformat(),
    }
    headers = {"Idempotency-Key": str(document.id)}
    async with httpx.AsyncClient(timeout=PATIENCE_S) as http:
        answer = await http.post(settings.fiscal_url, json=body, headers=headers)
    answer.raise_for_status()
    async with sessions.begin() as session:
        document = await document_queries.lock_document(session, document_id)
        document.fiscal_id = str(answer.json()["id"])
