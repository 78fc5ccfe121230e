"""Saying what changed about a person."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.absence import as_exceptions, read_spans
from app.models.user import User
from app.models.walker import Walker
from lapa_contracts.user import (
    Availability,
    UserChanged,
    UserContactChanged,
    Verification,
    WalkerChanged,
)
from lapa_contracts.values import PetSize, Species
from lapa_kit.events import publish


def user_changed(user: User) -> UserChanged:
    """What others show of him and check before they serve him."""
    return UserChanged(
        user_id=user.id,
        display_name=user.display_name,
        avatar_media_id=user.avatar_media_id,
        roles=user.roles,
        status=user.status,
        email_verified=user.email_verified,
        phone_verified=user.phone_verified,
        locale=user.locale,
        timezone=user.timezone,
        terms_version=user.terms_version,
        version=user.version,
    )


def tell_user(session: AsyncSession, user: User) -> None:
    publish(session, user_changed(user))


def contact_changed(user: User) -> UserContactChanged:
    return UserContactChanged(
        user_id=user.id,
        email=user.email,
        phone=user.phone,
        email_verified=user.email_verified,
        phone_verified=user.phone_verified,
        version=user.version,
    )


def tell_contact(session: AsyncSession, user: User) -> None:
    publish(session, contact_changed(user))


def walker_changed(walker: Walker) -> WalkerChanged:
    """Everything the search needs to know of him."""
    return WalkerChanged(
        walker_id=walker.id,
        verification=walker.verification,
        verified_until=walker.verified_until,
        checked_until=walker.checked_until,
        online=walker.online,
        # whoever searches could find a door from distances, so none of the others has it
        home=walker.coarse_home(settings.home_grid_m),
        service_radius_m=walker.service_radius_m,
        area=walker.area,
        accepted_sizes=[PetSize(size) for size in walker.accepted_sizes],
        accepted_species=[Species(species) for species in walker.accepted_species],
        takes_puppies=walker.takes_puppies,
        takes_reactive=walker.takes_reactive,
        instant_book=walker.instant_book,
        max_dogs=walker.max_dogs,
        skills=walker.skills,
        languages=walker.languages,
        rate_bp=walker.rate_bp,
        availability=_availability(walker),
        min_notice_minutes=walker.min_notice_minutes,
        version=walker.version,
    )


def tell_walker(session: AsyncSession, walker: Walker) -> None:
    publish(session, walker_changed(walker))


def _availability(walker: Walker) -> Availability:
    """His hours, and when he is away whatever they say: to the search both are plans for single dates."""
    hours = Availability.model_validate(walker.availability)
    away = as_exceptions(read_spans(walker.unavailable), hours.timezone)
    return hours.model_copy(update={"exceptions": [*hours.exceptions, *away]})


def save_verification(session: AsyncSession, walker: Walker, verification: Verification) -> None:
    """What it is worth now, and said to the search."""
    walker.verification = verification
    walker.version += 1
    tell_walker(session, walker)
