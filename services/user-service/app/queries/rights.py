"""The table of rights in SQL."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.right import RolePermission


async def seed_permissions(session: AsyncSession, table: Mapping[str, Iterable[str]]) -> None:
    """Add what the table does not know yet; what an operator has withdrawn stays withdrawn."""
    rows = [
        {"role": str(role), "permission": permission, "granted": True}
        for role, permissions in table.items()
        for permission in sorted(permissions)
    ]
    await session.execute(insert(RolePermission).values(rows).on_conflict_do_nothing())


async def list_permissions(session: AsyncSession) -> dict[str, list[str]]:
    """Role → permissions; a role without any is absent."""
    statement = select(RolePermission).where(RolePermission.granted)
    rows = await session.scalars(statement.order_by(RolePermission.permission))
    table: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        table[row.role].append(row.permission)
    return dict(table)
