"""`python -m app.audit`: prove the audit log from its first record; exit code 1 when it was tampered with."""

import asyncio
import sys

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.queries.audit import Verdict, verify
from lapa_kit.db import create_engine


async def _verify() -> Verdict:
    engine = create_engine(settings)
    try:
        async with AsyncSession(engine) as session:
            return await verify(session)
    finally:
        await engine.dispose()


def main() -> None:
    verdict = asyncio.run(_verify())
    if not verdict.is_intact:
        print(f"record {verdict.broken_at} was changed or taken out", file=sys.stderr)
        raise SystemExit(1)
    print(f"{verdict.entries} records, each follows from the one before; head {verdict.head.hex()}")


if __name__ == "__main__":
    main()
