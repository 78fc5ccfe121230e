"""What everyone in the city shares: the map, the gateway, the clock's pace and who is who."""

import asyncio
from dataclasses import dataclass, field

import httpx

from lapa_cli.city.addresses import Addresses
from lapa_cli.city.client import AdminClient
from lapa_cli.city.connection import Connection
from lapa_cli.city.folder import City
from lapa_cli.city.graph import Graph, LatLon
from lapa_cli.city.journal import Journal
from lapa_cli.city.people import Dog, Person
from lapa_cli.city.stage import Stage
from lapa_cli.city.wire import Spot


@dataclass
class World:
    """`speed` above 1 lets people walk and wait so many times faster than life."""

    city: City
    graph: Graph
    addresses: Addresses
    http: httpx.AsyncClient
    admin: AdminClient
    journal: Journal
    stage: Stage
    password: str
    seed: int = 1
    speed: float = 1.0
    someone_walks: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the first walker is online: before that a booking would find nobody."""
    languages: dict[str, str] = field(default_factory=dict[str, str])
    dogs: dict[str, Dog] = field(default_factory=dict[str, Dog])
    _approving: asyncio.Lock = field(default_factory=asyncio.Lock)

    def connect(self, person: Person) -> Connection:
        return Connection(self.http, person.email, self.password)

    async def pause(self, seconds: float) -> None:
        await asyncio.sleep(seconds / self.speed)

    async def approve(self, user_id: str) -> bool:
        """The admin looks at what this walker handed in."""
        async with self._approving:
            return user_id in await self.admin.approve({user_id})

    def home(self, number: int) -> LatLon:
        """The same number lives at the same node each time, and neighbours' numbers apart."""
        nodes = len(self.graph.points)
        # Steps of the golden ratio spread any count of homes evenly over the numbered nodes.
        return self.graph.points[int(number * 0.6180339887 * nodes) % nodes]

    def spot(self, point: LatLon) -> Spot:
        return Spot(
            lat=point[0], lon=point[1], address=self.addresses.near(point) or self.city.name
        )
