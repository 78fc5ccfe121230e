"""A walker's phone: an imperfect position every few seconds, and nothing lost while offline."""

from collections.abc import AsyncIterator, Iterable
from datetime import UTC, datetime, timedelta
from time import monotonic, time

from lapa_cli.city.client import WalkerClient
from lapa_cli.city.connection import Refused, Unreachable
from lapa_cli.city.gps import Fix as Reading
from lapa_cli.city.gps import add_noise
from lapa_cli.city.graph import LatLon
from lapa_cli.city.people import Person
from lapa_cli.city.stroll import Step
from lapa_cli.city.wire import Fix
from lapa_cli.city.world import World

READING_EVERY_S = 4.0
RETRY_AFTER_S = 5.0
BATCH = 500


class Phone:
    """Keeps the fixes that it could not send and sends them first when the platform is back."""

    def __init__(self, world: World, person: Person, client: WalkerClient) -> None:
        self._world = world
        self._person = person
        self._client = client
        # Positions are told apart by device and number, and each start counts from one.
        self._device_id = f"demo-{person.number:02}-{int(time()):x}"
        self._unsent: list[Fix] = []
        self._seq = 0
        self._quiet_until = 0.0

    async def play(self, steps: Iterable[Step], seed: int) -> AsyncIterator[tuple[float, LatLon]]:
        """Lives through a walk that begins now and yields (seconds, true place) at each reading."""
        began = datetime.now(UTC)
        speed = self._world.speed
        truth = [Reading(began + timedelta(seconds=s.t_s / speed), s.lat, s.lon) for s in steps]
        readings = add_noise(truth, seed=seed, sigma_m=3.5, step_s=READING_EVERY_S / speed)
        places = iter(truth)
        place = next(places)
        for reading in readings:
            await self._world.pause(speed * (reading.at - datetime.now(UTC)).total_seconds())
            while place.at < reading.at:
                place = next(places)
            await self.report(reading)
            yield (reading.at - began).total_seconds() * speed, (place.lat, place.lon)

    async def report(self, reading: Reading) -> None:
        self._seq += 1
        self._unsent.append(
            Fix(
                lat=round(reading.lat, 7),
                lon=round(reading.lon, 7),
                at=reading.at,
                seq=self._seq,
                accuracy_m=reading.accuracy_m,
            )
        )
        if monotonic() >= self._quiet_until:
            await self._send()

    async def be_at(self, here: LatLon) -> None:
        await self.report(Reading(datetime.now(UTC), here[0], here[1], 6.0))

    async def _send(self) -> None:
        batch = self._unsent[:BATCH]
        try:
            await self._client.send_positions(self._device_id, batch)
        except Unreachable:
            self._quiet_until = monotonic() + RETRY_AFTER_S
            return
        except Refused as refused:
            # What was refused once will be refused again: it is dropped, and the walk goes on.
            self._world.journal.trouble(self._person, "positions", refused)
        del self._unsent[: len(batch)]
