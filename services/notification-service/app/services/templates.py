"""Writing texts: each change is a new version, and the newest one is used."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.template import Template, TemplateExists, TemplateNotFound
from app.queries import templates
from app.services import texts
from app.services.rendering import SAMPLES, check, render
from app.texts import BUILT_IN, KINDS
from lapa_contracts.notification import Channel
from lapa_kit.audit import describe
from lapa_kit.etags import check_version


@dataclass(frozen=True, slots=True)
class Written:
    """A text as it stands; `version` 0 came with the house."""

    id: UUID
    key: str
    locale: str
    channel: Channel
    subject: str
    body: str
    variables: Mapping[str, str]
    version: int


def _id_of(key: str, locale: str, channel: Channel) -> UUID:
    """A text keeps its id through its versions."""
    return uuid5(NAMESPACE_URL, f"lapa:template:{key}:{locale}:{channel.value}")


def _built_in() -> dict[UUID, Written]:
    found: dict[UUID, Written] = {}
    for locale, by_key in BUILT_IN.items():
        for key, (subject, body) in by_key.items():
            for channel in KINDS[key].channels:
                its = _id_of(key, locale, channel)
                variables = KINDS[key].variables
                found[its] = Written(its, key, locale, channel, subject, body, variables, 0)
    return found


def _written(row: Template) -> Written:
    its = _id_of(row.key, row.locale, row.channel)
    variables = KINDS[row.key].variables if row.key in KINDS else row.variables
    return Written(
        its, row.key, row.locale, row.channel, row.subject, row.body, variables, row.version
    )


async def _all(session: AsyncSession) -> dict[UUID, Written]:
    known = _built_in()
    for row in await templates.list_newest(session):
        its = _id_of(row.key, row.locale, row.channel)
        if not row.is_deleted:
            known[its] = _written(row)
    return known


async def list_templates(
    session: AsyncSession, *, key: str | None, locale: str | None
) -> list[Written]:
    found = (await _all(session)).values()
    wanted = [
        one for one in found if (key or one.key) == one.key and (locale or one.locale) == one.locale
    ]
    return sorted(wanted, key=lambda one: (one.key, one.locale, one.channel.value))


async def get_template(session: AsyncSession, template_id: UUID) -> Written:
    if found := (await _all(session)).get(template_id):
        return found
    raise TemplateNotFound


async def create_template(
    session: AsyncSession,
    key: str,
    locale: str,
    channel: Channel,
    *,
    subject: str,
    body: str,
    variables: Mapping[str, str],
    author_id: UUID,
) -> Written:
    """A text of a kind of its own, or of a kind that has none yet in this language and channel."""
    its = _id_of(key, locale, channel)
    await templates.lock_text(session, str(its))
    if its in await _all(session):
        raise TemplateExists
    typed = KINDS[key].variables if key in KINDS else variables
    return await _add(session, key, locale, channel, subject, body, typed, author_id)


async def change_template(
    session: AsyncSession,
    template_id: UUID,
    *,
    subject: str,
    body: str,
    version: int | None,
    author_id: UUID,
) -> Written:
    """The next version of a text; the variables of a kind stay what they are."""
    await templates.lock_text(session, str(template_id))
    now = await get_template(session, template_id)
    check_version(now.version, version)
    return await _add(
        session, now.key, now.locale, now.channel, subject, body, now.variables, author_id
    )


async def delete_template(session: AsyncSession, template_id: UUID, *, author_id: UUID) -> None:
    """What came with the house comes back; a text of a kind of its own is gone."""
    await templates.lock_text(session, str(template_id))
    now = await get_template(session, template_id)
    if now.version == 0:
        return
    gone = now.key, now.locale, now.channel, now.subject, now.body, now.variables, author_id
    await _add(session, *gone, is_deleted=True)


async def _add(
    session: AsyncSession,
    key: str,
    locale: str,
    channel: Channel,
    subject: str,
    body: str,
    variables: Mapping[str, str],
    author_id: UUID,
    *,
    is_deleted: bool = False,
) -> Written:
    check(subject, body, variables)
    last = await templates.find_newest(session, key, locale, channel)
    row = Template(
        key=key,
        locale=locale,
        channel=channel,
        version=last.version + 1 if last else 1,
        subject=subject,
        body=body,
        variables=dict(variables),
        author_id=author_id,
        is_deleted=is_deleted,
    )
    session.add(row)
    await session.flush()
    facts = {"key": key, "locale": locale, "channel": channel.value}
    describe(
        session,
        action="template_deleted" if is_deleted else "template_written",
        subject_id=_id_of(key, locale, channel),
        before={"version": row.version - 1},
        after={**facts, "version": row.version},
    )
    return _written(row)


async def preview(
    session: AsyncSession, template_id: UUID, params: Mapping[str, Any], *, timezone: str
) -> tuple[str, str]:
    """With the given variables, and samples for those that are not given."""
    text = await get_template(session, template_id)
    values = {name: params.get(name, SAMPLES[kind]) for name, kind in text.variables.items()}
    return render(
        text.subject,
        text.body,
        text.variables,
        values,
        locale=texts.language_of(text.locale),
        timezone=timezone,
    )
