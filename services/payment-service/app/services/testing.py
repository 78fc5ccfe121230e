"""Making the sandbox provider misbehave on purpose, in test mode."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.providers.provider import Stage
from app.providers.sandbox import company
from app.providers.sandbox.confirming import ChargeNotFound
from app.queries import sandbox as sandbox_queries
from app.queries.payments import get_payment


async def play(session: AsyncSession, scenario: str, webhooks: str) -> None:
    """From now on, until something else is asked for."""
    await sandbox_queries.put_scenario(session, scenario, webhooks)


async def charge_back(session: AsyncSession, payment_id: UUID, stage: Stage) -> None:
    """The client's bank takes a payment's money back, or has decided who keeps it. Raises ChargeNotFound."""
    payment = await get_payment(session, payment_id)
    charge = None
    if payment.charge_id:
        charge = await sandbox_queries.lock_charge_of(session, payment.charge_id)
    if charge is None or not charge.taken:
        raise ChargeNotFound
    await company.charge_back(session, charge, stage)
