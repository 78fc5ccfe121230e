"""One-time tickets for browsers' WebSockets."""

from redis.asyncio import Redis
from redis.exceptions import RedisError

from lapa_kit.problems import ServiceUnavailable
from lapa_kit.realtime import TICKET_LIFE_S as TICKET_LIFE_S
from lapa_kit.realtime import issue_ticket
from lapa_kit.tokens import Claims


async def issue(redis: Redis, claims: Claims, origin: str | None) -> str:
    """Carries what the access token says; raises ServiceUnavailable while Redis is away."""
    carried = {
        "user_id": str(claims.user_id),
        "session_id": str(claims.session_id),
        "roles": sorted(claims.roles),
        "issued_at": claims.issued_at,
        "expires_at": claims.expires_at,
    }
    try:
        return await issue_ticket(redis, carried, origin=origin)
    except (RedisError, OSError) as error:
        raise ServiceUnavailable from error
