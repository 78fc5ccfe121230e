"""Making the sandbox provider misbehave on purpose, in test mode."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.queries import sandbox as sandbox_queries


async def play(session: AsyncSession, scenario: str, webhooks: str) -> None:
    """From now on, until something else is asked for."""
    await sandbox_queries.put_scenario(session, scenario, webhooks)
