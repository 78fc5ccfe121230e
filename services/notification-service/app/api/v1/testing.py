"""What went out, in test mode only; without it these routes do not exist."""

from typing import Annotated

from fastapi import Query

from app.schemas.notifications import TestMessageRead, TestOutbox
from app.services import testing
from app.services.testing import NotInTestMode
from lapa_kit.auth import IDENTITY_PROBLEMS, Principal, allowed
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.problems import problems

router = Router(prefix="/test/outbox", tags=["test mode"])
Tester = Annotated[Principal, allowed("test:use")]
REFUSALS = problems(*IDENTITY_PROBLEMS, NotInTestMode)


@router.get("", responses=REFUSALS)
async def list_outbox(
    _: Tester,
    session: Session,
    recipient: Annotated[str | None, Query(max_length=320)] = None,
) -> TestOutbox:
    """Every e-mail, SMS and push, oldest first; `suppressed` where there was no provider to take it."""
    found = await testing.list_outbox(session, recipient)
    return TestOutbox(items=[TestMessageRead.model_validate(one) for one in found])


@router.delete("", status_code=204, responses=REFUSALS)
async def empty_outbox(_: Tester, session: Session) -> None:
    """Forget what went out so far."""
    await testing.empty_outbox(session)
