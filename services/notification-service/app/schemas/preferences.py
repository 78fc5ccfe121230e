"""Preferences and channels over HTTP."""

from datetime import time
from typing import Annotated
from uuid import UUID

from pydantic import Field, PlainSerializer

from app.schemas.values import Locale, Schema
from app.services.channels import Way
from app.services.preferences import OFFERED
from app.services.readers import Reader
from app.texts import Category
from lapa_contracts.notification import Channel

Hour = Annotated[time, PlainSerializer(lambda moment: f"{moment:%H:%M}")]


class QuietHours(Schema):
    """By the reader's own clock; from 22:00 to 08:00 goes over midnight."""

    start: Hour = Field(alias="from")
    end: Hour = Field(alias="to")


class PreferencesWrite(Schema):
    """What is not named is wanted; `timezone` and `locale` are the profile's when absent."""

    categories: dict[Category, dict[Channel, bool]] = {}
    quiet_hours: QuietHours | None = None
    timezone: str | None = Field(None, max_length=64)
    locale: Locale | None = None


class PreferencesRead(Schema):
    categories: dict[Category, dict[Channel, bool]]
    quiet_hours: QuietHours | None
    timezone: str
    locale: str

    @classmethod
    def of(cls, reader: Reader) -> "PreferencesRead":
        chosen = reader.preference
        quiet = None
        if chosen and chosen.quiet_from and chosen.quiet_to:
            quiet = QuietHours.model_validate({"from": chosen.quiet_from, "to": chosen.quiet_to})
        wanted = {
            category: {channel: reader.wants(category, channel) for channel in OFFERED}
            for category in Category
        }
        return cls(
            categories=wanted, quiet_hours=quiet, timezone=reader.timezone, locale=reader.locale
        )


class WayRead(Schema):
    """`reason` of a channel that cannot be used: `no_provider` or `no_address`."""

    type: Channel
    available: bool
    reason: str | None
    address: str | None
    verified: bool


class Ways(Schema):
    user_id: UUID
    items: list[WayRead]

    @classmethod
    def of(cls, user_id: UUID, ways: list[Way]) -> "Ways":
        return cls(user_id=user_id, items=[WayRead.model_validate(way) for way in ways])
