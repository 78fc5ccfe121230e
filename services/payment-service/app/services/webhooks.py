"""What providers tell us: proved genuine, taken once, and then looked up. An unknown object is no news."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.providers import provider_of
from app.providers.provider import ChargedBack, Notice, Subject, Webhook
from app.queries import webhooks as webhook_queries
from app.queries.operations import list_open_by_reference
from app.services import chargebacks, operations, payout_sending, topups
from lapa_kit import clock
from lapa_kit.db import Sessions
from lapa_kit.problems import NotFound

REMEMBERED_FOR = timedelta(days=90)


class UnknownProvider(NotFound):
    title = "No provider of that name tells us anything"


async def take(sessions: Sessions, name: str, webhook: Webhook) -> str:
    """What to answer. Raises UnknownProvider, WebhookNotGenuine, WebhookNotUnderstood.

    Takes sessions: a provider may have to be asked whether a message is his.
    """
    if name not in settings.providers:
        raise UnknownProvider
    provider = provider_of(name, sessions)
    notices = await provider.read_webhook(webhook)
    async with sessions.begin() as session:
        for notice in notices:
            if await webhook_queries.add_event(session, name, notice.event_id, clock.now()):
                await _act(session, name, notice)
    return provider.webhook_answer


async def _act(session: AsyncSession, name: str, notice: Notice) -> None:
    """What it says of our own doing is not believed: it only makes us look now, and not when we would have."""
    if isinstance(notice, ChargedBack):
        await chargebacks.take(session, name, notice)
        return
    told = (session, name, notice.reference, notice.provider_id)
    if notice.subject is Subject.PAYOUT:
        if payout_id := await webhook_queries.find_open_payout(*told):
            await payout_sending.look_up_soon(session, payout_id)
        return
    for operation_id in await list_open_by_reference(*told):
        await operations.look_soon(session, operation_id)
    if topup_id := await webhook_queries.find_open_topup(*told):
        await topups.look_up_soon(session, topup_id)


async def forget_old(session: AsyncSession) -> None:
    """Longer than any provider repeats himself."""
    await webhook_queries.forget_events(session, before=clock.now() - REMEMBERED_FOR)
