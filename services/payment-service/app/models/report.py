"""What providers report of a day: kept beside our books, to be compared with them."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Money
from app.providers.provider import Subject
from lapa_kit.problems import InvalidRequest


class DayNotOver(InvalidRequest):
    title = "That day is not over yet"


class ProviderReport(Base):
    __tablename__ = "provider_reports"

    provider: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    fetched_at: Mapped[datetime]


class ReportedMovement(Base):
    """A line of a report. `reference` is ours, as the provider repeats it or as we know his id."""

    __tablename__ = "reported_movements"
    __table_args__ = (
        CheckConstraint("amount >= 0", name="amount_not_negative"),
        Index("ix_reported_movements_provider_reference", "provider", "reference"),
    )

    provider: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    subject: Mapped[Subject] = mapped_column(primary_key=True)
    provider_id: Mapped[str] = mapped_column(primary_key=True)
    reference: Mapped[UUID | None]
    amount: Mapped[Money]
    currency: Mapped[str]
    fee: Mapped[Money]
