"""Frames through the gateway's WebSocket relay, and over a direct connection to the same echo."""

import asyncio
import time
from contextlib import ExitStack

from rich.console import Console
from websockets.asyncio.client import connect

from benchmarks._peers import ours, relay
from benchmarks._wrk import cpu_s

SOCKETS = 10
FRAMES = 2000
UNDER_WAY = 16
TEXT = "x" * 100


async def _talk(url: str) -> None:
    async with connect(url, proxy=None, compression=None) as socket:
        for _ in range(UNDER_WAY):
            await socket.send(TEXT)
        for number in range(FRAMES):
            await socket.recv()
            if number < FRAMES - UNDER_WAY:
                await socket.send(TEXT)


async def _talk_all(port: int) -> float:
    url = f"ws://127.0.0.1:{port}/api/v1/orders/ws"
    began = time.perf_counter()
    await asyncio.gather(*(_talk(url) for _ in range(SOCKETS)))
    return time.perf_counter() - began


def main(console: Console, stack: ExitStack) -> None:
    _, direct = stack.enter_context(relay("echo", ""))
    through, port = stack.enter_context(
        ours(f"127.0.0.1:{direct}", WEBSOCKET_MESSAGES_PER_SECOND="0")
    )
    frames = SOCKETS * FRAMES
    asyncio.run(_talk_all(direct))
    alone = frames / asyncio.run(_talk_all(direct))
    before = cpu_s(through)
    relayed = frames / asyncio.run(_talk_all(port))
    us = 1e6 * (cpu_s(through) - before) / frames
    console.print(
        f"WebSocket echo, {SOCKETS} sockets: direct {alone:.0f} frames/s, through the gateway {relayed:.0f}"
        f" ({relayed / alone:.2f} of it), {us:.1f} µs of CPU for a frame there and back"
    )
