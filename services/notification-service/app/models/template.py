"""Texts that were written here; those that come with the house are in `app/texts`."""

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped

from app.models.base import Record
from lapa_contracts.notification import Channel
from lapa_kit.problems import Conflict, InvalidRequest, NotFound


class TemplateNotFound(NotFound):
    title = "There is no such template"


class TemplateExists(Conflict):
    title = "This template exists: write its next version"


class InvalidTemplate(InvalidRequest):
    title = "The template cannot be rendered"


class MissingVariable(InvalidRequest):
    title = "A variable of the template is missing or of the wrong type"


class Template(Record):
    """One version of one text; the newest one is used."""

    __tablename__ = "templates"
    __table_args__ = (
        UniqueConstraint("key", "locale", "channel", "version"),
        CheckConstraint("version > 0", name="version_counts_from_one"),
    )

    key: Mapped[str]
    locale: Mapped[str]
    channel: Mapped[Channel]
    version: Mapped[int]
    subject: Mapped[str]
    body: Mapped[str]
    # name -> text | money | moment | date | number
    variables: Mapped[dict[str, Any]]
    author_id: Mapped[UUID | None]
    # a deleted text leaves the one that came with the house
    is_deleted: Mapped[bool]
