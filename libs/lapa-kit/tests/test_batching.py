"""What comes while a write is under way is written together, and each gets its own answer."""

import asyncio
from collections.abc import Sequence

import pytest

from lapa_kit.batching import Batcher


class Desk:
    """Writes when it is let, and tells what it wrote at once."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.rested = 0
        self.may_write = asyncio.Event()
        self.batcher: Batcher[int, int] = Batcher(self.write, at_rest=self.rest, at_most=3)

    async def write(self, items: Sequence[int]) -> Sequence[int]:
        await self.may_write.wait()
        self.batches.append(list(items))
        if 13 in items:
            raise ValueError("unlucky")
        return [item * 10 for item in items]

    async def rest(self) -> None:
        self.rested += 1


async def test_what_gathers_goes_out_together_and_each_has_his_own_answer() -> None:
    desk = Desk()
    asked = [asyncio.create_task(desk.batcher.submit(n)) for n in range(6)]
    await asyncio.sleep(0)
    desk.may_write.set()

    assert await asyncio.gather(*asked) == [0, 10, 20, 30, 40, 50]
    assert desk.batches == [[0, 1, 2], [3, 4, 5]]
    assert await desk.batcher.submit(7) == 70
    await asyncio.sleep(0)
    assert desk.rested >= 1


async def test_a_failure_reaches_its_own_batch_alone() -> None:
    desk = Desk()
    desk.may_write.set()
    answers = await asyncio.gather(
        *(desk.batcher.submit(n) for n in (13, 1, 2, 3)), return_exceptions=True
    )
    assert [type(answer) for answer in answers] == [ValueError, ValueError, ValueError, int]


async def test_who_leaves_is_written_all_the_same() -> None:
    desk = Desk()
    leaving = asyncio.create_task(desk.batcher.submit(1))
    await asyncio.sleep(0)
    leaving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leaving
    staying = asyncio.create_task(desk.batcher.submit(2))
    desk.may_write.set()

    assert await staying == 20
    assert desk.batches == [[1], [2]]
