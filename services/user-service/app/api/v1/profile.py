"""One's own profile."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Request, Response

from app.models.code import TooManyCodes
from app.models.user import EmailTaken, PasswordRequired, UserNotFound
from app.queries.users import get_user
from app.schemas.users import ProfilePatch, ProfileReplace, UserRead
from app.schemas.views import ProfileRead
from app.services import profiles, views
from app.services.attempts import TooManyAttempts, signing_in
from app.services.reauthentication import SignInAgain
from lapa_contracts.media import ContextType, MediaClient
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser, EnrollingUser
from lapa_kit.clients import client
from lapa_kit.db import Session
from lapa_kit.etags import IfMatch, InvalidEtag, set_etag
from lapa_kit.idempotency import Router
from lapa_kit.problems import PreconditionFailed, UpstreamFailed, problems
from lapa_kit.ratelimit import Limiter, client_address

router = Router(prefix="/users/profile", tags=["profile"])
Media = Annotated[MediaClient, Depends(client(MediaClient))]
CHANGE_PROBLEMS = problems(
    *IDENTITY_PROBLEMS,
    UserNotFound,
    EmailTaken,
    PasswordRequired,
    SignInAgain,
    PreconditionFailed,
    InvalidEtag,
    TooManyAttempts,
    TooManyCodes,
    UpstreamFailed,
)


@router.get("", responses=problems(*IDENTITY_PROBLEMS, UserNotFound))
async def get_profile(user: EnrollingUser, session: Session, response: Response) -> ProfileRead:
    """The caller's own profile."""
    found = await get_user(session, user.id)
    set_etag(response, found.version)
    return ProfileRead.seen_by(found, await views.find_view_of(session, user))


class ProfileChange:
    """What both ways of changing a profile have at hand."""

    def __init__(
        self,
        user: CurrentUser,
        session: Session,
        media: Media,
        limiter: Limiter,
        request: Request,
        response: Response,
        if_match: IfMatch,
    ) -> None:
        self.user, self.session, self.media, self.limiter = user, session, media, limiter
        self.address, self.response, self.version = client_address(request), response, if_match

    async def make(self, facts: dict[str, Any], current_password: str | None) -> UserRead:
        await self._claim(facts.get("avatar_media_id"))
        async with signing_in(self.limiter, f"change:{self.user.id}", self.address):
            changed = await profiles.change_profile(
                self.session,
                self.user.id,
                facts,
                session_id=self.user.session_id,
                current_password=current_password,
                version=self.version,
            )
        set_etag(self.response, changed.version)
        return UserRead.of(changed)

    async def _claim(self, avatar_id: UUID | None) -> None:
        """Before the transaction begins: it asks another service."""
        if avatar_id:
            await self.media.claim(
                [avatar_id],
                owner_id=self.user.id,
                context_type=ContextType.USER,
                context_id=self.user.id,
            )


Change = Annotated[ProfileChange, Depends()]


@router.put("", responses=CHANGE_PROBLEMS)
async def replace_profile(body: ProfileReplace, change: Change) -> UserRead:
    """Replace the profile; a new e-mail needs `current_password` and must be proved anew."""
    return await change.make(body.facts(), body.current_password)


@router.patch("", responses=CHANGE_PROBLEMS)
async def change_profile(body: ProfilePatch, change: Change) -> UserRead:
    """Change some of the profile; a new e-mail needs `current_password` and must be proved anew."""
    return await change.make(body.facts(), body.current_password)
