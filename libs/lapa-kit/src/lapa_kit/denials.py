"""Refused attempts at what needs a right: answered like any refusal, and recorded."""

from fastapi import Request
from fastapi.responses import JSONResponse

from lapa_kit.audit import Outcome
from lapa_kit.auth import PermissionDenied, Principal
from lapa_kit.db import Sessions
from lapa_kit.problems import problem_response
from lapa_kit.ratelimit import Rate, RateLimiter
from lapa_kit.rights import record_call

# somebody who tries a thousand doors fills no log
RECORDED = Rate(20, 60)


async def deny(request: Request, exc: Exception) -> JSONResponse:
    """The answer to a PermissionDenied; the record has a transaction of its own, for the call had none."""
    assert isinstance(exc, PermissionDenied)
    principal: Principal | None = getattr(request.state, "principal", None)
    limiter: RateLimiter = request.app.state.rate_limiter
    if principal:
        actor_id = principal.actor_id or principal.id
        if (await limiter.ask(f"audit:refused:{actor_id}", RECORDED)).is_allowed:
            await _record(request, principal, exc)
    return problem_response(request, exc)


async def _record(request: Request, principal: Principal, denied: PermissionDenied) -> None:
    missing = denied.extra.get("permission")
    sessions: Sessions = request.app.state.sessions
    async with sessions.begin() as session:
        record_call(
            session,
            request,
            actor_id=principal.actor_id or principal.id,
            outcome=Outcome.REFUSED,
            permissions=[missing] if missing else [],
            subject_id=principal.id if principal.actor_id else None,
        )
