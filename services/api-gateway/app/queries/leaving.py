"""What developers were told of a person, in SQL."""

from uuid import UUID

from sqlalchemy import ColumnElement, String, cast

from app.models.webhook import Delivery


def tells_of(user_id: UUID) -> ColumnElement[bool]:
    """Deliveries to anybody whose content names him."""
    return cast(Delivery.data, String).like(f"%{user_id}%")
