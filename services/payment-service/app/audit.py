"""`python -m app.audit`: recompute the whole ledger from its postings; exit code 1 when it is wrong."""

import asyncio
import sys

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.queries.audit import Finding, audit
from lapa_kit.db import create_engine


async def _audit() -> list[Finding]:
    engine = create_engine(settings)
    try:
        async with AsyncSession(engine) as session, session.begin():
            return await audit(session)
    finally:
        await engine.dispose()


def main() -> int:
    findings = asyncio.run(_audit())
    for finding in findings:
        print(f"{finding.rule}: NOT SO: {finding.what}")
    print(f"{len(findings)} faults" if findings else "the books are right")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
