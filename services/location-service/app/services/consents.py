"""Who does not want to be located any more: his last point goes at once, and no other is kept."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.consents import put_consent
from app.queries.whereabouts import forget_last_point
from lapa_contracts.user import ConsentChanged

LOCATION = "location"


async def take_consent(session: AsyncSession, event: ConsentChanged) -> None:
    """The tracks of the walks he has made stay their owners'."""
    if event.purpose != LOCATION:
        return
    is_news = await put_consent(session, event.user_id, event.version, granted=event.granted)
    if is_news and not event.granted:
        await forget_last_point(session, event.user_id)
