"""Walkers: their profile, their hours, online and offline."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.user import User
from app.models.walker import InvalidArea, NotAWalker, Walker, WalkerNotFound
from app.queries import walkers as walker_queries
from app.queries.users import get_user, lock_user
from app.services.audit import write_audit
from app.services.sessions import outdate_tokens
from app.services.telling import tell_user, tell_walker
from lapa_contracts.roles import Role
from lapa_contracts.values import PetSize, Species
from lapa_kit.etags import check_version

MOST_POINTS = 2000


async def ensure_walker(session: AsyncSession, user: User) -> Walker:
    """His walker's row, locked; made with cautious defaults the first time. The user must be locked."""
    walker = await walker_queries.find_locked_walker(session, user.id)
    if walker is None:
        walker = Walker(
            id=user.id,
            accepted_sizes=[size.value for size in PetSize],
            accepted_species=[species.value for species in Species],
            languages=[user.locale[:2]],
            availability={"timezone": user.timezone, "weekly": [], "exceptions": []},
            unavailable=[],
        )
        session.add(walker)
        await session.flush()
        tell_walker(session, walker)
    return walker


async def change_profile(
    session: AsyncSession, user_id: UUID, facts: dict[str, Any], *, version: int | None
) -> Walker:
    """The first time makes a client a walker too: his tokens are stale from then on."""
    area = facts.get("area")
    if area is not None:
        _check_area(area)
    user = await lock_user(session, user_id)
    user.require_active()
    walker = await ensure_walker(session, user)
    check_version(walker.version, version)
    home = facts.pop("home", None) or {}
    for name, value in facts.items():
        setattr(walker, name, value)
    walker.home_lat, walker.home_lon = home.get("lat"), home.get("lon")
    await _save(session, walker)
    await _become_walker(session, user)
    return walker


async def _become_walker(session: AsyncSession, user: User) -> None:
    before = {"roles": list(user.roles)}
    if not user.add_role(Role.WALKER):
        return
    user.version += 1
    tell_user(session, user)
    after = {"roles": user.roles}
    write_audit(session, "roles_changed", user.id, actor_id=user.id, before=before, after=after)
    await outdate_tokens(session, user.id)


def _check_area(geojson: dict[str, Any]) -> None:
    """Raises InvalidArea."""
    # imported here: it brings 25 MB of numpy that nothing else in this process needs
    from shapely import get_num_coordinates
    from shapely.errors import GEOSException
    from shapely.geometry import shape

    try:
        area = shape(geojson)
        west, south, east, north = area.bounds
    except (GEOSException, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise InvalidArea from error
    is_on_earth = west >= -180 and east <= 180 and south >= -90 and north <= 90
    is_polygon = area.geom_type in ("Polygon", "MultiPolygon") and area.is_valid
    if not (is_on_earth and is_polygon) or get_num_coordinates(area) > MOST_POINTS:
        raise InvalidArea


async def change_availability(
    session: AsyncSession, user_id: UUID, availability: dict[str, Any]
) -> Walker:
    walker = await lock_own(session, user_id)
    walker.availability = availability
    await _save(session, walker)
    return walker


async def set_online(session: AsyncSession, user_id: UUID, *, online: bool) -> Walker:
    walker = await lock_own(session, user_id)
    if walker.online is not online:
        walker.online = online
        await _save(session, walker)
    return walker


async def lock_own(session: AsyncSession, user_id: UUID) -> Walker:
    """Raises NotAWalker."""
    user = await lock_user(session, user_id)
    user.require_active()
    if not user.is_walker:
        raise NotAWalker
    return await ensure_walker(session, user)


async def get_own(session: AsyncSession, user_id: UUID) -> Walker:
    """Raises WalkerNotFound for a client who is no walker yet."""
    user = await get_user(session, user_id)
    if not user.is_walker:
        raise WalkerNotFound
    return await walker_queries.get_walker(session, user_id)


async def _save(session: AsyncSession, walker: Walker) -> None:
    walker.version += 1
    await session.flush()
    tell_walker(session, walker)
