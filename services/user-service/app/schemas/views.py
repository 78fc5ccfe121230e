"""Support's views as they cross HTTP."""

from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from app.models.user import User
from app.models.view import View
from app.schemas.users import UserRead
from app.schemas.values import Schema, Utc


class ViewRequest(Schema):
    user_id: UUID
    reason: str = Field(min_length=5, max_length=500, pattern=r"^[^\x00]*$")


class ViewRead(Schema):
    """Whose eyes these are not: support's look, why, until when."""

    view_id: UUID
    viewer_id: UUID
    reason: str
    started_at: Utc
    expires_at: Utc

    @classmethod
    def of(cls, view: View) -> "ViewRead":
        return cls(
            view_id=view.id,
            viewer_id=view.viewer_id,
            reason=view.reason,
            started_at=view.started_at,
            expires_at=view.expires_at,
        )


class ProfileRead(UserRead):
    """One's own profile; `view_as` is null unless support looks with one's eyes, and then says so on
    every page."""

    view_as: ViewRead | None = None

    @classmethod
    def seen_by(cls, user: User, view: View | None) -> "ProfileRead":
        read = UserRead.of(user).model_dump()
        return cls(**read, view_as=ViewRead.of(view) if view else None)


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
