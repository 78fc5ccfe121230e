"""A card or account that a person pays with, as its provider knows it: a token, never a number."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped

from app.models.base import Record
from lapa_kit.problems import Conflict, InvalidRequest, NotFound, ServiceUnavailable

STILL_THERE = text("removed_at IS NULL")


class PaymentMethodNotFound(NotFound):
    title = "No such payment method"


class PaymentMethodRefused(InvalidRequest):
    title = "The provider does not take this payment method"


class TooManyPaymentMethods(Conflict):
    title = "One person has not that many payment methods"


class ProviderUnavailable(ServiceUnavailable):
    title = "The payment provider cannot be reached"


class PaymentMethod(Record):
    __tablename__ = "payment_methods"
    __table_args__ = (
        Index("ix_payment_methods_user_id_id", "user_id", "id"),
        Index(
            "uq_payment_methods_default",
            "user_id",
            unique=True,
            postgresql_where=text("is_default AND removed_at IS NULL"),
        ),
        # the same card again is the same method
        Index(
            "uq_payment_methods_token",
            "user_id",
            "provider",
            "token",
            unique=True,
            postgresql_where=STILL_THERE,
        ),
    )

    user_id: Mapped[UUID]
    provider: Mapped[str]
    token: Mapped[str]
    # for its owner's eyes: •4242
    label: Mapped[str]
    is_default: Mapped[bool]
    removed_at: Mapped[datetime | None]
