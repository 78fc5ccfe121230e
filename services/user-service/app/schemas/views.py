"""Support's views as they cross HTTP."""

from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from app.models.user import User
from app.models.view import View
from app.schemas.users import UserRead
from app.schemas.values import Schema


class ViewRequest(Schema):
    user_id: UUID
    reason: str = Field(min_length=5, max_length=500, pattern=r"^[^\x00]*$")


class ViewOpened(Schema):
    """`access_token` is for looking only; the supporter's own token ends the view."""

    view_id: UUID
    access_token: str
    token_type: Literal["bearer"] = "bearer"
    expires_in: int
    expires_at: AwareDatetime
    reason: str
    user: UserRead

    @classmethod
    def of(cls, view: View, user: User, token: str, expires_in: int) -> "ViewOpened":
        return cls(
            view_id=view.id,
            access_token=token,
            expires_in=expires_in,
            expires_at=view.expires_at,
            reason=view.reason,
            user=UserRead.of(user),
        )
