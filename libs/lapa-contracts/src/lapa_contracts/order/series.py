"""Series of walks."""

from uuid import UUID

from pydantic import AwareDatetime

from lapa_kit.events.contract import Event


class SeriesEvent(Event):
    """Something about a series of walks."""

    producer = "order-service"
    key_field = "series_id"

    series_id: UUID
    client_id: UUID


class SeriesOccurrenceFailed(SeriesEvent):
    """One walk of a series could not be booked; the series goes on."""

    type = "series.occurrence_failed.v1"

    occurs_at: AwareDatetime
    reason_code: str


class SeriesPaused(SeriesEvent):
    """A series waits for its owner; said when it was not he who paused it."""

    type = "series.paused.v1"

    reason_code: str
