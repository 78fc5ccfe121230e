"""Templates over HTTP."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from app.schemas.values import Schema, Words
from app.services.templates import Written
from lapa_contracts.notification import Channel

Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$", max_length=100)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=50)]
Type = Literal["text", "money", "moment", "date", "number"]


class TemplateWrite(Schema):
    """Jinja, without anything that reaches outside of the text."""

    subject: Words = Field(max_length=200)
    body: Words = Field(max_length=10_000)


class TemplateCreate(TemplateWrite):
    """`variables` are for a kind of one's own; those of the platform's kinds are fixed."""

    key: Key
    locale: Literal["en", "ru"]
    channel: Literal[Channel.INBOX, Channel.EMAIL] = Channel.INBOX
    variables: dict[Name, Type] = Field(default={}, max_length=50)


class TemplateRead(Schema):
    """`version` 0 came with the platform."""

    id: UUID
    key: str
    locale: str
    channel: Channel
    subject: str
    body: str
    variables: dict[str, str]
    version: int

    @classmethod
    def of(cls, text: Written) -> "TemplateRead":
        return cls.model_validate(text)


class PreviewRequest(Schema):
    """Samples stand in for variables that are not given."""

    params: dict[str, Any] = Field(default={}, max_length=50)
    timezone: str = Field("UTC", max_length=64)


class Preview(Schema):
    subject: str
    body: str
