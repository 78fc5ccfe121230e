"""A person leaves: asked for by himself, done by ten services, finished with the tenth receipt."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from secrets import token_bytes
from uuid import UUID

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.erasure import LIMIT, PATIENCE, CannotLeaveYet, Erasure
from app.models.user import User
from app.queries import erasures as erasure_queries
from app.queries.users import get_user, lock_user
from app.queries.walkers import find_locked_walker
from app.services.reauthentication import confirm_identity
from app.services.sessions import end_all_sessions, outdate_tokens
from app.services.telling import tell_contact, tell_user, tell_walker
from lapa_contracts.privacy import PRIVACY_CLIENTS, Obstacle, PrivacyErased
from lapa_contracts.services import SERVICES
from lapa_contracts.user import UserErasureRequested, UserStatus
from lapa_kit import clock
from lapa_kit.clients import Clients
from lapa_kit.events import publish

ASKED_AGAIN_AFTER = timedelta(hours=1)

log = structlog.get_logger()


async def find_obstacles(clients: Clients, user_id: UUID) -> list[Obstacle]:
    """Of all ten services, before any transaction; raises UpstreamFailed when one is silent."""
    found: list[Obstacle] = []
    for kind in PRIVACY_CLIENTS.values():
        found += await clients.get(kind).blockers(user_id)
    return found


async def request_erasure(
    session: AsyncSession,
    user_id: UUID,
    *,
    session_id: UUID,
    current_password: str | None,
    waived: Collection[str],
    obstacles: Sequence[Obstacle],
) -> Erasure:
    """He is out at once; the ten do the rest. Raises PasswordRequired, SignInAgain, CannotLeaveYet."""
    await confirm_identity(session, await get_user(session, user_id), session_id, current_password)
    left = [one for one in obstacles if not (one.can_be_waived and one.code in waived)]
    if left:
        raise CannotLeaveYet(blockers=[one.model_dump(mode="json") for one in left])
    user = await lock_user(session, user_id)
    user.status = UserStatus.ERASED
    await end_all_sessions(session, user_id, reason="erased")
    await outdate_tokens(session, user_id)
    await _take_off_the_map(session, user_id)
    now = clock.now()
    erasure = Erasure(
        id=_unguessable(),
        user_id=user_id,
        pseudonym=_unguessable(),
        requested_at=now,
        due_at=now + LIMIT,
    )
    session.add(erasure)
    await session.flush()
    _ask(session, erasure)
    return erasure


def _unguessable() -> UUID:
    """Random in every bit, unlike our other ids: it tells neither who nor when."""
    return UUID(bytes=token_bytes(16), version=4)


async def _take_off_the_map(session: AsyncSession, user_id: UUID) -> None:
    walker = await find_locked_walker(session, user_id)
    if walker and walker.online:
        walker.online = False
        walker.version += 1
        tell_walker(session, walker)


def _ask(session: AsyncSession, erasure: Erasure) -> None:
    publish(
        session,
        UserErasureRequested(
            erasure_id=erasure.id, user_id=erasure.user_id, pseudonym=str(erasure.pseudonym)
        ),
    )


async def note_receipt(session: AsyncSession, receipt: PrivacyErased) -> None:
    """The tenth ends it: the pseudonym is forgotten, and everybody is told that he is gone."""
    erasure = await erasure_queries.lock_erasure(session, receipt.erasure_id)
    if erasure is None:
        return
    await erasure_queries.put_receipt(
        session,
        erasure_id=erasure.id,
        service=receipt.service,
        received_at=clock.now(),
        erased=receipt.erased,
        kept=[one.model_dump(mode="json") for one in receipt.kept],
    )
    given = {one.service for one in await erasure_queries.list_receipts(session, erasure.id)}
    if erasure.completed_at is None and given >= set(SERVICES):
        erasure.complete(clock.now())
        user: User = await get_user(session, erasure.user_id)
        tell_user(session, user)
        tell_contact(session, user)


async def ask_again(session: AsyncSession) -> None:
    """Those who have not answered yet are asked anew; who is asked twice does no harm."""
    now = clock.now()
    for erasure in await erasure_queries.list_running(session, before=now - ASKED_AGAIN_AFTER):
        if now - erasure.requested_at > PATIENCE:
            given = {
                one.service for one in await erasure_queries.list_receipts(session, erasure.id)
            }
            missing = sorted(set(SERVICES) - given)
            log.error("erasure.overdue", erasure=str(erasure.id), missing=missing)
        _ask(session, erasure)
