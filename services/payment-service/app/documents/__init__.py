"""Papers that people keep, as PDF; what they say is data of the templates, never code."""

import asyncio
from pathlib import Path
from typing import Any

import orjson
import typst

FOLDER = Path(__file__).parent


async def render(template: str, data: dict[str, Any]) -> bytes:
    """A PDF of `<template>.typ`, made beside the event loop."""
    given = {"data": orjson.dumps(data).decode()}
    source = FOLDER / f"{template}.typ"
    return await asyncio.to_thread(typst.compile, source, format="pdf", sys_inputs=given)
