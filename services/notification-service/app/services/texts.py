"""Which text is used: the newest that was written here, else the one that came with the house."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.template import TemplateNotFound
from app.queries import templates
from app.services.rendering import render
from app.texts import BUILT_IN, KINDS
from lapa_contracts.notification import Channel

FALLBACK = "en"
LANGUAGES = tuple(BUILT_IN)


@dataclass(frozen=True, slots=True)
class Text:
    """`version` 0 came with the house."""

    subject: str
    body: str
    variables: Mapping[str, str]
    locale: str
    version: int


def language_of(locale: str) -> str:
    """`ru-RU` and `ru_RU` are `ru`."""
    return locale.replace("_", "-").partition("-")[0].lower()


async def find_text(session: AsyncSession, key: str, locale: str, channel: Channel) -> Text:
    """In the reader's language, else in English; raises TemplateNotFound."""
    for language in dict.fromkeys((language_of(locale), FALLBACK)):
        written = await templates.find_newest(session, key, language, channel)
        if written and not written.is_deleted:
            variables = KINDS[key].variables if key in KINDS else written.variables
            return Text(written.subject, written.body, variables, language, written.version)
        if text := BUILT_IN.get(language, {}).get(key):
            return Text(*text, KINDS[key].variables, language, 0)
    raise TemplateNotFound(f"There is no text for {key}.")


async def say(
    session: AsyncSession,
    key: str,
    params: Mapping[str, Any],
    *,
    channel: Channel,
    locale: str,
    timezone: str,
) -> tuple[str, str]:
    """Subject and body; raises TemplateNotFound, MissingVariable, InvalidTemplate."""
    text = await find_text(session, key, locale, channel)
    return render(
        text.subject, text.body, text.variables, params, locale=text.locale, timezone=timezone
    )
