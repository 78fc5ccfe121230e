"""Making the sandbox provider misbehave on purpose, in test mode."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.queries import sandbox as sandbox_queries


async def play(session: AsyncSession, scenario: str) -> None:
    if scenario == "none":
        await sandbox_queries.delete_scenario(session)
    else:
        await sandbox_queries.put_scenario(session, scenario)
