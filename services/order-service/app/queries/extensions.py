"""Extensions in SQL."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.extension import Extension, ExtensionNotFound, ExtensionState


async def list_extensions(session: AsyncSession, order_id: UUID) -> list[Extension]:
    statement = select(Extension).where(Extension.order_id == order_id)
    return list(await session.scalars(statement.order_by(Extension.id)))


async def lock_proposal(session: AsyncSession, order_id: UUID) -> Extension | None:
    """The one nobody has answered yet. Lock the order first: that is the order in which everybody locks."""
    statement = select(Extension).where(
        Extension.order_id == order_id, Extension.state == ExtensionState.PROPOSED
    )
    return await session.scalar(statement.with_for_update())


async def get_extension(session: AsyncSession, order_id: UUID, extension_id: UUID) -> Extension:
    statement = select(Extension).where(
        Extension.id == extension_id, Extension.order_id == order_id
    )
    if extension := await session.scalar(statement.execution_options(populate_existing=True)):
        return extension
    raise ExtensionNotFound
