"""The sandbox provider's page: a person confirms a charge, or refuses it."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.sandbox import WAITING, SandboxCharge
from app.providers.sandbox.company import accept, tell
from app.providers.sandbox.standing import expire
from app.queries import sandbox as sandbox_queries
from lapa_kit.problems import NotFound


class ChargeNotFound(NotFound):
    title = "There is nothing to confirm here"


async def find_charge(session: AsyncSession, secret: str) -> SandboxCharge:
    """As it is now, locked. Raises ChargeNotFound."""
    charge = await sandbox_queries.lock_charge(session, secret)
    if charge is None:
        raise ChargeNotFound
    expire(charge)
    return charge


async def decide(session: AsyncSession, secret: str, *, is_confirmed: bool) -> SandboxCharge:
    """The person has said yes or no; the first word counts."""
    charge = await find_charge(session, secret)
    if charge.outcome == WAITING:
        if is_confirmed:
            await accept(session, charge)
        else:
            charge.refuse("confirmation_refused")
        await tell(session, charge)
    return charge
