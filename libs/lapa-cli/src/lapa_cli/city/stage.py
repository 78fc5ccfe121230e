"""How many walks there are at once, and that they do not all begin in the same second."""

import asyncio
import random
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

GAP_S = (8.0, 25.0)


@dataclass
class Stage:
    """Owners queue for their turn; the first few go at once, so that there is something to see."""

    at_once: int
    opening: int = 3
    speed: float = 1.0
    _places: asyncio.Semaphore = field(init=False)
    _door: asyncio.Lock = field(init=False, default_factory=asyncio.Lock)
    _entered: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self._places = asyncio.Semaphore(self.at_once)

    @asynccontextmanager
    async def turn(self) -> AsyncGenerator[None]:
        async with self._places:
            async with self._door:
                if self._entered >= self.opening:
                    await asyncio.sleep(random.uniform(*GAP_S) / self.speed)
                self._entered += 1
            yield
