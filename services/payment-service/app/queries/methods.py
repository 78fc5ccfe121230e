"""Payment methods in SQL. Ownership is a WHERE: a stranger's id does not exist for him."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.method import PaymentMethod, PaymentMethodNotFound


def _of(user_id: UUID) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return (PaymentMethod.user_id == user_id, PaymentMethod.removed_at.is_(None))


async def lock_methods_of(session: AsyncSession, user_id: UUID) -> None:
    """Nobody else changes this person's methods until commit."""
    key = func.hashtext(f"payment_methods:{user_id}")
    await session.execute(select(func.pg_advisory_xact_lock(key)))


async def list_methods(session: AsyncSession, user_id: UUID) -> Sequence[PaymentMethod]:
    """The default one first, then the newest."""
    statement = select(PaymentMethod).where(*_of(user_id))
    order = (PaymentMethod.is_default.desc(), PaymentMethod.id.desc())
    return (await session.scalars(statement.order_by(*order))).all()


async def find_method(
    session: AsyncSession, method_id: UUID, *, user_id: UUID
) -> PaymentMethod | None:
    statement = select(PaymentMethod).where(PaymentMethod.id == method_id, *_of(user_id))
    return await session.scalar(statement)


async def get_method(session: AsyncSession, method_id: UUID, *, user_id: UUID) -> PaymentMethod:
    if method := await find_method(session, method_id, user_id=user_id):
        return method
    raise PaymentMethodNotFound


async def find_method_by_token(
    session: AsyncSession, user_id: UUID, provider: str, token: str
) -> PaymentMethod | None:
    statement = select(PaymentMethod).where(
        PaymentMethod.provider == provider, PaymentMethod.token == token, *_of(user_id)
    )
    return await session.scalar(statement)


async def find_any_method(session: AsyncSession, method_id: UUID) -> PaymentMethod | None:
    """Removed ones too: what was begun with them is brought to its end."""
    return await session.get(PaymentMethod, method_id)


async def unset_default(session: AsyncSession, user_id: UUID) -> None:
    statement = update(PaymentMethod).where(*_of(user_id), PaymentMethod.is_default)
    await session.execute(statement.values(is_default=False))
