"""Whom we tell: his language, his zone, and what he does not want to hear."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.person import Preference, end_of_quiet
from app.queries import people
from app.texts import CRITICAL, Category
from lapa_contracts.notification import Channel


@dataclass(frozen=True, slots=True)
class Reader:
    """How a person reads, and what he does not want to hear."""

    locale: str
    timezone: str
    preference: Preference | None
    # he was asked for news and offers, and said no or took his yes back
    has_refused_marketing: bool = False

    def wants(self, category: str, channel: Channel) -> bool:
        if category == Category.MARKETING and self.has_refused_marketing:
            return False
        if category in CRITICAL or self.preference is None:
            return True
        return f"{category}:{channel.value}" not in self.preference.muted

    def may_be_disturbed_from(self, category: str, now: datetime) -> datetime:
        if category in CRITICAL or self.preference is None:
            return now
        return end_of_quiet(
            now,
            quiet_from=self.preference.quiet_from,
            quiet_to=self.preference.quiet_to,
            timezone=self.timezone,
        )


async def get_reader(session: AsyncSession, user_id: UUID) -> Reader:
    person = await people.find_person(session, user_id)
    preference = await people.find_preference(session, user_id)
    locale = (preference and preference.locale) or (person and person.locale)
    timezone = (preference and preference.timezone) or (person and person.timezone)
    marketing = await people.find_consent(session, user_id, Category.MARKETING)
    return Reader(
        locale or settings.default_locale,
        timezone or settings.default_timezone,
        preference,
        has_refused_marketing=marketing is not None and not marketing.granted,
    )
