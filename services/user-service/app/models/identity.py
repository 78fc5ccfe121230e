"""Accounts elsewhere (OpenID Connect) that open an account here."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from lapa_kit.ids import new_id
from lapa_kit.problems import (
    BadRequest,
    Conflict,
    Forbidden,
    NotFound,
    Unauthorized,
    UpstreamFailed,
)


class UnknownProvider(NotFound):
    title = "There is no such identity provider"


class IssuerFailed(UpstreamFailed):
    title = "The identity provider does not answer as it should"


class InvalidIdToken(Unauthorized):
    """Forged, of another client, attempt or time: which of them is not told."""

    title = "What the identity provider says of you cannot be trusted"


class InvalidOauthState(BadRequest):
    """Also for an answer that comes a second time."""

    title = "This was not begun in this browser, or too long ago"


class ProviderDeclined(Forbidden):
    title = "The identity provider was not let tell who you are"


class InvalidTicket(Unauthorized):
    title = "Begin again at the identity provider"


class EmailNotProved(Forbidden):
    title = "The identity provider does not vouch for your e-mail"


class AccountExists(Conflict):
    title = "There is an account with this e-mail: sign in to it, and link this way in there"


class IdentityTaken(Conflict):
    title = "That account elsewhere opens another account here"


class ProviderLinked(Conflict):
    title = "An account of this identity provider is linked already"


class IdentityNotFound(NotFound):
    title = "No such account elsewhere is linked"


class Identity(Base):
    """Known by the issuer and by what it calls the person, never by an e-mail; the moments are real time."""

    __tablename__ = "identities"
    __table_args__ = (UniqueConstraint("issuer", "subject"), UniqueConstraint("user_id", "issuer"))

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    issuer: Mapped[str]
    subject: Mapped[str]
    # of the account there, when it was linked: so that its owner knows which one it is
    email: Mapped[str]
    created_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]
