"""The client's list of substitutes, and what those on it say to that."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.substitute import NotMetYet, Substitute, SubstituteState
from app.queries import substitutes as substitute_queries
from lapa_contracts.order import SubstituteAnswered, SubstituteAsked
from lapa_kit.events import publish
from lapa_kit.ids import new_id


async def rank_substitutes(
    session: AsyncSession, walker_ids: list[UUID], *, client_id: UUID
) -> list[Substitute]:
    """The whole list, first choice first. Who is new on it is asked; who stays has said already what he says.

    Raises NotMetYet.
    """
    met = await substitute_queries.list_met(session, client_id, walker_ids)
    if strangers := [str(one) for one in walker_ids if one not in met]:
        raise NotMetYet(walker_ids=strangers)
    known = await substitute_queries.lock_substitutes(session, client_id)
    gone = [one.id for one in known if one.walker_id not in walker_ids]
    await substitute_queries.delete_substitutes(session, gone)
    by_walker = {one.walker_id: one for one in known}
    for rank, walker_id in enumerate(walker_ids, start=1):
        if one := by_walker.get(walker_id):
            one.rank = rank
        else:
            _ask(session, client_id, walker_id, rank)
    await session.flush()
    return await substitute_queries.list_substitutes(session, client_id)


def _ask(session: AsyncSession, client_id: UUID, walker_id: UUID, rank: int) -> None:
    substitute = Substitute(
        id=new_id(),
        client_id=client_id,
        walker_id=walker_id,
        rank=rank,
        state=SubstituteState.ASKED,
    )
    session.add(substitute)
    publish(
        session,
        SubstituteAsked(substitute_id=substitute.id, client_id=client_id, walker_id=walker_id),
    )


async def answer(
    session: AsyncSession, substitute_id: UUID, *, walker_id: UUID, consents: bool
) -> Substitute:
    """Raises SubstituteNotFound."""
    substitute = await substitute_queries.lock_request(session, substitute_id, walker_id=walker_id)
    if substitute.answer(consents=consents):
        publish(
            session,
            SubstituteAnswered(
                substitute_id=substitute.id,
                client_id=substitute.client_id,
                walker_id=walker_id,
                consents=consents,
            ),
        )
    return substitute
