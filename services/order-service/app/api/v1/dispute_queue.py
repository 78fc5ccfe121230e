"""Disputes of all orders, for those who decide them."""

from typing import Annotated, Literal

from app.queries.aftermath import list_disputes_in_state
from app.schemas.aftermath import DisputeRead
from lapa_kit.auth import IDENTITY_PROBLEMS, Principal, allowed
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = Router(prefix="/orders", tags=["disputes"])
Judge = Annotated[Principal, allowed("orders:resolve_disputes")]


@router.get("/disputes", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_all_disputes(
    _: Judge, session: Session, page: Paging, state: Literal["open", "decided"] | None = None
) -> Page[DisputeRead]:
    """Of all orders, newest first: support's queue."""
    rows = await list_disputes_in_state(session, page, state=state)
    return page_of(rows, DisputeRead.of)
