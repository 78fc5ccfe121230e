"""What people agreed to, and took back: rows that are only added."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.problems import Conflict, InvalidRequest, NotFound


class ConsentNotFound(NotFound):
    title = "Nobody is asked about that"


class ConsentOutdated(Conflict):
    title = "That is not the present version: read the new one first"


class ConsentNeeded(InvalidRequest):
    title = "Without this nothing works: it ends with the account"


class Consent(Base):
    """One decision; `number` counts a person's decisions about a purpose, the last one counts."""

    __tablename__ = "consents"
    __table_args__ = (UniqueConstraint("user_id", "purpose", "number"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    purpose: Mapped[str]
    number: Mapped[int]
    document_version: Mapped[str]
    granted: Mapped[bool]
    # the language of the text that was read
    locale: Mapped[str]
    at: Mapped[datetime] = mapped_column(default=clock.now)
