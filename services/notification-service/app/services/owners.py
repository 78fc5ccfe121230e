"""What owners are told of their animals and of their series of walks."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.services.notifying import tell_each
from app.services.orders import link
from lapa_contracts.order import SeriesOccurrenceFailed, SeriesPaused
from lapa_contracts.pet import PetVaccinationDue


async def remind_of_vaccination(session: AsyncSession, event: PetVaccinationDue) -> None:
    await tell_each(
        session,
        event.reader_ids,
        "pet.vaccination_due",
        source=f"vaccination:{event.record_id}:{event.days_left}",
        about={"pet_id": event.pet_id},
        pet=event.pet_name,
        on=event.expires_at.isoformat(),
        days=event.days_left,
        link=link(f"pets/{event.pet_id}"),
    )


async def tell_of_failed_occurrence(session: AsyncSession, event: SeriesOccurrenceFailed) -> None:
    await tell_each(
        session,
        [event.client_id],
        "series.occurrence_failed",
        source=str(event.envelope.id),
        when=event.occurs_at.isoformat(),
        link=link("orders"),
    )


async def tell_of_pause(session: AsyncSession, event: SeriesPaused) -> None:
    source, where = str(event.envelope.id), link("orders")
    await tell_each(session, [event.client_id], "series.paused", source=source, link=where)
