"""Consents: asked for by documents with versions, given and taken back, never forgotten."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.consents import DOCUMENTS, TERMS, Document
from app.models.consent import Consent, ConsentNeeded, ConsentNotFound, ConsentOutdated
from app.queries.consents import list_newest_consents
from app.queries.users import lock_user
from app.services.telling import tell_user
from lapa_contracts.user import ConsentChanged
from lapa_kit.events import publish
from lapa_kit.ids import new_id


@dataclass(frozen=True, slots=True)
class Asked:
    """A document and what the person last said about its purpose."""

    document: Document
    newest: Consent | None

    @property
    def granted(self) -> bool | None:
        """None: not asked yet, or agreed to an older version only."""
        if self.newest is None:
            return None
        is_current = self.newest.document_version == self.document.version
        return self.newest.granted if is_current or not self.newest.granted else None

    @property
    def is_due(self) -> bool:
        return self.document.required and not self.granted


async def list_asked(session: AsyncSession, user_id: UUID) -> list[Asked]:
    newest = await list_newest_consents(session, user_id)
    return [Asked(document, newest.get(purpose)) for purpose, document in DOCUMENTS.items()]


async def decide(
    session: AsyncSession,
    user_id: UUID,
    *,
    purpose: str,
    document_version: str,
    granted: bool,
    locale: str | None,
) -> Consent:
    """The same decision again adds nothing. Raises ConsentNotFound, ConsentOutdated, ConsentNeeded."""
    document = DOCUMENTS.get(purpose)
    if document is None:
        raise ConsentNotFound
    if document.version != document_version:
        raise ConsentOutdated(version=document.version)
    if document.required and not granted:
        raise ConsentNeeded
    user = await lock_user(session, user_id)
    newest = (await list_newest_consents(session, user_id)).get(purpose)
    if newest and (newest.document_version, newest.granted) == (document_version, granted):
        return newest
    consent = Consent(
        id=new_id(),
        user_id=user_id,
        purpose=purpose,
        number=newest.number + 1 if newest else 1,
        document_version=document_version,
        granted=granted,
        locale=locale or user.locale,
    )
    session.add(consent)
    await session.flush()
    publish(
        session,
        ConsentChanged(
            user_id=user_id,
            purpose=purpose,
            document_version=document_version,
            granted=granted,
            version=consent.number,
        ),
    )
    if purpose == TERMS:
        user.terms_version = document_version
        user.version += 1
        tell_user(session, user)
    return consent
