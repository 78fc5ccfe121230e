"""Support looking with a person's eyes."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter

from app.models.user import UserNotFound
from app.models.view import PrivilegedAccount, ViewNotFound
from app.schemas.views import ViewOpened, ViewRequest
from app.services import views
from lapa_kit.auth import IDENTITY_PROBLEMS, Principal, allowed
from lapa_kit.db import Session
from lapa_kit.openapi import ANSWERED_ONCE
from lapa_kit.problems import problems

# no Idempotency-Key here: the answer holds a token, which is not to be kept
router = APIRouter(prefix="/auth/view-as", tags=["auth"])
Supporter = Annotated[Principal, allowed("users:view_as")]


@router.post(
    "",
    status_code=201,
    responses=problems(*IDENTITY_PROBLEMS, UserNotFound, PrivilegedAccount),
    openapi_extra=ANSWERED_ONCE,
)
async def view_as(body: ViewRequest, user: Supporter, session: Session) -> ViewOpened:
    """A short token to look with a person's eyes; it opens nothing but looks, each of them recorded."""
    opened = await views.open_view(session, body.user_id, viewer_id=user.id, reason=body.reason)
    return ViewOpened.of(opened.view, opened.user, opened.access_token, opened.expires_in)


@router.delete(
    "/{view_id:uuid}", status_code=204, responses=problems(*IDENTITY_PROBLEMS, ViewNotFound)
)
async def end_view(view_id: UUID, user: Supporter, session: Session) -> None:
    """End it before its minutes are over."""
    await views.end_view(session, view_id, viewer_id=user.id)
