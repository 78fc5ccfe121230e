"""Background jobs of the gateway."""

from typing import Any
from uuid import UUID

from app.services import delivering, keys
from lapa_kit.jobs import Jobs, Worker

jobs = Jobs()


@jobs.errand
async def deliver_webhook(worker: Worker, payload: dict[str, Any]) -> None:
    await delivering.attempt(worker, UUID(payload["delivery_id"]))


@jobs.errand
async def spread_key_revocation(_: Worker, payload: dict[str, Any]) -> None:
    await keys.spread_revocation(payload)
