"""Who used which right: searched, taken out as a file, proved."""

import csv
import io
from collections.abc import AsyncIterator
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

import orjson
from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import StreamingResponse
from pydantic import AwareDatetime

from app.queries import audit as audit_queries
from app.queries.audit import AuditFilter
from app.schemas.audit import AuditRead, AuditVerdict
from lapa_kit.audit import Outcome
from lapa_kit.auth import IDENTITY_PROBLEMS, Principal, allowed
from lapa_kit.db import Session, Sessions
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = APIRouter(prefix="/users/audit", tags=["audit"])
Auditor = Annotated[Principal, allowed("users:read_audit")]
Word = Annotated[str | None, Query(max_length=200, pattern=r"^[^\x00]*$")]


class ExportFormat(StrEnum):
    CSV = "csv"
    JSONL = "jsonl"


def _wanted(
    subject_id: UUID | None = None,
    actor_id: UUID | None = None,
    service: Word = None,
    action: Word = None,
    outcome: Outcome | None = None,
    request_id: Word = None,
    permission: Word = None,
    start: Annotated[AwareDatetime | None, Query(alias="from")] = None,
    end: Annotated[AwareDatetime | None, Query(alias="to")] = None,
) -> AuditFilter:
    return AuditFilter(
        subject_id, actor_id, service, action, outcome, request_id, permission, start, end
    )


Wanted = Annotated[AuditFilter, Depends(_wanted)]


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_audit(_: Auditor, session: Session, page: Paging, wanted: Wanted) -> Page[AuditRead]:
    """Each use of a right beyond one's own things, each refused attempt, each look with another's eyes."""
    return page_of(await audit_queries.list_records(session, wanted, page), AuditRead.of)


@router.get("/verify", responses=problems(*IDENTITY_PROBLEMS))
async def verify_audit(_: Auditor, session: Session) -> AuditVerdict:
    """Recompute the chain: a record that was changed, added or taken out in the database shows."""
    return AuditVerdict.of(await audit_queries.verify(session))


@router.get(
    "/export",
    responses={
        **problems(*IDENTITY_PROBLEMS),
        200: {
            "content": {"text/csv": {}, "application/x-ndjson": {}},
            "description": "The log, oldest first",
        },
    },
    response_class=StreamingResponse,
)
async def export_audit(
    _: Auditor, wanted: Wanted, request: Request, format: ExportFormat = ExportFormat.JSONL
) -> StreamingResponse:
    """The same as a file, however long."""
    sessions: Sessions = request.app.state.sessions
    as_line = _csv_line if format is ExportFormat.CSV else _json_line

    async def lines() -> AsyncIterator[bytes]:
        if format is ExportFormat.CSV:
            yield _csv(list(AuditRead.model_fields))
        async with sessions() as session:
            async for record in audit_queries.stream_records(session, wanted):
                yield as_line(AuditRead.of(record))

    media_type = "text/csv" if format is ExportFormat.CSV else "application/x-ndjson"
    headers = {"Content-Disposition": f'attachment; filename="audit.{format}"'}
    return StreamingResponse(lines(), media_type=media_type, headers=headers)


def _json_line(record: AuditRead) -> bytes:
    return record.model_dump_json().encode() + b"\n"


def _csv_line(record: AuditRead) -> bytes:
    values = record.model_dump(mode="json").values()
    return _csv(
        [orjson.dumps(one).decode() if isinstance(one, dict | list) else one for one in values]
    )


def _csv(values: list[Any]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerow(["" if one is None else _harmless(one) for one in values])
    return out.getvalue().encode()


def _harmless(value: Any) -> Any:
    """A text that a spreadsheet would take for a formula is shown as text."""
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+-@" and value else value
