"""The platform's clock, in test mode only; without it these routes do not exist."""

from typing import Annotated

from fastapi import APIRouter

from app.schemas.gateway import ClockRead, ClockWrite
from app.services.testing import ClockNotFollowed, move_clock
from lapa_kit.auth import PermissionDenied, Principal, allowed
from lapa_kit.connections import SharedRedis
from lapa_kit.problems import NotFound, Unauthorized, problems

router = APIRouter(prefix="/test", tags=["test mode"])
Tester = Annotated[Principal, allowed("test:use")]


REFUSALS = problems(Unauthorized, PermissionDenied, NotFound, ClockNotFollowed)


@router.put("/clock", responses=REFUSALS)
async def set_clock(body: ClockWrite, redis: SharedRedis, _: Tester) -> ClockRead:
    """Set what time it is for the whole platform; answered when every process goes by it."""
    return ClockRead(now=await move_clock(redis, body.now))


@router.delete("/clock", responses=REFUSALS)
async def reset_clock(redis: SharedRedis, _: Tester) -> ClockRead:
    """Back to real time, everywhere."""
    return ClockRead(now=await move_clock(redis, None))
