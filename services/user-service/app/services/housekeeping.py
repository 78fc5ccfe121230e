"""What is of no use any more and says things about people."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.absences import delete_times_off_over_before
from app.queries.codes import delete_codes_over_before
from app.queries.contacts import delete_views_before, delete_windows_over_before
from app.queries.sessions import delete_sessions_over_before
from app.services.revocation import real_now
from lapa_kit import clock

KEPT_FOR = timedelta(days=30)
VIEWS_KEPT_FOR = timedelta(days=365)


async def forget_old_sessions(session: AsyncSession) -> None:
    await delete_sessions_over_before(session, real_now() - KEPT_FOR)
    now = clock.now()
    await delete_codes_over_before(session, now - KEPT_FOR)
    await delete_windows_over_before(session, now - KEPT_FOR)
    await delete_times_off_over_before(session, now - KEPT_FOR)
    await delete_views_before(session, now - VIEWS_KEPT_FOR)
