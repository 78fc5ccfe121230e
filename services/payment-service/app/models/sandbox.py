"""The built-in provider's own books: it plays an outside company, so nothing else reads them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Money


class SandboxCharge(Base):
    __tablename__ = "sandbox_charges"

    # the reference that its customer (we) gave
    reference: Mapped[UUID] = mapped_column(primary_key=True)
    # what the page for confirming is found by; nobody can guess it
    secret: Mapped[str] = mapped_column(unique=True)
    amount: Mapped[Money]
    currency: Mapped[str]
    outcome: Mapped[str]
    code: Mapped[str | None]
    created_at: Mapped[datetime]


class SandboxPayout(Base):
    __tablename__ = "sandbox_payouts"

    reference: Mapped[UUID] = mapped_column(primary_key=True)
    amount: Mapped[Money]
    currency: Mapped[str]
    outcome: Mapped[str]
    code: Mapped[str | None]
    # how often it was asked to send this
    asked: Mapped[int]
    created_at: Mapped[datetime]


class SandboxScenario(Base):
    """What the next charges do whatever their token says; one row, in test mode."""

    __tablename__ = "sandbox_scenario"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    scenario: Mapped[str]
