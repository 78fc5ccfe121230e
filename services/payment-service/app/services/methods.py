"""What a person pays with: kept at the provider, by token; one of them is what he usually pays with."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.method import (
    PaymentMethod,
    PaymentMethodRefused,
    ProviderUnavailable,
    TooManyPaymentMethods,
)
from app.providers import is_there, provider_of
from app.providers.provider import Declined, MethodRequest, SavedMethod
from app.queries import methods as method_queries
from lapa_kit import clock
from lapa_kit.db import Sessions
from lapa_kit.ids import new_id

AT_MOST = 20


async def add_method(
    sessions: Sessions, user_id: UUID, *, provider: str, token: str, is_default: bool
) -> PaymentMethod:
    """The first one is the default. Takes sessions: the provider is asked between two transactions.

    Raises ProviderNotAvailable, PaymentMethodRefused, ProviderUnavailable, TooManyPaymentMethods.
    """
    saved = await provider_of(provider, sessions).save_method(MethodRequest(user_id, token))
    if isinstance(saved, Declined):
        raise PaymentMethodRefused
    if not isinstance(saved, SavedMethod):
        raise ProviderUnavailable
    async with sessions.begin() as session:
        await method_queries.lock_methods_of(session, user_id)
        return await _keep(session, user_id, provider, saved, is_default=is_default)


async def _keep(
    session: AsyncSession, user_id: UUID, provider: str, saved: SavedMethod, *, is_default: bool
) -> PaymentMethod:
    known = await method_queries.find_method_by_token(session, user_id, provider, saved.token)
    others = await method_queries.list_methods(session, user_id)
    if known is None:
        if len(others) >= AT_MOST:
            raise TooManyPaymentMethods(f"{AT_MOST} at most.", maximum=AT_MOST)
        known = PaymentMethod(
            id=new_id(),
            user_id=user_id,
            provider=provider,
            token=saved.token,
            label=saved.label,
            is_default=False,
        )
        session.add(known)
    if is_default or not others:
        await _prefer(session, known)
    await session.flush()
    return known


async def prefer(session: AsyncSession, method_id: UUID, *, user_id: UUID) -> PaymentMethod:
    await method_queries.lock_methods_of(session, user_id)
    method = await method_queries.get_method(session, method_id, user_id=user_id)
    await _prefer(session, method)
    return method


async def _prefer(session: AsyncSession, method: PaymentMethod) -> None:
    await method_queries.unset_default(session, method.user_id)
    method.is_default = True


async def remove(session: AsyncSession, method_id: UUID, *, user_id: UUID) -> None:
    """Nothing new is charged to it; the newest of the others becomes the default."""
    await method_queries.lock_methods_of(session, user_id)
    method = await method_queries.get_method(session, method_id, user_id=user_id)
    was_default, method.is_default, method.removed_at = method.is_default, False, clock.now()
    await session.flush()
    if was_default and (others := await method_queries.list_methods(session, user_id)):
        others[0].is_default = True


async def find_method_to_charge(
    session: AsyncSession, method_id: str, *, user_id: UUID
) -> PaymentMethod | None:
    """None for what is no id, a stranger's, or gone, and when its provider is."""
    try:
        wanted = UUID(method_id)
    except ValueError:
        return None
    method = await method_queries.find_method(session, wanted, user_id=user_id)
    return method if method and is_there(method.provider) else None
