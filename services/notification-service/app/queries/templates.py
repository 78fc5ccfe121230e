"""Templates in SQL."""

from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from app.models.template import Template
from lapa_contracts.notification import Channel


async def find_newest(
    session: AsyncSession, key: str, locale: str, channel: Channel
) -> Template | None:
    statement = (
        select(Template)
        .where(Template.key == key, Template.locale == locale, Template.channel == channel)
        .order_by(Template.version.desc())
        .limit(1)
    )
    return await session.scalar(statement)


async def find_template(session: AsyncSession, template_id: UUID) -> Template | None:
    return await session.get(Template, template_id)


async def list_newest(
    session: AsyncSession, *, key: str | None = None, locale: str | None = None
) -> list[Template]:
    """The newest version of each text that was written here."""
    later = aliased(Template)
    is_old = exists().where(
        later.key == Template.key,
        later.locale == Template.locale,
        later.channel == Template.channel,
        later.version > Template.version,
    )
    statement = select(Template).where(~is_old)
    if key is not None:
        statement = statement.where(Template.key == key)
    if locale is not None:
        statement = statement.where(Template.locale == locale)
    return list(await session.scalars(statement))


async def lock_text(session: AsyncSession, name: str) -> None:
    """Two people who write the same text do it one after another."""
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(name, 0))))
