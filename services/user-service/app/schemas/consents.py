"""Consents over HTTP."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.consents import Document
from app.models.consent import Consent
from app.schemas.values import Locale, Schema, Utc
from app.services.consents import Asked


class ConsentDocumentRead(Schema):
    """`title` and `text`: locale → words."""

    purpose: str
    version: str
    required: bool
    title: dict[str, str]
    text: dict[str, str]

    @classmethod
    def of(cls, document: Document) -> "ConsentDocumentRead":
        return cls.model_validate(document)


class ConsentDocuments(Schema):
    items: list[ConsentDocumentRead]


class ConsentRead(Schema):
    """One decision, as it was made."""

    id: UUID
    purpose: str
    document_version: str
    granted: bool
    locale: str
    at: Utc

    @classmethod
    def of(cls, consent: Consent) -> "ConsentRead":
        return cls.model_validate(consent)


class ConsentAskedRead(Schema):
    """`granted` is null until the present version was decided on; `is_due`: it has to be agreed to."""

    document: ConsentDocumentRead
    granted: bool | None
    is_due: bool
    decided: ConsentRead | None

    @classmethod
    def of(cls, asked: Asked) -> "ConsentAskedRead":
        return cls(
            document=ConsentDocumentRead.of(asked.document),
            granted=asked.granted,
            is_due=asked.is_due,
            decided=ConsentRead.of(asked.newest) if asked.newest else None,
        )


class ConsentsAsked(Schema):
    items: list[ConsentAskedRead]


class ConsentCreate(Schema):
    """`locale`: the language of the text that was read; without it, the account's."""

    purpose: Annotated[str, Field(max_length=40)]
    document_version: Annotated[str, Field(max_length=40)]
    granted: bool
    locale: Locale | None = None
