"""The funnel of orders: from placed to settled."""

from app.api.v1.ranges import EmptyRange, Reader, Span
from app.schemas.metrics import FunnelRead
from app.services import metrics
from lapa_kit.auth import IDENTITY_PROBLEMS
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.problems import problems

router = Router(prefix="/analytics/funnel", tags=["analytics"])


@router.get("", responses=problems(*IDENTITY_PROBLEMS, EmptyRange))
async def read_funnel(user: Reader, session: Session, span: Span) -> FunnelRead:
    """How far the orders placed in the range have come: assigned, started, completed, settled."""
    return FunnelRead.of(await metrics.count_funnel(session, span), span)
