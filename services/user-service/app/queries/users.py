"""People in SQL."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.user import EmailTaken, User, UserNotFound
from lapa_contracts.user import UserStatus
from lapa_kit.pagination import PageQuery, paginate


async def find_user_by_email(session: AsyncSession, email: str) -> User | None:
    return await session.scalar(select(User).where(User.email == email))


async def lock_user_by_email(session: AsyncSession, email: str) -> User | None:
    return await session.scalar(select(User).where(User.email == email).with_for_update())


async def lock_user_by_proved_phone(session: AsyncSession, phone: str) -> User | None:
    statement = select(User).where(User.phone == phone, User.phone_verified)
    return await session.scalar(statement.with_for_update())


async def lock_users_with_phone(session: AsyncSession, phone: str) -> list[User]:
    """All who claim it, in one order, so that two who prove it at the same time take turns."""
    statement = select(User).where(User.phone == phone).order_by(User.id).with_for_update()
    return list(await session.scalars(statement.execution_options(populate_existing=True)))


async def get_user(session: AsyncSession, user_id: UUID) -> User:
    if user := await session.get(User, user_id):
        return user
    raise UserNotFound


async def lock_user(session: AsyncSession, user_id: UUID) -> User:
    statement = select(User).where(User.id == user_id).with_for_update()
    if user := await session.scalar(statement.execution_options(populate_existing=True)):
        return user
    raise UserNotFound


async def save_user(session: AsyncSession, user: User) -> None:
    """Raises EmailTaken, also when two take the same address at the same time."""
    session.add(user)
    try:
        await session.flush()
    except IntegrityError as error:
        if "uq_users_email" in str(error.orig):
            raise EmailTaken from error
        raise


async def list_users(
    session: AsyncSession,
    page: PageQuery,
    *,
    query: str | None,
    role: str | None,
    status: UserStatus | None,
) -> tuple[list[User], str | None]:
    """`query` is looked for in names, e-mails and phones."""
    statement = select(User)
    if query:
        columns = (User.full_name, User.email, User.phone)
        found = [column.icontains(query, autoescape=True) for column in columns]
        statement = statement.where(or_(*found))
    if role:
        statement = statement.where(User.roles.contains([role]))
    if status:
        statement = statement.where(User.status == status)
    return await paginate(session, statement, page, User.id)


async def list_users_by_id(session: AsyncSession, user_ids: Sequence[UUID]) -> dict[UUID, User]:
    found = await session.scalars(select(User).where(User.id.in_(user_ids)))
    return {user.id: user for user in found}


async def lock_users_with_avatar(session: AsyncSession, media_id: UUID) -> list[User]:
    statement = select(User).where(User.avatar_media_id == media_id).with_for_update()
    return list(await session.scalars(statement))
