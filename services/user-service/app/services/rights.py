"""The table of rights: what the contract says, until an operator changes it."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.queries import rights as right_queries
from lapa_contracts.roles import ROLES


async def seed_rights(session: AsyncSession) -> None:
    """Rights that are new in the contract are added; withdrawn ones stay withdrawn."""
    await right_queries.seed_permissions(session, ROLES)


async def get_permissions(session: AsyncSession) -> dict[str, list[str]]:
    """The contract's own table until the seeding at the first start."""
    table = await right_queries.list_permissions(session)
    return table or {str(role): sorted(granted) for role, granted in ROLES.items()}
