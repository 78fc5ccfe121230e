"""Substitutes: whom a client would have in his walker's place, and their consent to that."""

from uuid import UUID

from app.models.substitute import NotMetYet, SubstituteNotFound
from app.queries.substitutes import list_requests, list_substitutes
from app.schemas.substitutes import RankSubstitutes, SubstituteRead, Substitutes
from app.services import substitutes
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.problems import problems

router = Router(prefix="/orders/substitutes", tags=["substitutes"])


@router.get("", responses=problems(*IDENTITY_PROBLEMS))
async def list_own_substitutes(user: CurrentUser, session: Session) -> Substitutes:
    """The caller's substitutes, first choice first."""
    return Substitutes.of(await list_substitutes(session, user.id))


@router.put("", responses=problems(*IDENTITY_PROBLEMS, NotMetYet))
async def rank_substitutes(
    body: RankSubstitutes, user: CurrentUser, session: Session
) -> Substitutes:
    """The whole list, first choice first. Who is new on it is asked whether he agrees to be.

    When a walker of the caller is late and silent, or lost, those who agreed are asked one after another.
    """
    ranked = await substitutes.rank_substitutes(session, body.ids(), client_id=user.id)
    return Substitutes.of(ranked)


@router.get("/requests", responses=problems(*IDENTITY_PROBLEMS))
async def list_own_requests(user: CurrentUser, session: Session) -> Substitutes:
    """The clients who have named the caller, newest first."""
    return Substitutes.of(await list_requests(session, user.id))


@router.post("/{substitute_id}/consent", responses=problems(*IDENTITY_PROBLEMS, SubstituteNotFound))
async def consent(substitute_id: UUID, user: CurrentUser, session: Session) -> SubstituteRead:
    """The one who was named agrees to be asked, also at short notice; each walk he may still decline."""
    said = await substitutes.answer(session, substitute_id, walker_id=user.id, consents=True)
    return SubstituteRead.model_validate(said)


@router.post("/{substitute_id}/decline", responses=problems(*IDENTITY_PROBLEMS, SubstituteNotFound))
async def decline(substitute_id: UUID, user: CurrentUser, session: Session) -> SubstituteRead:
    """The one who was named does not want to be asked, or no longer."""
    said = await substitutes.answer(session, substitute_id, walker_id=user.id, consents=False)
    return SubstituteRead.model_validate(said)
