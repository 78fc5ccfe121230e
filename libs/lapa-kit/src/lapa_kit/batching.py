"""Many requests, one commit: what gathers while a write is under way goes out together with the next one."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")


class Batcher(Generic[Item, Answer]):
    """One writer that takes whatever waits, at most so much, and answers each item; there is no timer.

    Under light load a batch is one item and nobody waits for company; under heavy load batches grow by
    themselves. Who asked may leave: his item is written all the same.
    """

    def __init__(
        self,
        write: Callable[[Sequence[Item]], Awaitable[Sequence[Answer]]],
        *,
        at_rest: Callable[[], Awaitable[None]],
        at_most: int,
    ) -> None:
        """`at_rest` is called when nothing waits any more: to give back what `write` keeps between batches."""
        self._write, self._at_rest, self._at_most = write, at_rest, at_most
        self._waiting: deque[tuple[Item, asyncio.Future[Answer]]] = deque()
        self._writer: asyncio.Task[None] | None = None

    async def submit(self, item: Item) -> Answer:
        """The answer to this item; raises what the write of its batch raised."""
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, answer))
        if self._writer is None:
            self._writer = asyncio.create_task(self._drain())
        return await answer

    async def _drain(self) -> None:
        try:
            while self._waiting:
                while self._waiting:
                    size = min(len(self._waiting), self._at_most)
                    await self._answer([self._waiting.popleft() for _ in range(size)])
                    # those who were answered may have more to ask
                    await asyncio.sleep(0)
                await self._at_rest()
        finally:
            self._writer = None

    async def _answer(self, batch: Sequence[tuple[Item, asyncio.Future[Answer]]]) -> None:
        try:
            answers = await self._write([item for item, _ in batch])
        except Exception as error:
            for _, future in batch:
                if not future.done():
                    future.set_exception(error)
            return
        for (_, future), answer in zip(batch, answers, strict=True):
            if not future.done():
                future.set_result(answer)
