"""What went out, in test mode."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.test_message import TestMessage
from app.queries import deliveries
from lapa_kit.problems import NotFound


class NotInTestMode(NotFound):
    title = "There is no such thing"
    code = "not_found"


async def list_outbox(session: AsyncSession, recipient: str | None) -> list[TestMessage]:
    """Raises NotInTestMode."""
    if not settings.test_mode:
        raise NotInTestMode
    return await deliveries.list_test_messages(session, recipient)


async def empty_outbox(session: AsyncSession) -> None:
    if not settings.test_mode:
        raise NotInTestMode
    await deliveries.delete_test_messages(session)
