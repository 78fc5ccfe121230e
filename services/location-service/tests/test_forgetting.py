"""Days are made ahead and dropped as a whole; a track outlives its points."""

from datetime import timedelta
from typing import Any

from factories import Walk, straight
from sqlalchemy import func, select
from test_sending_points import begin, count, send

from app.models import RejectedPoint
from app.queries.partitions import list_partitions
from app.services.retention import turn_days


async def test_old_days_are_dropped_and_the_line_stays(
    client: Any, session: Any, as_user: Any, deliver: Any, run_jobs: Any, at: Any
) -> None:
    walk = Walk()
    at(walk.minute(10))
    await begin(walk, deliver)
    nonsense = {"lat": 0, "lon": 0, "at": walk.begin.isoformat(), "seq": 9999}
    points = straight(walk.begin, seconds=range(0, 601, 5))
    await send(client, as_user(walk.walker_id), [*points, nonsense])
    await deliver(walk.completed(walk.minute(10)))
    await run_jobs()
    assert await count(session, walk.id) == 121

    later = walk.begin + timedelta(days=40)
    at(later)
    await turn_days(session)
    await session.commit()

    assert await count(session) == 0
    assert await session.scalar(select(func.count()).select_from(RejectedPoint)) == 0
    days = await list_partitions(session)
    assert days == [(later + timedelta(days=ahead)).date() for ahead in range(3)]
    track = await client.get(f"/api/v1/tracks/{walk.id}", headers=as_user(walk.client_id))
    assert len(track.json()["geometry"]["coordinates"]) > 100
